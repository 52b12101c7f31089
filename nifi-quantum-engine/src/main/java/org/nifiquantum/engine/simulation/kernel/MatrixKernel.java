// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.kernel;

/**
 * Applies a matrix to several qubits, gathering the amplitudes of each group. The matrix is kept as its entries that are not 0,
 * since those of channels and their superoperators are sparse. Immutable and thread-safe.
 */
public final class MatrixKernel {
    private static final int GROUPS_PER_TASK = 1 << 10;

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
        workers.run(tasks, state.size(), (task, scratch) -> {
            double[] re = new double[offsets.length];
            double[] im = new double[offsets.length];
            int base = Subspace.spread(task * groupsPerTask, fixed);
            for (int group = 0; group < groupsPerTask; group++) {
                applyToGroup(state, base, re, im);
                base = Subspace.next(base, fixed);
            }
        });
    }

    private void applyToGroup(Amplitudes state, int base, double[] re, double[] im) {
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
