// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation;

/** How much memory a simulation may take. */
public record MemoryBudget(long bytes) {
    /** A state vector has two arrays of doubles, and a Java array has fewer than 2^31 elements. */
    public static final int MOST_QUBITS = 30;

    /** Beyond this, trajectories are both smaller and faster. */
    public static final int MOST_DENSITY_MATRIX_QUBITS = 13;

    private static final int BYTES_PER_AMPLITUDE = 2 * Double.BYTES;

    public MemoryBudget {
        if (bytes < 0) {
            throw new IllegalArgumentException("A memory budget cannot be %d bytes".formatted(bytes));
        }
    }

    public static MemoryBudget ofBytes(long bytes) {
        return new MemoryBudget(bytes);
    }

    /** Half of the most heap this JVM may take. */
    public static MemoryBudget halfOfHeap() {
        return new MemoryBudget(Runtime.getRuntime().maxMemory() / 2);
    }

    /** The bytes of a state vector of so many qubits, at most {@link Long#MAX_VALUE}. */
    public static long bytesForQubits(int qubits) {
        return qubits > 58 ? Long.MAX_VALUE : (long) BYTES_PER_AMPLITUDE << qubits;
    }

    /** The most qubits whose state vector fits, or -1 if none does. */
    public int maximumQubits() {
        int qubits = MOST_QUBITS;
        while (qubits >= 0 && !fits(qubits)) {
            qubits--;
        }
        return qubits;
    }

    /** The part that tables which speed up evaluations may take. */
    long bytesForTables() {
        return bytes / 4;
    }

    /**
     * Checks that a simulation fits, before it takes any memory.
     *
     * @throws MemoryBudgetException if a state vector of so many qubits does not fit
     */
    public void requireQubits(int qubits) {
        if (!fits(qubits)) {
            throw new MemoryBudgetException(qubits, this);
        }
    }

    private boolean fits(int qubits) {
        return qubits <= MOST_QUBITS && bytesForQubits(qubits) <= bytes;
    }

    /** The most qubits whose density matrix, of {@code 4^qubits} elements, fits, or -1 if none does. */
    public int maximumDensityMatrixQubits() {
        return Math.min(MOST_DENSITY_MATRIX_QUBITS, Math.floorDiv(maximumQubits(), 2));
    }

    /**
     * Checks that the density matrix of so many qubits fits, before it takes any memory.
     *
     * @throws MemoryBudgetException if it does not
     */
    public void requireDensityMatrixQubits(int qubits) {
        if (qubits > maximumDensityMatrixQubits()) {
            throw MemoryBudgetException.ofDensityMatrix(qubits, this);
        }
    }

    /**
     * Checks that the two states of a gradient fit, before they take any memory.
     *
     * @throws MemoryBudgetException if they do not
     */
    public void requireGradientQubits(int qubits) {
        if (!fits(qubits) || 2 * bytesForQubits(qubits) > bytes) {
            throw MemoryBudgetException.ofGradient(qubits, this);
        }
    }
}
