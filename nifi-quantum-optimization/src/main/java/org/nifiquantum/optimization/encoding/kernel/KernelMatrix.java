// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.encoding.kernel;

import java.util.ArrayList;
import java.util.List;

/**
 * The kernel of a table with itself: symmetric, with ones on the diagonal, so only the pairs above it are evaluated.
 *
 * @param rows how many rows the table has
 */
public record KernelMatrix(int rows) {

    /** A row of the table with another. */
    private record Pair(int row, int column) {}

    public KernelMatrix {
        if (rows < 1) {
            throw new IllegalArgumentException("A kernel needs at least one row.");
        }
    }

    /** The bindings of {@link DataCircuits#ofPair}, row by row above the diagonal. */
    public List<List<Double>> bindings(List<List<Double>> table) {
        if (table.size() != rows) {
            throw new IllegalArgumentException("A table of %d rows for a kernel of %d.".formatted(table.size(), rows));
        }
        return pairs().stream()
                .map(pair -> {
                    List<Double> binding = new ArrayList<>(table.get(pair.row()));
                    binding.addAll(table.get(pair.column()));
                    return List.copyOf(binding);
                })
                .toList();
    }

    /**
     * The matrix of the values that the bindings gave.
     *
     * @param values in the order of the bindings
     */
    public double[][] of(List<Double> values) {
        List<Pair> pairs = pairs();
        if (values.size() != pairs.size()) {
            throw new IllegalArgumentException(
                    "%d values for the %d pairs of a kernel.".formatted(values.size(), pairs.size()));
        }
        double[][] matrix = new double[rows][rows];
        for (int row = 0; row < rows; row++) {
            matrix[row][row] = 1;
        }
        for (int k = 0; k < pairs.size(); k++) {
            Pair pair = pairs.get(k);
            matrix[pair.row()][pair.column()] = values.get(k);
            matrix[pair.column()][pair.row()] = values.get(k);
        }
        return matrix;
    }

    private List<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            for (int column = row + 1; column < rows; column++) {
                pairs.add(new Pair(row, column));
            }
        }
        return pairs;
    }
}
