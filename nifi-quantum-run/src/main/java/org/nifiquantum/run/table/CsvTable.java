// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.table;

import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.nifiquantum.optimization.problem.data.DataRow;
import org.nifiquantum.optimization.problem.data.DataTable;
import org.nifiquantum.run.document.Run;
import org.nifiquantum.run.document.RunException;
import org.nifiquantum.run.document.Section;
import org.nifiquantum.run.document.Solution;
import org.nifiquantum.run.input.ProblemJson;

/**
 * An answer as comma-separated values, quoted where they must be, the first line naming the columns. Of data: {@code name}, then
 * {@code label} and {@code test} where the rows have them, then the numbers. Of a problem over bits: {@code name} and {@code
 * value}.
 *
 * @param lines heading and rows
 */
public record CsvTable(List<List<Object>> lines) {

    public static final String MIME_TYPE = "text/csv";

    private static final CsvMapper MAPPER = new CsvMapper();

    public CsvTable {
        lines = List.copyOf(lines);
    }

    /**
     * The run's answer.
     *
     * @throws RunException if there is none, or it is no table
     */
    public static CsvTable of(Run run) {
        Solution solution = run.get(Section.SOLUTION);
        Optional<AnswerTable> table = AnswerTable.find(solution.answer());
        if (table.isPresent()
                && ProblemJson.read(run.get(Section.PROBLEM), Section.PROBLEM.pointer()) instanceof DataTable data) {
            return of(table.get(), data);
        }
        if (solution.assignment().isEmpty()) {
            throw new RunException(
                    Section.SOLUTION.pointer(),
                    "holds neither a table nor values of variables; keep it as a run document");
        }
        return of(solution.assignment());
    }

    private static CsvTable of(AnswerTable table, DataTable data) {
        List<DataRow> rows =
                Stream.concat(data.rows().stream(), data.test().stream()).toList();
        if (rows.size() != table.rows().size()) {
            throw new RunException(
                    Section.SOLUTION.pointer() + "/answer/rows",
                    "are %d, those of the problem %d".formatted(table.rows().size(), rows.size()));
        }
        boolean labelled = rows.stream().anyMatch(row -> row.label().isPresent());
        boolean tested = !data.test().isEmpty();
        List<List<Object>> lines = new ArrayList<>();
        lines.add(line("name", labelled, "label", tested, "test", List.copyOf(table.columns())));
        for (int i = 0; i < rows.size(); i++) {
            List<Object> numbers = new ArrayList<>();
            for (int column = 0; column < table.columns().size(); column++) {
                numbers.add(table.values().get(i, column));
            }
            lines.add(line(
                    rows.get(i).name(),
                    labelled,
                    rows.get(i).label().orElse(""),
                    tested,
                    i >= data.rows().size(),
                    numbers));
        }
        return new CsvTable(lines);
    }

    private static List<Object> line(
            String name, boolean labelled, String label, boolean tested, Object test, List<Object> numbers) {
        List<Object> line = new ArrayList<>();
        line.add(name);
        if (labelled) {
            line.add(label);
        }
        if (tested) {
            line.add(test);
        }
        line.addAll(numbers);
        return line;
    }

    private static CsvTable of(Map<String, Integer> assignment) {
        List<List<Object>> lines = new ArrayList<>();
        lines.add(List.of("name", "value"));
        assignment.forEach((name, value) -> lines.add(List.of(name, value)));
        return new CsvTable(lines);
    }

    /** UTF-8. */
    public void writeTo(OutputStream out) throws IOException {
        SequenceWriter writer = MAPPER.writer().writeValues(out);
        for (List<Object> line : lines) {
            writer.write(line);
        }
        writer.flush();
    }
}
