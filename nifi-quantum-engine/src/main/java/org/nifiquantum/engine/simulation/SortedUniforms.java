// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation;

/**
 * Uniform random numbers in rising order: the partial sums of exponential variables, divided by their total (L. Devroye,
 * Non-Uniform Random Variate Generation, 1986, V.3.1). In arithmetic that has the same bits on every machine.
 */
final class SortedUniforms {
    /** ln 2 in two parts: the first has 33 bits, so that its products with an exponent are exact. */
    private static final double LN_2_HIGH = 0.6931471803691238;

    private static final double LN_2_LOW = 1.9082149292705877e-10;
    private static final long ROOT_HALF_BITS = Double.doubleToRawLongBits(0x1.6a09e667f3bcdp-1);
    /** The odd coefficients 2/3, 2/5, ... of {@code log((1 + s)/(1 - s)) / s}, as fdlibm's e_log.c fits them for small s. */
    private static final double L1 = 0.6666666666666735;

    private static final double L2 = 0.3999999999940942;
    private static final double L3 = 0.2857142874366239;
    private static final double L4 = 0.22222198432149784;
    private static final double L5 = 0.1818357216161805;
    private static final double L6 = 0.15313837699209373;
    private static final double L7 = 0.14798198605116586;

    private SortedUniforms() {}

    /** So many numbers from 0 to a bound, which depend on the seed and, but for rounding, are multiples of the bound. */
    static double[] below(double bound, int count, long seed) {
        SplitMix64 random = new SplitMix64(seed);
        double[] uniforms = new double[count];
        for (int index = 0; index < count; index++) {
            uniforms[index] = random.nextPositiveUniform();
        }
        logarithms(uniforms);
        double sum = 0;
        for (int index = 0; index < count; index++) {
            sum -= uniforms[index];
            uniforms[index] = sum;
        }
        double scale = bound / (sum - log(random.nextPositiveUniform()));
        for (int index = 0; index < count; index++) {
            uniforms[index] *= scale;
        }
        return uniforms;
    }

    /** In three short loops, which C2 vectorises; one long one it does not. */
    private static void logarithms(double[] values) {
        double[] exponents = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            exponents[i] = exponent(values[i]);
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = fraction(values[i]);
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = log(exponents[i], values[i]);
        }
    }

    /**
     * The natural logarithm of a positive normal number, within 2 units in the last place: fdlibm's method without its special
     * cases, which would cost more than the rest.
     */
    static double log(double value) {
        return log(exponent(value), fraction(value));
    }

    /** Of a number whose mantissa is from sqrt(1/2) to sqrt(2): in bits, since nobody could predict a branch. */
    private static double exponent(double value) {
        return (double) ((Double.doubleToRawLongBits(value) - ROOT_HALF_BITS) >> 52);
    }

    /** The same mantissa less 1. */
    private static double fraction(double value) {
        long bits = Double.doubleToRawLongBits(value) - ROOT_HALF_BITS;
        return Double.longBitsToDouble((bits & 0xFFFFFFFFFFFFFL) + ROOT_HALF_BITS) - 1;
    }

    private static double log(double exponent, double f) {
        double s = f / (2 + f);
        double z = s * s;
        double w = z * z;
        double even = w * (L2 + w * (L4 + w * L6));
        double odd = z * (L1 + w * (L3 + w * (L5 + w * L7)));
        double half = 0.5 * f * f;
        return exponent * LN_2_HIGH - ((half - (s * (half + (even + odd)) + exponent * LN_2_LOW)) - f);
    }
}
