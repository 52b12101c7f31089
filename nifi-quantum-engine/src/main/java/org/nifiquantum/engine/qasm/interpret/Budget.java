// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm.interpret;

import org.nifiquantum.engine.qasm.OpenQasmException;
import org.nifiquantum.engine.qasm.ast.Place;

/** Counts what one pass through a program has used and stops it at the limits. */
final class Budget {
    private static final int STEPS_BETWEEN_LOOKS_AT_THE_CLOCK = 1 << 12;
    /** Numbers that are copied in the time of a step. */
    private static final int COPIED_PER_STEP = 16;

    private final long start = System.nanoTime();
    private long steps;
    private long nextLook = STEPS_BETWEEN_LOOKS_AT_THE_CLOCK;
    private long expandedGates;
    private long operations;
    private int depth;

    void step(Place place) {
        steps(place, 1);
    }

    /** Counts as many steps as there are elements to make or to go through. */
    void steps(Place place, long elements) {
        steps += elements;
        if (steps > Limits.STEPS) {
            throw new OpenQasmException(
                    place, "the program takes more than %d steps; is a loop without end?".formatted(Limits.STEPS));
        }
        if (steps < nextLook) {
            return;
        }
        nextLook = steps + STEPS_BETWEEN_LOOKS_AT_THE_CLOCK;
        if (System.nanoTime() - start > Limits.NANOS) {
            throw new OpenQasmException(
                    place, "the program takes longer than %d seconds".formatted(Limits.NANOS / 1_000_000_000));
        }
    }

    /** Counts the steps of copying bits or numbers. */
    void copy(Place place, long elements) {
        steps(place, elements / COPIED_PER_STEP);
    }

    /** Counts an operation; one on very many qubits takes the memory of several. */
    void operation(Place place, int qubits) {
        operations(place, 1 + qubits / COPIED_PER_STEP);
    }

    void operations(Place place, long count) {
        operations += count;
        if (operations > Limits.OPERATIONS) {
            throw new OpenQasmException(place, "the circuit has more than %d operations".formatted(Limits.OPERATIONS));
        }
    }

    void gates(Place place, long expanded) {
        expandedGates += expanded;
        requireExpandable(place, expandedGates);
    }

    static void requireExpandable(Place place, long gates) {
        if (gates > Limits.EXPANDED_GATES) {
            throw new OpenQasmException(
                    place,
                    "the circuit has more than %d gates when the definitions of gates are replaced by their bodies"
                            .formatted(Limits.EXPANDED_GATES));
        }
    }

    /**
     * Goes one step deeper.
     *
     * @param weight how much stack that takes, in parts of an expression
     */
    void enter(Place place, int weight) {
        depth += weight;
        if (depth > Limits.DEPTH) {
            throw new OpenQasmException(
                    place, "statements, calls and expressions are nested more than %d deep".formatted(Limits.DEPTH));
        }
    }

    void leave(int weight) {
        depth -= weight;
    }
}
