// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.kernel.vector;

import static org.nifiquantum.engine.simulation.kernel.vector.Lanes.SPECIES;

import jdk.incubator.vector.DoubleVector;

/**
 * Multiplies amplitudes by {@code factor exp(i angle)}. The method is that of the engine's {@code SinCos}, within 3e-16 of the
 * exact values: reduction modulo pi/2 after W. Cody and W. Waite, polynomials of fdlibm's k_sin.c and k_cos.c.
 */
final class SinCosKernel {
    private static final double TWO_OVER_PI = 2 / Math.PI;

    /** pi/2 in three parts; the first two have 33 bits, so that their products with a count of up to 20 bits are exact. */
    private static final double HALF_PI_1 = 1.5707963267341256;

    private static final double HALF_PI_2 = 6.077100506303966e-11;
    private static final double HALF_PI_3 = 2.0222662487959506e-21;

    /** Adding and subtracting it leaves the nearest integer, since no digit of a half remains. */
    private static final double ROUND = 0x1.8p52;

    private SinCosKernel() {}

    static void turn(double[] re, double[] im, int first, int length, double[] angles, double factor) {
        for (int index = 0; index < length; index += Lanes.COUNT) {
            DoubleVector angle = DoubleVector.fromArray(SPECIES, angles, index);
            DoubleVector turns = nearest(angle.mul(TWO_OVER_PI));
            DoubleVector x =
                    angle.sub(turns.mul(HALF_PI_1)).sub(turns.mul(HALF_PI_2)).sub(turns.mul(HALF_PI_3));
            DoubleVector z = x.mul(x);
            DoubleVector sine = sine(x, z);
            DoubleVector cosine = cosine(z);
            // -2 to 2; cosine and sine of so many quarter turns are polynomials that are exact there.
            DoubleVector q = turns.sub(nearest(turns.mul(0.25)).mul(4));
            DoubleVector square = q.mul(q);
            DoubleVector quarterCos = square.mul(square.sub(7)).mul(factor / 6).add(factor);
            DoubleVector quarterSin = q.mul(square.neg().add(4)).mul(factor / 3);
            DoubleVector sin = sine.mul(quarterCos).add(cosine.mul(quarterSin));
            DoubleVector cos = cosine.mul(quarterCos).sub(sine.mul(quarterSin));
            DoubleVector r = DoubleVector.fromArray(SPECIES, re, first + index);
            DoubleVector i = DoubleVector.fromArray(SPECIES, im, first + index);
            r.mul(cos).sub(i.mul(sin)).intoArray(re, first + index);
            r.mul(sin).add(i.mul(cos)).intoArray(im, first + index);
        }
    }

    private static DoubleVector nearest(DoubleVector value) {
        return value.add(ROUND).sub(ROUND);
    }

    private static DoubleVector sine(DoubleVector x, DoubleVector z) {
        DoubleVector s = next(DoubleVector.broadcast(SPECIES, 1.58969099521155e-10), z, -2.5050760253406863e-08);
        s = next(s, z, 2.7557313707070068e-06);
        s = next(s, z, -0.0001984126982985795);
        s = next(s, z, 0.00833333333332249);
        s = next(s, z, -0.16666666666666632);
        return x.mul(z).fma(s, x);
    }

    private static DoubleVector cosine(DoubleVector z) {
        DoubleVector c = next(DoubleVector.broadcast(SPECIES, -1.1359647557788195e-11), z, 2.087572321298175e-09);
        c = next(c, z, -2.7557314351390663e-07);
        c = next(c, z, 2.480158728947673e-05);
        c = next(c, z, -0.001388888888887411);
        c = next(c, z, 0.0416666666666666);
        DoubleVector half = z.mul(0.5);
        return z.mul(z).mul(c).sub(half).add(1);
    }

    private static DoubleVector next(DoubleVector polynomial, DoubleVector z, double coefficient) {
        return polynomial.fma(z, DoubleVector.broadcast(SPECIES, coefficient));
    }
}
