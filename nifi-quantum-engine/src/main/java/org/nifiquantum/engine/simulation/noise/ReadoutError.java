// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.noise;

/**
 * How a measured qubit is misread: the column-stochastic matrix {@code [[1 - a, b], [a, 1 - b]]} between what is and what is read.
 *
 * @param oneGivenZero a, the probability that 0 is read as 1
 * @param zeroGivenOne b, the probability that 1 is read as 0
 */
public record ReadoutError(double oneGivenZero, double zeroGivenOne) {
    public static final ReadoutError NONE = new ReadoutError(0, 0);

    public ReadoutError {
        Checks.probability(oneGivenZero, "The probability that 0 is read as 1");
        Checks.probability(zeroGivenOne, "The probability that 1 is read as 0");
    }

    /** The probability that a qubit with the value is read as the other one. */
    double ofMisreading(boolean value) {
        return value ? zeroGivenOne : oneGivenZero;
    }
}
