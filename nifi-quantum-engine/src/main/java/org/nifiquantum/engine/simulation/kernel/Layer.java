// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.kernel;

/** Something done to all amplitudes of a state that does not need all of them at once. */
public sealed interface Layer {

    /** A matrix on each of several qubits. */
    record Mix(Mixer mixer) implements Layer {}

    /** Nothing but that the state is copied. */
    record Keep(Amplitudes copy) implements Layer {}

    /** Phases of {@code scale} times a table. */
    record Tabulated(PhaseTable table, double scale) implements Layer {}

    /** Phases of a function with these coefficients. */
    final class Computed implements Layer {
        final DiagonalFunction function;
        final double[] coefficients;
        /** No phase is larger. */
        final double bound;

        /** Takes ownership of the coefficients. */
        public Computed(DiagonalFunction function, double[] coefficients) {
            this.function = function;
            this.coefficients = coefficients;
            double sum = 0;
            for (double coefficient : coefficients) {
                sum += Math.abs(coefficient);
            }
            this.bound = sum;
        }
    }
}
