// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.kernel;

/**
 * Sines and cosines of whole rows, within 3e-16 of the exact values. Without branches, with all arrays at one index and in
 * several short loops, so that C2 vectorises it: it does not unroll, and so not vectorise, a long one. Reduction modulo pi/2 after W. Cody and W. Waite, polynomials of fdlibm's k_sin.c and k_cos.c.
 */
public final class SinCos {
    /** Larger angles would lose digits in the reduction. */
    public static final double LARGEST_ANGLE = 1e5;

    private static final double TWO_OVER_PI = 2 / Math.PI;

    /** pi/2 in three parts; the first two have 33 bits, so that their products with a count of up to 20 bits are exact. */
    private static final double HALF_PI_1 = 1.5707963267341256;

    private static final double HALF_PI_2 = 6.077100506303966e-11;
    private static final double HALF_PI_3 = 2.0222662487959506e-21;

    private static final double THIRD = 1.0 / 3;
    private static final double SIXTH = 1.0 / 6;

    private SinCos() {}

    /**
     * Fills the rows of sines and cosines of the scratch from its values.
     *
     * @param bound no value is larger
     */
    static void rows(Scratch scratch, int length, double bound) {
        if (bound <= LARGEST_ANGLE) {
            reduce(scratch.values, scratch.reduced, scratch.squares, scratch.quarters, length);
            sines(scratch.reduced, scratch.squares, scratch.sines, length);
            cosines(scratch.squares, scratch.cosines, length);
            turn(scratch.quarters, scratch.sines, scratch.cosines, length);
            return;
        }
        for (int i = 0; i < length; i++) {
            scratch.sines[i] = Math.sin(scratch.values[i]);
            scratch.cosines[i] = Math.cos(scratch.values[i]);
        }
    }

    /** Angle = reduced + quarter turns, where only the rest of 4 quarters counts. */
    private static void reduce(double[] angles, double[] reduced, double[] squares, double[] quarters, int length) {
        for (int i = 0; i < length; i++) {
            double turns = Math.rint(angles[i] * TWO_OVER_PI);
            double x = ((angles[i] - turns * HALF_PI_1) - turns * HALF_PI_2) - turns * HALF_PI_3;
            reduced[i] = x;
            squares[i] = x * x;
            quarters[i] = turns - 4 * Math.rint(turns * 0.25);
        }
    }

    private static void sines(double[] reduced, double[] squares, double[] sines, int length) {
        for (int i = 0; i < length; i++) {
            double z = squares[i];
            double s = 1.58969099521155e-10;
            s = s * z - 2.5050760253406863e-08;
            s = s * z + 2.7557313707070068e-06;
            s = s * z - 0.0001984126982985795;
            s = s * z + 0.00833333333332249;
            s = s * z - 0.16666666666666632;
            sines[i] = reduced[i] + reduced[i] * z * s;
        }
    }

    private static void cosines(double[] squares, double[] cosines, int length) {
        for (int i = 0; i < length; i++) {
            double z = squares[i];
            double c = -1.1359647557788195e-11;
            c = c * z + 2.087572321298175e-09;
            c = c * z - 2.7557314351390663e-07;
            c = c * z + 2.480158728947673e-05;
            c = c * z - 0.001388888888887411;
            c = c * z + 0.0416666666666666;
            cosines[i] = 1 - (0.5 * z - z * z * c);
        }
    }

    /** Quarters are -2 to 2; cosine and sine of so many quarter turns are polynomials that are exact there. */
    private static void turn(double[] quarters, double[] sines, double[] cosines, int length) {
        for (int i = 0; i < length; i++) {
            double q = quarters[i];
            double square = q * q;
            double quarterCos = 1 - square * (7 - square) * SIXTH;
            double quarterSin = q * (4 - square) * THIRD;
            double sin = sines[i];
            double cos = cosines[i];
            sines[i] = sin * quarterCos + cos * quarterSin;
            cosines[i] = cos * quarterCos - sin * quarterSin;
        }
    }
}
