// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.kernel;

/**
 * Applies a matrix of 2 rows and 2 columns to two rows of amplitudes: those with the target qubit 0 and 1. All arrays are used
 * at the same index, so that C2 vectorises the loops.
 */
final class RowKernel {
    private RowKernel() {}

    /** The form of a matrix, which decides how many operations an amplitude costs. */
    enum Form {
        /** Real, as H and RY. */
        REAL,
        /** Real diagonal and imaginary rest, as RX. */
        CROSS,
        GENERAL
    }

    /** The form of a matrix given row by row, real before imaginary part. */
    static Form formOf(double[] m) {
        boolean realDiagonal = m[1] == 0 && m[7] == 0;
        if (realDiagonal && m[3] == 0 && m[5] == 0) {
            return Form.REAL;
        }
        return realDiagonal && m[2] == 0 && m[4] == 0 ? Form.CROSS : Form.GENERAL;
    }

    static void apply(Form form, double[] m, double[] re0, double[] im0, double[] re1, double[] im1, int length) {
        switch (form) {
            case REAL -> {
                mix(m[0], m[2], m[4], m[6], re0, re1, length);
                mix(m[0], m[2], m[4], m[6], im0, im1, length);
            }
            case CROSS -> {
                mix(m[0], -m[3], m[5], m[6], re0, im1, length);
                mix(m[0], m[3], -m[5], m[6], im0, re1, length);
            }
            case GENERAL -> general(m, re0, im0, re1, im1, length);
        }
    }

    /**
     * Applies rotations without their cosines to two qubits, both about X or both about Y. Rows are loaded and stored half as often
     * as by one after the other, which takes longer than the arithmetic.
     *
     * @param zero the row with both qubits 0
     * @param stride from there to the row with the first qubit 1; the second is the next qubit
     */
    static void turnTwo(
            Mixer.Form form, double t, double u, double[][] re, double[][] im, int zero, int stride, int length) {
        int one = zero + stride;
        int two = zero + 2 * stride;
        int both = two + stride;
        if (form == Mixer.Form.CROSS) {
            turnTwo(-t, t, -u, u, re[zero], im[one], im[two], re[both], length);
            turnTwo(t, -t, u, -u, im[zero], re[one], re[two], im[both], length);
        } else {
            turnTwo(t, t, u, u, re[zero], re[one], re[two], re[both], length);
            turnTwo(t, t, u, u, im[zero], im[one], im[two], im[both], length);
        }
    }

    /**
     * One tangent of a qubit is for the rows where the other qubit is 0, one for those where it is 1. With cosines, too, the loop
     * would be longer than what C2 unrolls, and so vectorises, every time.
     */
    private static void turnTwo(
            double t0,
            double t1,
            double u0,
            double u1,
            double[] zero,
            double[] one,
            double[] two,
            double[] both,
            int length) {
        for (int i = 0; i < length; i++) {
            double w = zero[i] - t0 * one[i];
            double x = one[i] + t0 * zero[i];
            double y = two[i] - t1 * both[i];
            double z = both[i] + t1 * two[i];
            zero[i] = w - u0 * y;
            two[i] = y + u0 * w;
            one[i] = x - u1 * z;
            both[i] = z + u1 * x;
        }
    }

    static void scale(double[] row, double factor, int length) {
        for (int i = 0; i < length; i++) {
            row[i] *= factor;
        }
    }

    /** Two arrays at a time: the loop with all four takes C2 twice as long. */
    private static void mix(double a, double b, double c, double d, double[] first, double[] second, int length) {
        for (int i = 0; i < length; i++) {
            double x = first[i];
            double y = second[i];
            first[i] = a * x + b * y;
            second[i] = c * x + d * y;
        }
    }

    private static void general(double[] m, double[] re0, double[] im0, double[] re1, double[] im1, int length) {
        double ar = m[0];
        double ai = m[1];
        double br = m[2];
        double bi = m[3];
        double cr = m[4];
        double ci = m[5];
        double dr = m[6];
        double di = m[7];
        for (int i = 0; i < length; i++) {
            double r0 = re0[i];
            double r1 = re1[i];
            double i0 = im0[i];
            double i1 = im1[i];
            re0[i] = ar * r0 - ai * i0 + br * r1 - bi * i1;
            im0[i] = ar * i0 + ai * r0 + br * i1 + bi * r1;
            re1[i] = cr * r0 - ci * i0 + dr * r1 - di * i1;
            im1[i] = cr * i0 + ci * r0 + dr * i1 + di * r1;
        }
    }
}
