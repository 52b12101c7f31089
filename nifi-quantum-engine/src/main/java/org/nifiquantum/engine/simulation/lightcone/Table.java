// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.lightcone;

/** A complex function of some bits: bit k of an index is variable k. */
final class Table {
    final double[] real;
    final double[] imaginary;

    Table(int bits) {
        real = new double[1 << bits];
        imaginary = new double[1 << bits];
    }

    int size() {
        return real.length;
    }

    void set(int index, double re, double im) {
        real[index] = re;
        imaginary[index] = im;
    }

    void multiply(int index, double re, double im) {
        double product = real[index] * re - imaginary[index] * im;
        imaginary[index] = real[index] * im + imaginary[index] * re;
        real[index] = product;
    }
}
