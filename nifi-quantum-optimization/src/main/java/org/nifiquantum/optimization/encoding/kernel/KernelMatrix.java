// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.encoding.kernel;

import java.util.ArrayList;
import java.util.List;

/**
 * The kernel of a table: a row for each row of the table, a column for each of its first rows, which a model learns from. That
 * of these with themselves is symmetric with ones on the diagonal, so only the pairs above it are evaluated; the further rows
 * are evaluated with every one of them.
 *
 * @param learned how many rows a model learns from
 * @param further how many rows follow them, to be predicted
 */
public record KernelMatrix(int learned, int further) {

    /** A row of the table with another. */
    private record Pair(int row, int column) {}

    public KernelMatrix {
        if (learned < 1 || further < 0) {
            throw new IllegalArgumentException("A kernel needs at least one row.");
        }
    }

    /** How many pairs are evaluated. */
    public static long pairs(long learned, long further) {
        return learned * (learned - 1) / 2 + further * learned;
    }

    /** The bindings of {@link DataCircuits#ofPair}: row by row above the diagonal, then the further rows one after the other. */
    public List<List<Double>> bindings(List<List<Double>> table) {
        if (table.size() != learned + further) {
            throw new IllegalArgumentException(
                    "A table of %d rows for a kernel of %d.".formatted(table.size(), learned + further));
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
        double[][] matrix = new double[learned + further][learned];
        for (int row = 0; row < learned; row++) {
            matrix[row][row] = 1;
        }
        for (int k = 0; k < pairs.size(); k++) {
            Pair pair = pairs.get(k);
            matrix[pair.row()][pair.column()] = values.get(k);
            if (pair.row() < learned) {
                matrix[pair.column()][pair.row()] = values.get(k);
            }
        }
        return matrix;
    }

    private List<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        for (int row = 0; row < learned; row++) {
            for (int column = row + 1; column < learned; column++) {
                pairs.add(new Pair(row, column));
            }
        }
        for (int row = learned; row < learned + further; row++) {
            for (int column = 0; column < learned; column++) {
                pairs.add(new Pair(row, column));
            }
        }
        return pairs;
    }
}
