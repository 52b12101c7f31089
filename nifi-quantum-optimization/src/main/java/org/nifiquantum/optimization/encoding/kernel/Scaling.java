// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.encoding.kernel;

import java.util.List;
import java.util.stream.IntStream;

/** Columns of a table brought to the range of angles, so that no feature counts more than others or turns twice. */
public final class Scaling {

    private Scaling() {}

    /**
     * Each column from 0 to the given value; one whose numbers are all alike becomes 0.
     *
     * @param table rows of the same length
     */
    public static List<List<Double>> of(List<List<Double>> table, double most) {
        int columns = table.getFirst().size();
        double[] least = new double[columns];
        double[] range = new double[columns];
        for (int column = 0; column < columns; column++) {
            int of = column;
            least[column] = table.stream().mapToDouble(row -> row.get(of)).min().orElseThrow();
            range[column] = table.stream().mapToDouble(row -> row.get(of)).max().orElseThrow() - least[column];
        }
        return table.stream()
                .map(row -> IntStream.range(0, columns)
                        .mapToObj(column ->
                                range[column] == 0 ? 0 : (row.get(column) - least[column]) / range[column] * most)
                        .toList())
                .toList();
    }
}
