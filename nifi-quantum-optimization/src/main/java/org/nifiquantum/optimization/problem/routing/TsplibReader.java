// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem.routing;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.nifiquantum.optimization.problem.Matrix;
import org.nifiquantum.optimization.problem.ProblemFormatException;
import org.nifiquantum.optimization.problem.format.FileSettings;
import org.nifiquantum.optimization.problem.format.Lines;
import org.nifiquantum.optimization.problem.format.Numbers;

/**
 * Reads TSPLIB 95 (G. Reinelt): TYPE TSP or ATSP with EDGE_WEIGHT_TYPE EXPLICIT (FULL_MATRIX, UPPER_ROW, LOWER_ROW,
 * UPPER_DIAG_ROW, LOWER_DIAG_ROW), EUC_2D, CEIL_2D, ATT or GEO. Cities are named by their numbers. A full matrix that is
 * not symmetric is refused of a TSP and read of an ATSP. Any section that would change the problem (fixed edges, other
 * types) is refused; only display data are passed over.
 */
public final class TsplibReader {
    private static final int LARGEST = 3_000;
    private static final Set<String> KEYWORDS = Set.of(
            "NAME",
            "TYPE",
            "COMMENT",
            "DIMENSION",
            "EDGE_WEIGHT_TYPE",
            "EDGE_WEIGHT_FORMAT",
            "NODE_COORD_TYPE",
            "DISPLAY_DATA_TYPE");

    private final Lines lines;
    private final Map<String, Entry> specification = new LinkedHashMap<>();

    private record Entry(String value, int line) {}

    private TsplibReader(Lines lines) {
        this.lines = lines;
    }

    /**
     * Reads a whole text.
     *
     * @throws ProblemFormatException naming the line that cannot be used
     */
    public static Tsp read(String text, FileSettings settings) {
        settings.only(FileSettings.PENALTY);
        return Lines.inMemory(text, reader -> new TsplibReader(new Lines(reader)).read(settings));
    }

    private Tsp read(FileSettings settings) throws IOException {
        lines.begin("Begin with 'NAME: ...'.");
        while (!isSection()) {
            specify();
            lines.requireNext("EDGE_WEIGHT_SECTION or NODE_COORD_SECTION", "The file is cut off: complete it.");
        }
        String type = value("TYPE", "TSP");
        if (!type.equals("TSP") && !type.equals("ATSP")) {
            throw error("TYPE", "'" + type + "' is not read.", "Only TSP and ATSP are.");
        }
        int size = dimension();
        double[][] distances = distances(size, type.equals("ATSP"));
        skipDisplayData(size);
        List<String> names =
                IntStream.rangeClosed(1, size).mapToObj(Integer::toString).toList();
        return new Tsp(names, Matrix.of(distances), settings.penalty());
    }

    private boolean isSection() {
        return lines.text().strip().endsWith("_SECTION");
    }

    private void specify() {
        String[] parts = lines.text().strip().split("\\s*:\\s*", 2);
        if (parts.length != 2 || !KEYWORDS.contains(parts[0])) {
            throw lines.error(
                    "'" + parts[0] + "' is not among the entries that are read.",
                    "Known are: " + String.join(", ", KEYWORDS.stream().sorted().toList()) + ".");
        }
        Entry before = specification.put(parts[0], new Entry(parts[1].strip(), lines.number()));
        if (before != null && !parts[0].equals("COMMENT")) {
            throw lines.error(parts[0] + " stands already on line " + before.line + ".", "Keep one of the two.");
        }
    }

    private String value(String keyword, String absent) {
        return specification.getOrDefault(keyword, new Entry(absent, 1)).value.toUpperCase(Locale.ROOT);
    }

    private int dimension() {
        String dimension = value("DIMENSION", "");
        if (!dimension.matches("[0-9]{1,9}")
                || Integer.parseInt(dimension) < 2
                || Integer.parseInt(dimension) > LARGEST) {
            throw error("DIMENSION", "It is '" + dimension + "'.", "Give a whole number from 2 to " + LARGEST + ".");
        }
        return Integer.parseInt(dimension);
    }

    private double[][] distances(int size, boolean directed) throws IOException {
        String type = value("EDGE_WEIGHT_TYPE", "");
        String section = type.equals("EXPLICIT") ? "EDGE_WEIGHT_SECTION" : "NODE_COORD_SECTION";
        if (!lines.text().strip().equals(section)) {
            throw lines.error("The section is '" + lines.text().strip() + "'.", "Here " + section + " must begin.");
        }
        if (type.equals("EXPLICIT")) {
            return explicit(size, directed);
        }
        return Coordinates.read(lines, size)
                .distances(Metric.named(type)
                        .orElseThrow(() -> error(
                                "EDGE_WEIGHT_TYPE",
                                "'" + type + "' is not read.",
                                "EXPLICIT, " + String.join(", ", Metric.names()) + " are.")));
    }

    private double[][] explicit(int size, boolean directed) throws IOException {
        String format = value("EDGE_WEIGHT_FORMAT", "");
        Numbers numbers = new Numbers(lines);
        double[][] distances = new double[size][size];
        for (int row = 0; row < size; row++) {
            int from = format.startsWith("UPPER") ? row : 0;
            int to = format.startsWith("LOWER") ? row : size - 1;
            for (int column = from; column <= to; column++) {
                switch (format) {
                    case "FULL_MATRIX" -> distances[row][column] = numbers.nextAmount("distance");
                    case "UPPER_ROW", "LOWER_ROW", "UPPER_DIAG_ROW", "LOWER_DIAG_ROW" -> {
                        if (row != column || format.contains("DIAG")) {
                            distances[row][column] = numbers.nextAmount("distance");
                            distances[column][row] = distances[row][column];
                        }
                    }
                    default ->
                        throw error(
                                "EDGE_WEIGHT_FORMAT",
                                "'" + format + "' is not read.",
                                "FULL_MATRIX, UPPER_ROW, LOWER_ROW, UPPER_DIAG_ROW and LOWER_DIAG_ROW are.");
                }
                if (!directed && column < row && distances[row][column] != distances[column][row]) {
                    throw lines.error(
                            "The distances between cities " + (column + 1) + " and " + (row + 1)
                                    + " differ by direction.",
                            "Correct them, or set TYPE to ATSP.");
                }
            }
        }
        return distances;
    }

    /** Where cities are drawn, not where they are. */
    private void skipDisplayData(int size) throws IOException {
        while (lines.advance() && !lines.text().strip().equals("EOF")) {
            if (!lines.text().strip().equals("DISPLAY_DATA_SECTION")) {
                throw lines.error(
                        Lines.shown(lines.fields().getFirst()) + " follows where the file should end.",
                        "Correct DIMENSION, or remove it; only DISPLAY_DATA_SECTION is passed over.");
            }
            Coordinates.read(lines, size);
        }
    }

    private ProblemFormatException error(String keyword, String problem, String remedy) {
        int line = specification.getOrDefault(keyword, new Entry("", lines.number())).line;
        return new ProblemFormatException("line " + line, keyword + ": " + problem, remedy);
    }
}
