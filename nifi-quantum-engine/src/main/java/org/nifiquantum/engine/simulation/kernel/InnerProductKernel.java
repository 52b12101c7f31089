// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.kernel;

/** {@code <a|b> = sum conj(a_x) b_x}. */
public final class InnerProductKernel {
    private InnerProductKernel() {}

    public static double real(Amplitudes left, Amplitudes right, Workers workers) {
        return BlockSums.sum(left.size(), workers, (first, end, scratch) -> {
            double sum = 0;
            for (int index = first; index < end; index++) {
                sum += left.real[index] * right.real[index] + left.imaginary[index] * right.imaginary[index];
            }
            return sum;
        });
    }

    public static double imaginary(Amplitudes left, Amplitudes right, Workers workers) {
        return BlockSums.sum(left.size(), workers, (first, end, scratch) -> {
            double sum = 0;
            for (int index = first; index < end; index++) {
                sum += left.real[index] * right.imaginary[index] - left.imaginary[index] * right.real[index];
            }
            return sum;
        });
    }
}
