// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.kernel;

/**
 * Applies matrices to up to six qubits in one pass. The amplitudes are taken tile by tile: a tile has one row for each value of
 * these qubits, and in every row up to 256 amplitudes that differ in other qubits, so that a matrix is applied to whole rows.
 */
final class TileKernel {
    static final int ROW_QUBITS = 6;
    static final int ROWS = 1 << ROW_QUBITS;
    /** Long rows, since short loops pay more for their ends than for their middle. */
    static final int COLUMNS = 256;

    /** Columns that are transposed together, so that a cache line is used up before it is lost. */
    private static final int TRANSPOSED_COLUMNS = 8;

    private TileKernel() {}

    /**
     * Six neighbouring qubits (fewer at the top) of which some have a matrix.
     *
     * @param qubit the lowest
     * @param count how many
     */
    record Group(int qubit, int count) {}

    static void apply(Amplitudes state, Group group, double[][] matrices, Workers workers) {
        int columns = Math.min(COLUMNS, state.size() >> group.count());
        int tiles = (state.size() >> group.count()) / columns;
        workers.run(tiles, state.size(), (tile, scratch) -> {
            load(state, tile * columns, group, columns, scratch);
            for (int row = 0; row < group.count(); row++) {
                double[] matrix = matrices[group.qubit() + row];
                if (matrix != null) {
                    applyToRows(RowKernel.formOf(matrix), matrix, row, group.count(), columns, scratch);
                }
            }
            store(state, tile * columns, group, columns, scratch);
        });
    }

    static void applyToRows(
            RowKernel.Form form, double[] matrix, int rowQubit, int rowQubits, int columns, Scratch scratch) {
        int stride = 1 << rowQubit;
        for (int row = 0; row < 1 << rowQubits; row++) {
            if ((row & stride) == 0) {
                RowKernel.apply(
                        form,
                        matrix,
                        scratch.realRows[row],
                        scratch.imaginaryRows[row],
                        scratch.realRows[row | stride],
                        scratch.imaginaryRows[row | stride],
                        columns);
            }
        }
    }

    /** The index with zeros put in at the qubits of the group. */
    private static int base(int rest, Group group) {
        int low = rest & ((1 << group.qubit()) - 1);
        return ((rest - low) << group.count()) + low;
    }

    /** Columns that are neighbours in the state are copied at once. */
    static void load(Amplitudes state, int firstColumn, Group group, int columns, Scratch scratch) {
        if (group.qubit() == 0) {
            loadTransposed(state, firstColumn << group.count(), group.count(), columns, scratch);
            return;
        }
        int run = Math.min(columns, 1 << group.qubit());
        for (int column = 0; column < columns; column += run) {
            int base = base(firstColumn + column, group);
            for (int row = 0; row < 1 << group.count(); row++) {
                int from = base + (row << group.qubit());
                System.arraycopy(state.real, from, scratch.realRows[row], column, run);
                System.arraycopy(state.imaginary, from, scratch.imaginaryRows[row], column, run);
            }
        }
    }

    static void store(Amplitudes state, int firstColumn, Group group, int columns, Scratch scratch) {
        if (group.qubit() == 0) {
            storeTransposed(state, firstColumn << group.count(), group.count(), columns, scratch);
            return;
        }
        int run = Math.min(columns, 1 << group.qubit());
        for (int column = 0; column < columns; column += run) {
            int base = base(firstColumn + column, group);
            for (int row = 0; row < 1 << group.count(); row++) {
                int to = base + (row << group.qubit());
                System.arraycopy(scratch.realRows[row], column, state.real, to, run);
                System.arraycopy(scratch.imaginaryRows[row], column, state.imaginary, to, run);
            }
        }
    }

    /** Takes the lowest qubits as rows. */
    private static void loadTransposed(Amplitudes state, int base, int rowQubits, int columns, Scratch scratch) {
        for (int first = 0; first < columns; first += TRANSPOSED_COLUMNS) {
            int end = Math.min(first + TRANSPOSED_COLUMNS, columns);
            for (int row = 0; row < 1 << rowQubits; row++) {
                double[] real = scratch.realRows[row];
                double[] imaginary = scratch.imaginaryRows[row];
                for (int column = first; column < end; column++) {
                    int from = base + (column << rowQubits) + row;
                    real[column] = state.real[from];
                    imaginary[column] = state.imaginary[from];
                }
            }
        }
    }

    private static void storeTransposed(Amplitudes state, int base, int rowQubits, int columns, Scratch scratch) {
        for (int first = 0; first < columns; first += TRANSPOSED_COLUMNS) {
            int end = Math.min(first + TRANSPOSED_COLUMNS, columns);
            for (int row = 0; row < 1 << rowQubits; row++) {
                double[] real = scratch.realRows[row];
                double[] imaginary = scratch.imaginaryRows[row];
                for (int column = first; column < end; column++) {
                    int to = base + (column << rowQubits) + row;
                    state.real[to] = real[column];
                    state.imaginary[to] = imaginary[column];
                }
            }
        }
    }
}
