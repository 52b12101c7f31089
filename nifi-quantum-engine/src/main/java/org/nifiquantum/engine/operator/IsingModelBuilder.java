// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.operator;

import java.util.Arrays;

/** Collects the entries of an {@link IsingModel}; repeated entries add up. Not thread-safe. */
public final class IsingModelBuilder {
    private final double[] fields;
    private double constant;
    /** A coupling's spins as one sortable number: first * 2^32 + second. */
    private long[] pairs = new long[16];

    private double[] strengths = new double[16];
    private int count;

    IsingModelBuilder(int spins) {
        if (spins < 0) {
            throw new IllegalArgumentException("An Ising model cannot have %d spins".formatted(spins));
        }
        this.fields = new double[spins];
    }

    public IsingModelBuilder field(int spin, double value) {
        requireSpin(spin);
        fields[spin] += requireFinite(value, "field");
        return this;
    }

    /** Adds to the coupling of two different spins, in either order. */
    public IsingModelBuilder coupling(int spin, int other, double value) {
        requireSpin(spin);
        requireSpin(other);
        if (spin == other) {
            throw new IllegalArgumentException(
                    "Spin %d is coupled to itself; s*s is 1, so add %s to the constant".formatted(spin, value));
        }
        if (count == pairs.length) {
            pairs = Arrays.copyOf(pairs, 2 * count);
            strengths = Arrays.copyOf(strengths, 2 * count);
        }
        pairs[count] = (long) Math.min(spin, other) << Integer.SIZE | Math.max(spin, other);
        strengths[count] = requireFinite(value, "coupling");
        count++;
        return this;
    }

    public IsingModelBuilder constant(double value) {
        constant += requireFinite(value, "constant");
        return this;
    }

    public IsingModel build() {
        long[] sorted = Arrays.copyOf(pairs, count);
        Arrays.sort(sorted);
        int distinct = 0;
        for (int index = 0; index < count; index++) {
            if (index == 0 || sorted[index] != sorted[distinct - 1]) {
                sorted[distinct++] = sorted[index];
            }
        }
        double[] sums = new double[distinct];
        for (int index = 0; index < count; index++) {
            sums[Arrays.binarySearch(sorted, 0, distinct, pairs[index])] += strengths[index];
        }
        return withoutZeros(sorted, sums);
    }

    private IsingModel withoutZeros(long[] sorted, double[] sums) {
        int kept = (int) Arrays.stream(sums).filter(sum -> sum != 0).count();
        int[] firsts = new int[kept];
        int[] seconds = new int[kept];
        double[] values = new double[kept];
        int next = 0;
        for (int index = 0; index < sums.length; index++) {
            if (sums[index] != 0) {
                firsts[next] = (int) (sorted[index] >>> Integer.SIZE);
                seconds[next] = (int) sorted[index];
                values[next] = sums[index];
                next++;
            }
        }
        return new IsingModel(fields.clone(), firsts, seconds, values, constant);
    }

    private void requireSpin(int spin) {
        if (spin < 0 || spin >= fields.length) {
            throw new IllegalArgumentException("Spin %d of a model with %d spins".formatted(spin, fields.length));
        }
    }

    private static double requireFinite(double value, String what) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("A %s of an Ising model is %s".formatted(what, value));
        }
        return value;
    }
}
