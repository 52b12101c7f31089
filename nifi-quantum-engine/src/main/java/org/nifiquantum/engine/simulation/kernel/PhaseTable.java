// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.kernel;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The values of a diagonal function at all basis states, kept for repeated use. Functions with few different values, as the
 * number of edges that a cut has, are kept as the index of the value, in a quarter of the memory. Immutable.
 */
public final class PhaseTable {
    private static final int MOST_DISTINCT_VALUES = 4096;

    /** Either the value at each basis state, or the different values in order of appearance. */
    private final double[] values;

    private final Optional<char[]> indices;

    private PhaseTable(double[] values, Optional<char[]> indices) {
        this.values = values;
        this.indices = indices;
    }

    /** Takes ownership of the values, one for each basis state. */
    public static PhaseTable of(double... values) {
        Map<Double, Character> indexOfValue = new HashMap<>();
        char[] indices = new char[values.length];
        for (int state = 0; state < values.length; state++) {
            Character known = indexOfValue.get(values[state]);
            if (known == null) {
                if (indexOfValue.size() == Math.min(MOST_DISTINCT_VALUES, values.length / 4)) {
                    return new PhaseTable(values, Optional.empty());
                }
                known = (char) indexOfValue.size();
                indexOfValue.put(values[state], known);
            }
            indices[state] = known;
        }
        double[] distinct = new double[indexOfValue.size()];
        indexOfValue.forEach((value, index) -> distinct[index] = value);
        return new PhaseTable(distinct, Optional.of(indices));
    }

    /** The most bytes that a table for so many qubits takes. */
    public static long bytes(int qubits) {
        return (long) Double.BYTES << qubits;
    }

    Optional<char[]> indices() {
        return indices;
    }

    double[] values() {
        return values;
    }

    double value(int state) {
        return indices.isPresent() ? values[indices.get()[state]] : values[state];
    }

    double largest() {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }
}
