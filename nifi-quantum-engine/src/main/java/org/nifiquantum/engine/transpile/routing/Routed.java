// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.transpile.routing;

/** A way through a problem. */
final class Routed {
    private final int[] initial;
    private final int[] last;
    private final int[] steps;
    private final int cost;

    Routed(int[] initial, int[] last, int[] steps, int cost) {
        this.initial = initial;
        this.last = last;
        this.steps = steps;
        this.cost = cost;
    }

    /** The qubit of each wire at the start. */
    int[] initial() {
        return initial;
    }

    /** The qubit of each wire at the end. */
    int[] last() {
        return last;
    }

    /** In order, a node's number or {@code -1 - (first * qubits + second)} for an exchange. */
    int[] steps() {
        return steps;
    }

    /** How many two-qubit gates it takes, exchanges joined with what is before them. */
    int cost() {
        return cost;
    }
}
