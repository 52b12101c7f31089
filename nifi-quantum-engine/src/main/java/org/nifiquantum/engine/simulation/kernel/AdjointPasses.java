// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.kernel;

import org.nifiquantum.engine.simulation.kernel.BlockKernels.Window;

/**
 * Undoes a mixing layer on two states at once and takes the components of the {@link TransitionKernel} on the way, in a low and a
 * high pass as {@link LayerPasses}. What is undone on one qubit does not change the components of another. The component of the
 * identity is left 0, as by the {@link AdjointTileKernel}.
 */
final class AdjointPasses {
    /** Two states together are as large as one of a low pass. */
    private static final int LOW_QUBITS = 13;

    /** As bits, the components of a qubit that RX needs. */
    private static final int ONLY_X = 1 << 1;

    private static final int THREE = 3;

    private final Amplitudes ket;
    private final Amplitudes bra;
    private final Mixer inverse;
    private final int[] wanted;
    private final boolean undo;
    private final BlockKernels kernels;
    private final int low;
    private final int columns;

    private AdjointPasses(
            Amplitudes ket, Amplitudes bra, Mixer inverse, int[] wanted, boolean undo, BlockKernels kernels) {
        this.ket = ket;
        this.bra = bra;
        this.inverse = inverse;
        this.wanted = wanted;
        this.undo = undo;
        this.kernels = kernels;
        this.low = Math.min(ket.qubits(), LOW_QUBITS);
        this.columns = LayerPasses.columns(2 * LOW_QUBITS - ket.qubits(), LayerPasses.WIDEST_COLUMNS);
    }

    /** As {@link DenseKernel#undo}. */
    static double[] undo(
            Amplitudes ket,
            Amplitudes bra,
            double[][] inverses,
            int[] wanted,
            boolean undo,
            BlockKernels kernels,
            Workers workers) {
        AdjointPasses passes = new AdjointPasses(ket, bra, Mixer.of(inverses), wanted, undo, kernels);
        double[] components = passes.runLow(workers);
        if (ket.qubits() > passes.low) {
            double[] high = passes.runHigh(workers);
            System.arraycopy(high, 0, components, TransitionKernel.COMPONENTS * passes.low, high.length);
        }
        return components;
    }

    private double[] runLow(Workers workers) {
        double[][] partials = new double[ket.size() >> low][TransitionKernel.COMPONENTS * ket.qubits()];
        workers.run(partials.length, ket.size(), (block, scratch) -> {
            int first = block << low;
            components(ket.real, ket.imaginary, bra.real, bra.imaginary, first, low, 0, 0, partials[block]);
            if (undo) {
                undoLow(ket, first);
                undoLow(bra, first);
            }
        });
        return TransitionKernel.sum(partials);
    }

    private void undoLow(Amplitudes state, int first) {
        kernels.mix(state.real, state.imaginary, first, low, 0, inverse, 0);
        // At once, since the components of the high qubits are still to be taken.
        kernels.scale(state.real, state.imaginary, first, 1 << low, inverse.scale(0, low));
    }

    private double[] runHigh(Workers workers) {
        int width = 1 << columns;
        int rows = ket.size() >> low;
        int qubits = ket.qubits() - low + columns;
        double[][] partials = new double[(1 << low) / width][TransitionKernel.COMPONENTS * (ket.qubits() - low)];
        workers.run(partials.length, ket.size(), (tile, scratch) -> {
            Window window = new Window(0, rows, width, tile * width, 1 << low);
            Scratch second = scratch.second();
            double[] kr = scratch.blockReal(1 << qubits);
            double[] ki = scratch.blockImaginary(1 << qubits);
            double[] br = second.blockReal(1 << qubits);
            double[] bi = second.blockImaginary(1 << qubits);
            kernels.load(ket.real, kr, window);
            kernels.load(ket.imaginary, ki, window);
            kernels.load(bra.real, br, window);
            kernels.load(bra.imaginary, bi, window);
            components(kr, ki, br, bi, 0, qubits, columns, low - columns, partials[tile]);
            if (undo) {
                kernels.mix(kr, ki, 0, qubits, columns, inverse, low - columns);
                kernels.mix(br, bi, 0, qubits, columns, inverse, low - columns);
                double scale = inverse.scale(low, ket.qubits());
                kernels.scale(kr, ki, 0, 1 << qubits, scale);
                kernels.scale(br, bi, 0, 1 << qubits, scale);
                kernels.store(kr, ket.real, window);
                kernels.store(ki, ket.imaginary, window);
                kernels.store(br, bra.real, window);
                kernels.store(bi, bra.imaginary, window);
            }
        });
        return TransitionKernel.sum(partials);
    }

    /** Block qubit b is qubit {@code b + shift}; components are numbered from the lowest on. */
    private void components(
            double[] kr,
            double[] ki,
            double[] br,
            double[] bi,
            int first,
            int qubits,
            int lowest,
            int shift,
            double[] components) {
        int qubit = lowest;
        while (qubit < qubits) {
            int offset = TransitionKernel.COMPONENTS * (qubit - lowest);
            if (qubit + THREE <= qubits && kernels.hasThree(qubit) && needThreeX(qubit + shift)) {
                kernels.three(kr, ki, br, bi, first, qubits, qubit, components, offset);
                qubit += THREE;
                continue;
            }
            for (int component = 1; component < TransitionKernel.COMPONENTS; component++) {
                if ((wanted[qubit + shift] & 1 << component) != 0) {
                    components[offset + component] = kernels.component(kr, ki, br, bi, first, qubits, qubit, component);
                }
            }
            qubit++;
        }
    }

    /** Whether this qubit and the next two need the component of X alone. */
    private boolean needThreeX(int qubit) {
        return wanted[qubit] == ONLY_X && wanted[qubit + 1] == ONLY_X && wanted[qubit + 2] == ONLY_X;
    }
}
