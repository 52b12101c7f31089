// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.noise;

/**
 * How noisy circuits are simulated.
 *
 * @param trajectories how many an expectation is the mean of, where it is not exact
 */
public record NoiseSettings(Method method, int trajectories) {
    public static final NoiseSettings DEFAULT = new NoiseSettings(Method.AUTOMATIC, 1000);

    public NoiseSettings {
        if (trajectories < 2) {
            throw new IllegalArgumentException(
                    "At least 2 trajectories are needed for an error bar, not %d".formatted(trajectories));
        }
    }

    /** The ways of simulating noise. */
    public enum Method {
        /** The density matrix where it fits, else trajectories. */
        AUTOMATIC,
        /** Exact; memory grows as {@code 4^qubits}. */
        DENSITY_MATRIX,
        /** Random pure states; memory grows as {@code 2^qubits}, errors fall with the square root of their number. */
        TRAJECTORIES
    }
}
