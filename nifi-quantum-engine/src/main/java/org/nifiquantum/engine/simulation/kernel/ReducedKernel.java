// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.kernel;

/** The density matrix that a pure state leaves to some of its qubits. */
public final class ReducedKernel {
    private static final int GROUPS_PER_TASK = 1 << 12;

    private ReducedKernel() {}

    /**
     * {@code rho_rc = sum a_r conj(a_c)} over all values of the other qubits.
     *
     * @param qubits distinct; bit k of a row or column index is {@code qubits[k]}
     * @return row by row, real before imaginary part
     */
    public static double[] reduce(Amplitudes state, int[] qubits, Workers workers) {
        int[] offsets = MatrixKernel.offsets(qubits);
        int fixed = offsets[offsets.length - 1];
        int groups = state.size() / offsets.length;
        int tasks = Math.max(1, groups / GROUPS_PER_TASK);
        int groupsPerTask = groups / tasks;
        double[][] partials = new double[tasks][2 * offsets.length * offsets.length];
        workers.run(tasks, state.size(), (task, scratch) -> {
            int base = Subspace.spread(task * groupsPerTask, fixed);
            for (int group = 0; group < groupsPerTask; group++) {
                add(state, base, offsets, partials[task]);
                base = Subspace.next(base, fixed);
            }
        });
        return TransitionKernel.sum(partials);
    }

    private static void add(Amplitudes state, int base, int[] offsets, double[] sum) {
        int index = 0;
        for (int rowOffset : offsets) {
            double rowRe = state.real[base | rowOffset];
            double rowIm = state.imaginary[base | rowOffset];
            for (int columnOffset : offsets) {
                double re = state.real[base | columnOffset];
                double im = state.imaginary[base | columnOffset];
                sum[index] += rowRe * re + rowIm * im;
                sum[index + 1] += rowIm * re - rowRe * im;
                index += 2;
            }
        }
    }
}
