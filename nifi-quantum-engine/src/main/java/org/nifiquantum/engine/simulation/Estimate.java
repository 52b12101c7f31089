// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation;

/**
 * A number with its error bar.
 *
 * @param standardError one standard deviation of the value; 0 if it is exact
 */
public record Estimate(double value, double standardError) {
    public Estimate {
        if (!(standardError >= 0)) {
            throw new IllegalArgumentException("A standard error cannot be " + standardError);
        }
    }

    public static Estimate exact(double value) {
        return new Estimate(value, 0);
    }

    /** The mean of independent draws, with the error that their scatter shows; that of fewer than 2 draws is infinite. */
    public static Estimate meanOf(double... draws) {
        double mean = 0;
        for (double draw : draws) {
            mean += draw / draws.length;
        }
        double squares = 0;
        for (double draw : draws) {
            squares += (draw - mean) * (draw - mean);
        }
        double error =
                draws.length < 2 ? Double.POSITIVE_INFINITY : Math.sqrt(squares / (draws.length - 1) / draws.length);
        return new Estimate(mean, error);
    }
}
