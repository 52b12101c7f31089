// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.kernel;

import java.util.Arrays;

/**
 * Applies a matrix to several qubits, gathering the amplitudes of each group. The matrix is kept as its entries that are not 0,
 * since those of channels and their superoperators are sparse. Immutable and thread-safe.
 */
public final class MatrixKernel {
    private static final int GROUPS_PER_TASK = 1 << 10;
    /** Below this, copying runs costs more than going from group to group. */
    private static final int SHORTEST_RUN = 4;

    private final int fixed;
    /** What an index inside a group adds to the index of the state. */
    private final int[] offsets;
    /** Where the entries of each row begin; one more than there are rows. */
    private final int[] starts;

    private final int[] columns;
    private final double[] real;
    private final double[] imaginary;

    /**
     * A matrix on qubits of a state.
     *
     * @param qubits distinct; bit k of a row or column index is {@code qubits[k]}
     * @param values row by row, real before imaginary part
     */
    public MatrixKernel(int[] qubits, double[] values) {
        int dimension = 1 << qubits.length;
        this.offsets = offsets(qubits);
        this.fixed = offsets[dimension - 1];
        this.starts = new int[dimension + 1];
        int[] foundColumns = new int[dimension * dimension];
        int found = 0;
        for (int entry = 0; entry < dimension * dimension; entry++) {
            if (values[2 * entry] != 0 || values[2 * entry + 1] != 0) {
                foundColumns[found++] = entry;
            }
            starts[entry / dimension + 1] = found;
        }
        this.columns = new int[found];
        this.real = new double[found];
        this.imaginary = new double[found];
        for (int index = 0; index < found; index++) {
            columns[index] = foundColumns[index] % dimension;
            real[index] = values[2 * foundColumns[index]];
            imaginary[index] = values[2 * foundColumns[index] + 1];
        }
    }

    /** What each index inside a group adds to the index of the state. */
    static int[] offsets(int[] qubits) {
        int[] offsets = new int[1 << qubits.length];
        for (int index = 0; index < offsets.length; index++) {
            for (int operand = 0; operand < qubits.length; operand++) {
                offsets[index] |= (index >> operand & 1) << qubits[operand];
            }
        }
        return offsets;
    }

    public void apply(Amplitudes state, Workers workers) {
        int groups = state.size() / offsets.length;
        int tasks = Math.max(1, groups / GROUPS_PER_TASK);
        int groupsPerTask = groups / tasks;
        int run = Math.min(Math.min(groupsPerTask, TileKernel.COLUMNS), Integer.lowestOneBit(fixed));
        boolean byRuns = run >= SHORTEST_RUN && offsets.length <= TileKernel.ROWS;
        workers.run(tasks, state.size(), (task, scratch) -> {
            int base = Subspace.spread(task * groupsPerTask, fixed);
            for (int group = 0; group < groupsPerTask; group += byRuns ? run : 1) {
                if (byRuns) {
                    applyToRun(state, base, run, scratch);
                    base = Subspace.next(base, fixed | (run - 1));
                } else {
                    applyToGroup(state, base, scratch);
                    base = Subspace.next(base, fixed);
                }
            }
        });
    }

    /** Groups that are neighbours, all arrays at the same index so that C2 vectorises the loop. */
    private void applyToRun(Amplitudes state, int base, int run, Scratch scratch) {
        for (int column = 0; column < offsets.length; column++) {
            System.arraycopy(state.real, base | offsets[column], scratch.realRows[column], 0, run);
            System.arraycopy(state.imaginary, base | offsets[column], scratch.imaginaryRows[column], 0, run);
        }
        for (int row = 0; row < offsets.length; row++) {
            Arrays.fill(scratch.real, 0, run, 0);
            Arrays.fill(scratch.imaginary, 0, run, 0);
            for (int entry = starts[row]; entry < starts[row + 1]; entry++) {
                double[] re = scratch.realRows[columns[entry]];
                double[] im = scratch.imaginaryRows[columns[entry]];
                if (imaginary[entry] == 0) {
                    add(real[entry], re, scratch.real, run);
                    add(real[entry], im, scratch.imaginary, run);
                } else {
                    add(real[entry], imaginary[entry], re, im, scratch.real, scratch.imaginary, run);
                }
            }
            System.arraycopy(scratch.real, 0, state.real, base | offsets[row], run);
            System.arraycopy(scratch.imaginary, 0, state.imaginary, base | offsets[row], run);
        }
    }

    private static void add(double factor, double[] values, double[] sums, int length) {
        for (int i = 0; i < length; i++) {
            sums[i] += factor * values[i];
        }
    }

    private static void add(
            double a, double b, double[] re, double[] im, double[] sumsRe, double[] sumsIm, int length) {
        for (int i = 0; i < length; i++) {
            sumsRe[i] += a * re[i] - b * im[i];
            sumsIm[i] += a * im[i] + b * re[i];
        }
    }

    private void applyToGroup(Amplitudes state, int base, Scratch scratch) {
        double[] re = scratch.real;
        double[] im = scratch.imaginary;
        for (int column = 0; column < offsets.length; column++) {
            re[column] = state.real[base | offsets[column]];
            im[column] = state.imaginary[base | offsets[column]];
        }
        for (int row = 0; row < offsets.length; row++) {
            double sumRe = 0;
            double sumIm = 0;
            for (int entry = starts[row]; entry < starts[row + 1]; entry++) {
                int column = columns[entry];
                sumRe += real[entry] * re[column] - imaginary[entry] * im[column];
                sumIm += real[entry] * im[column] + imaginary[entry] * re[column];
            }
            state.real[base | offsets[row]] = sumRe;
            state.imaginary[base | offsets[row]] = sumIm;
        }
    }
}
