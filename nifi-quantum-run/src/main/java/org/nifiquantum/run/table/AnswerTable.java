// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.table;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.nifiquantum.optimization.problem.Matrix;
import org.nifiquantum.optimization.problem.data.Wanted;
import org.nifiquantum.run.document.RunException;
import org.nifiquantum.run.document.Section;

/**
 * The table that an answer holds: a kernel or feature vectors.
 *
 * @param rows the names of its rows
 * @param columns the names of its columns
 */
public record AnswerTable(List<String> rows, List<String> columns, Matrix values) {

    public AnswerTable {
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
    }

    /**
     * The table of an answer, if it is one of data.
     *
     * @param answer the answer of a solution
     * @throws RunException if its parts do not fit together
     */
    public static Optional<AnswerTable> find(Map<String, Object> answer) {
        return Stream.of(Wanted.values())
                .filter(wanted -> answer.get(wanted.text()) instanceof List<?>)
                .findFirst()
                .map(wanted -> of(answer, wanted.text()));
    }

    private static AnswerTable of(Map<String, Object> answer, String name) {
        List<String> rows = names(answer, "rows");
        List<String> columns = names(answer, "columns");
        List<?> values = (List<?>) answer.get(name);
        String place = "%s/answer/%s".formatted(Section.SOLUTION.pointer(), name);
        if (values.size() != rows.size()) {
            throw new RunException(place, "has %d rows for %d names".formatted(values.size(), rows.size()));
        }
        double[][] matrix = new double[rows.size()][];
        for (int row = 0; row < matrix.length; row++) {
            if (!(values.get(row) instanceof List<?> cells)
                    || cells.size() != columns.size()
                    || !cells.stream().allMatch(Number.class::isInstance)) {
                throw new RunException("%s/%d".formatted(place, row), "must be %d numbers".formatted(columns.size()));
            }
            matrix[row] = cells.stream()
                    .mapToDouble(cell -> ((Number) cell).doubleValue())
                    .toArray();
        }
        return new AnswerTable(rows, columns, Matrix.of(matrix));
    }

    private static List<String> names(Map<String, Object> answer, String member) {
        if (!(answer.get(member) instanceof List<?> names)) {
            throw new RunException(
                    "%s/answer/%s".formatted(Section.SOLUTION.pointer(), member), "must be an array of names");
        }
        return names.stream().map(Object::toString).toList();
    }
}
