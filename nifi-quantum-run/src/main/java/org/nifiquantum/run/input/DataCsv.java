// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.input;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nifiquantum.optimization.problem.ProblemFormatException;
import org.nifiquantum.optimization.problem.data.DataRow;
import org.nifiquantum.optimization.problem.data.DataTable;
import org.nifiquantum.optimization.problem.format.FileSettings;
import org.nifiquantum.run.document.Json;
import org.nifiquantum.run.document.RunException;

/** A table of data as comma-separated values, the first line naming the columns; see {@link DataColumns}. */
final class DataCsv {

    private static final CsvMapper MAPPER = CsvMapper.builder()
            .enable(CsvParser.Feature.TRIM_SPACES)
            .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
            .build();

    /** All of them. */
    private static final String ROWS = "/rows";

    private static final Pattern ROW = Pattern.compile("/(rows|test)/(\\d+).*");

    /** The usual range: with the numbers as they are, one in metres would count for nothing beside one in millimetres. */
    private static final OptionalDouble SCALE = OptionalDouble.of(1);

    /** One line of the file. */
    record Line(List<String> cells, String place) {
        Line {
            cells = List.copyOf(cells);
        }
    }

    private DataCsv() {}

    /**
     * Reads a table.
     *
     * @throws RunException naming the line
     * @throws ProblemFormatException naming the setting or line that cannot be used
     */
    static DataTable read(String text, FileSettings settings) {
        List<Line> lines = lines(text);
        if (lines.size() < 2) {
            throw new RunException("line 1", "a line that names the columns, and a line for each row, are expected");
        }
        DataColumns columns = DataColumns.of(lines, settings);
        List<DataRow> rows = new ArrayList<>();
        List<DataRow> test = new ArrayList<>();
        List<String> rowPlaces = new ArrayList<>();
        List<String> testPlaces = new ArrayList<>();
        for (Line line : lines.subList(1, lines.size())) {
            boolean predicted = columns.isTest(line);
            (predicted ? testPlaces : rowPlaces).add(line.place());
            (predicted ? test : rows).add(columns.row(line, rows.size() + test.size() + 1));
        }
        try {
            return DataSettings.table(columns.features(), rows, test, SCALE, settings);
        } catch (ProblemFormatException e) {
            if (e.place().equals(ROWS)) {
                throw new RunException(lines.getLast().place(), e.explanation(), e);
            }
            Matcher row = ROW.matcher(e.place());
            if (!row.matches()) {
                throw e;
            }
            List<String> places = row.group(1).equals("rows") ? rowPlaces : testPlaces;
            throw new RunException(places.get(Integer.parseInt(row.group(2))), e.explanation(), e);
        }
    }

    private static List<Line> lines(String text) {
        List<Line> lines = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        String place = "";
        try (JsonParser parser = MAPPER.createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_STRING) {
                    place = cells.isEmpty()
                            ? "line " + parser.currentTokenLocation().getLineNr()
                            : place;
                    cells.add(parser.getText());
                } else if (token == JsonToken.END_ARRAY) {
                    lines.add(new Line(cells, place));
                    cells.clear();
                }
            }
        } catch (JsonProcessingException e) {
            throw Json.explain("", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }
}
