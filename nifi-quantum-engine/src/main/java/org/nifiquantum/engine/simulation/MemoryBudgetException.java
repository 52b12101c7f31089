// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation;

/** More qubits were asked for than the memory budget holds. Thrown before any memory is taken. */
public final class MemoryBudgetException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int requestedQubits;
    private final int maximumQubits;

    MemoryBudgetException(int requestedQubits, MemoryBudget budget) {
        super("A state vector of %d qubits needs %s; the memory budget of %s holds at most %d qubits"
                .formatted(
                        requestedQubits,
                        bytes(MemoryBudget.bytesForQubits(requestedQubits)),
                        bytes(budget.bytes()),
                        Math.max(0, budget.maximumQubits())));
        this.requestedQubits = requestedQubits;
        this.maximumQubits = Math.max(0, budget.maximumQubits());
    }

    private MemoryBudgetException(String message, int requestedQubits, int maximumQubits) {
        super(message);
        this.requestedQubits = requestedQubits;
        this.maximumQubits = maximumQubits;
    }

    static MemoryBudgetException ofDensityMatrix(int qubits, MemoryBudget budget) {
        int most = Math.max(0, budget.maximumDensityMatrixQubits());
        String message = "A density matrix of %d qubits needs %s; the memory budget of %s holds at most %d qubits"
                .formatted(qubits, bytes(MemoryBudget.bytesForQubits(2 * qubits)), bytes(budget.bytes()), most);
        return new MemoryBudgetException(message + "; simulate by trajectories instead", qubits, most);
    }

    static MemoryBudgetException ofGradient(int qubits, MemoryBudget budget) {
        int most = Math.max(0, new MemoryBudget(budget.bytes() / 2).maximumQubits());
        String message =
                "A gradient on %d qubits needs two states of %s; the memory budget of %s holds those of at most %d qubits"
                        .formatted(qubits, bytes(MemoryBudget.bytesForQubits(qubits)), bytes(budget.bytes()), most);
        return new MemoryBudgetException(message, qubits, most);
    }

    /** For an expectation that the light cones of its terms do not give either. */
    public static MemoryBudgetException ofExpectation(int qubits, MemoryBudget budget) {
        MemoryBudgetException ofState = new MemoryBudgetException(qubits, budget);
        String message =
                "%s, and the light cones of the observable's terms are too large to do without one; fewer layers make them smaller"
                        .formatted(ofState.getMessage());
        return new MemoryBudgetException(message, qubits, ofState.maximumQubits);
    }

    public int requestedQubits() {
        return requestedQubits;
    }

    /** How many qubits would fit. */
    public int maximumQubits() {
        return maximumQubits;
    }

    private static String bytes(long bytes) {
        if (bytes == Long.MAX_VALUE) {
            return "more than 8 EiB";
        }
        long mebibytes = bytes >> 20;
        return mebibytes == 0 ? bytes + " bytes" : mebibytes + " MiB";
    }
}
