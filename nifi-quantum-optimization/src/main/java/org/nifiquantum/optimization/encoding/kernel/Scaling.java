// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.encoding.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Columns of a table brought to the range of angles, so that no feature counts more than others or turns twice: each column of
 * the table it is fitted to runs from 0 to the given value; one whose numbers are all alike becomes 0. Further rows are brought
 * along by the same rule, whatever their numbers are.
 *
 * @param least of each column
 * @param range of each column
 * @param most what the largest number of a column becomes
 */
public record Scaling(List<Double> least, List<Double> range, double most) {

    public Scaling {
        least = List.copyOf(least);
        range = List.copyOf(range);
    }

    /**
     * Learns the ranges of a table's columns.
     *
     * @param table rows of the same length, at least one
     */
    public static Scaling fittedTo(List<List<Double>> table, double most) {
        List<Double> least = new ArrayList<>();
        List<Double> range = new ArrayList<>();
        for (int column = 0; column < table.getFirst().size(); column++) {
            int of = column;
            double low = table.stream().mapToDouble(row -> row.get(of)).min().orElseThrow();
            double high = table.stream().mapToDouble(row -> row.get(of)).max().orElseThrow();
            least.add(low);
            range.add(high - low);
        }
        return new Scaling(least, range, most);
    }

    /** The rows of a table with the same columns, scaled. */
    public List<List<Double>> apply(List<List<Double>> table) {
        return table.stream().map(this::row).toList();
    }

    private List<Double> row(List<Double> row) {
        return IntStream.range(0, row.size())
                .mapToObj(column ->
                        range.get(column) == 0 ? 0.0 : (row.get(column) - least.get(column)) / range.get(column) * most)
                .toList();
    }
}
