// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.lightcone;

/**
 * How much the evaluation of light cones may take before something else is better.
 *
 * @param operations products of two complex numbers in all
 * @param bytes of plan and tables together, roughly
 */
public record ConeLimits(double operations, long bytes) {
    /** What a node of a plan takes, roughly. */
    static final int BYTES_PER_NODE = 400;

    private static final int BYTES_PER_ENTRY = 2 * Double.BYTES;
    /** Tables that are there at once are about so many times the largest. */
    private static final int TABLES_AT_ONCE = 4;

    private static final int MOST_VARIABLES = 26;
    /** Planning a cone takes this often the square of its variables, and all of it no more than about ten seconds. */
    private static final double MOST_PLANNING = 3e9;

    /** How many variables a table may have. */
    int widest() {
        long entries = Math.max(1, bytes / (TABLES_AT_ONCE * BYTES_PER_ENTRY));
        return Math.min(MOST_VARIABLES, Long.SIZE - 1 - Long.numberOfLeadingZeros(entries));
    }

    /** Whether a plan is within the limits. */
    boolean allow(double planned, int nodes, double planning) {
        return planned <= operations && (long) nodes * BYTES_PER_NODE <= bytes && planning <= MOST_PLANNING;
    }
}
