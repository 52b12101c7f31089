// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.noise;

/** Checks of the numbers of a noise model. */
final class Checks {
    /** How far a sum that must be 1 may be off. */
    static final double TOLERANCE = 1e-9;

    private Checks() {}

    static void probability(double value, String what) {
        inRange(value, 1, what);
    }

    static void inRange(double value, double largest, String what) {
        if (!(value >= 0 && value <= largest)) {
            throw new IllegalArgumentException("%s is %s; it must be from 0 to %s".formatted(what, value, largest));
        }
    }
}
