// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.kernel;

import java.util.Arrays;
import org.nifiquantum.engine.simulation.kernel.TileKernel.Group;

/**
 * Undoes matrices on up to six qubits on two states at once, and takes the components of the {@link TransitionKernel} on the way,
 * tile by tile. The component of the identity is left 0: for the two states of a gradient it is the imaginary part of a real
 * expectation.
 */
final class AdjointTileKernel {
    /** Two tiles together are as large as one of the {@link TileKernel}. */
    private static final int COLUMNS = TileKernel.COLUMNS / 2;

    private AdjointTileKernel() {}

    /**
     * Goes through the states.
     *
     * @param inverses what undoes the matrix of each qubit, or null for none
     * @param wanted which components each qubit needs, as bits; the others are 0
     * @param undo whether the states change
     * @return four components for each qubit of the group
     */
    static double[] apply(
            Amplitudes ket,
            Amplitudes bra,
            Group group,
            double[][] inverses,
            int[] wanted,
            boolean undo,
            Workers workers) {
        int columns = Math.min(COLUMNS, ket.size() >> group.count());
        int tiles = (ket.size() >> group.count()) / columns;
        double[][] partials = new double[tiles][TransitionKernel.COMPONENTS * group.count()];
        workers.run(tiles, ket.size(), (tile, scratch) -> {
            TileKernel.load(ket, tile * columns, group, columns, scratch);
            TileKernel.load(bra, tile * columns, group, columns, scratch.second());
            for (int row = 0; row < group.count(); row++) {
                int qubit = group.qubit() + row;
                if (wanted[qubit] != 0) {
                    components(row, group.count(), wanted[qubit], columns, scratch, partials[tile]);
                }
                if (undo && inverses[qubit] != null) {
                    RowKernel.Form form = RowKernel.formOf(inverses[qubit]);
                    TileKernel.applyToRows(form, inverses[qubit], row, group.count(), columns, scratch);
                    TileKernel.applyToRows(form, inverses[qubit], row, group.count(), columns, scratch.second());
                }
            }
            if (undo) {
                TileKernel.store(ket, tile * columns, group, columns, scratch);
                TileKernel.store(bra, tile * columns, group, columns, scratch.second());
            }
        });
        return TransitionKernel.sum(partials);
    }

    private static void components(
            int rowQubit, int rowQubits, int wanted, int columns, Scratch scratch, double[] components) {
        Scratch bra = scratch.second();
        for (int component = 1; component < TransitionKernel.COMPONENTS; component++) {
            if ((wanted & 1 << component) == 0) {
                continue;
            }
            // Summed column by column: C2 does not vectorise a sum into one number.
            Arrays.fill(scratch.values, 0, columns, 0);
            for (int zero = 0; zero < 1 << rowQubits; zero++) {
                if ((zero >> rowQubit & 1) == 0) {
                    int one = zero | 1 << rowQubit;
                    switch (component) {
                        case 1 -> {
                            imaginary(bra, zero, scratch, one, 1, columns);
                            imaginary(bra, one, scratch, zero, 1, columns);
                        }
                        case 2 -> {
                            real(bra, one, scratch, zero, 1, columns);
                            real(bra, zero, scratch, one, -1, columns);
                        }
                        default -> {
                            imaginary(bra, zero, scratch, zero, 1, columns);
                            imaginary(bra, one, scratch, one, -1, columns);
                        }
                    }
                }
            }
            double sum = 0;
            for (int column = 0; column < columns; column++) {
                sum += scratch.values[column];
            }
            components[TransitionKernel.COMPONENTS * rowQubit + component] = sum;
        }
    }

    private static void imaginary(Scratch bra, int braRow, Scratch ket, int ketRow, double sign, int columns) {
        addImaginary(
                bra.realRows[braRow],
                bra.imaginaryRows[braRow],
                ket.realRows[ketRow],
                ket.imaginaryRows[ketRow],
                sign,
                ket.values,
                columns);
    }

    private static void real(Scratch bra, int braRow, Scratch ket, int ketRow, double sign, int columns) {
        addReal(
                bra.realRows[braRow],
                bra.imaginaryRows[braRow],
                ket.realRows[ketRow],
                ket.imaginaryRows[ketRow],
                sign,
                ket.values,
                columns);
    }

    private static void addImaginary(
            double[] br, double[] bi, double[] kr, double[] ki, double sign, double[] sums, int length) {
        for (int i = 0; i < length; i++) {
            sums[i] += sign * (br[i] * ki[i] - bi[i] * kr[i]);
        }
    }

    private static void addReal(
            double[] br, double[] bi, double[] kr, double[] ki, double sign, double[] sums, int length) {
        for (int i = 0; i < length; i++) {
            sums[i] += sign * (br[i] * kr[i] + bi[i] * ki[i]);
        }
    }
}
