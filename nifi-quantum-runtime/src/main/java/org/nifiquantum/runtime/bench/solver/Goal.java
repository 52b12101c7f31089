// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.bench.solver;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.nifiquantum.optimization.problem.SearchMethod;
import org.nifiquantum.optimization.problem.format.FileSettings;
import org.nifiquantum.run.input.InputFormat;

/**
 * A value to be reached on an instance.
 *
 * @param file below the folder of the data
 * @param settings what the file leaves open
 * @param order how it is searched
 * @param bestKnown the best value published
 * @param value to reach, in the problem's own sense
 * @param cpuSeconds of the solving thread to reach it in
 * @param ofTenSeeds how many of ten seeds are to reach it
 */
public record Goal(
        String file,
        InputFormat format,
        FileSettings settings,
        List<SearchMethod> order,
        double bestKnown,
        double value,
        double cpuSeconds,
        int ofTenSeeds) {

    private static final String TABLE = "goals.csv";

    /** All goals there are, the quick ones first. */
    public static List<Goal> all() {
        try (InputStream in = Goal.class.getResourceAsStream(TABLE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(Goal::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Goal parse(String line) {
        String[] cells = line.split(",", -1);
        return new Goal(
                cells[0],
                InputFormat.valueOf(cells[1]),
                settings(cells[2]),
                Arrays.stream(cells[3].split("\\+", -1))
                        .map(SearchMethod::valueOf)
                        .toList(),
                Double.parseDouble(cells[4]),
                Double.parseDouble(cells[5]),
                Double.parseDouble(cells[6]),
                Integer.parseInt(cells[7]));
    }

    private static FileSettings settings(String cell) {
        return new FileSettings(Arrays.stream(cell.split(" ", -1))
                .filter(entry -> !entry.isEmpty())
                .map(entry -> entry.split("=", 2))
                .collect(Collectors.toMap(entry -> entry[0], entry -> entry[1])));
    }

    /** The name people know the instance by: that of its file, with the settings that choose a part of it. */
    public String instance() {
        String name = Path.of(file).getFileName().toString();
        int extension = name.lastIndexOf('.');
        String bare = extension < 0 ? name : name.substring(0, extension);
        String chosen = new TreeMap<>(settings.values())
                .entrySet().stream().map(entry -> " " + entry).collect(Collectors.joining());
        return bare + chosen;
    }
}
