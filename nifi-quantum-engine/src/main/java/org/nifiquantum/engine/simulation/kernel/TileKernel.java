// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.kernel;

import java.util.Arrays;

/**
 * Applies matrices to up to seven qubits in one pass. The amplitudes are taken tile by tile: a tile has one row for each value of
 * these qubits, and in every row up to 128 amplitudes that differ in other qubits, so that a matrix is applied to whole rows.
 */
final class TileKernel {
    static final int ROW_QUBITS = 7;
    static final int ROWS = 1 << ROW_QUBITS;
    /** Long rows, since short loops pay more for their ends than for their middle; a tile is 256 KiB. */
    static final int COLUMNS = 128;

    private static final int TRANSPOSED_ROWS = 4;

    private TileKernel() {}

    /**
     * Seven neighbouring qubits (fewer at the top) of which some have a matrix.
     *
     * @param qubit the lowest
     * @param count how many
     */
    record Group(int qubit, int count) {}

    static void apply(Amplitudes state, Group group, double[][] matrices, Workers workers) {
        int columns = Math.min(COLUMNS, state.size() >> group.count());
        int tiles = (state.size() >> group.count()) / columns;
        Mixer mixer = Mixer.of(matrices);
        workers.run(tiles, state.size(), (tile, scratch) -> {
            load(state, tile * columns, group, columns, scratch);
            mix(mixer, group, columns, scratch);
            store(state, tile * columns, group, columns, scratch);
        });
    }

    /** Two qubits at a time where they are alike; what cosines they leave is multiplied into the next matrix. */
    private static void mix(Mixer mixer, Group group, int columns, Scratch scratch) {
        double scale = 1;
        int row = 0;
        while (row < group.count()) {
            int qubit = group.qubit() + row;
            if (row + 1 < group.count() && mixer.turnsTwo(qubit)) {
                turnTwo(mixer, qubit, row, group.count(), columns, scratch);
                scale *= mixer.scale(qubit, qubit + 2);
                row += 2;
                continue;
            }
            if (mixer.form(qubit) != Mixer.Form.NONE) {
                double[] matrix = scaled(mixer.wholeMatrix(qubit), scale);
                applyToRows(RowKernel.formOf(matrix), matrix, row, group.count(), columns, scratch);
                scale = 1;
            }
            row++;
        }
        if (scale != 1) {
            for (int each = 0; each < 1 << group.count(); each++) {
                RowKernel.scale(scratch.realRows[each], scale, columns);
                RowKernel.scale(scratch.imaginaryRows[each], scale, columns);
            }
        }
    }

    private static double[] scaled(double[] matrix, double factor) {
        return Arrays.stream(matrix).map(number -> factor * number).toArray();
    }

    private static void turnTwo(Mixer mixer, int qubit, int rowQubit, int rowQubits, int columns, Scratch scratch) {
        int stride = 1 << rowQubit;
        for (int row = 0; row < 1 << rowQubits; row++) {
            if ((row & 3 * stride) == 0) {
                RowKernel.turnTwo(
                        mixer.form(qubit),
                        mixer.tangent(qubit),
                        mixer.tangent(qubit + 1),
                        scratch.realRows,
                        scratch.imaginaryRows,
                        row,
                        stride,
                        columns);
            }
        }
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
            int from = firstColumn << group.count();
            transpose(state.real, from, group.count(), columns, scratch.realRows);
            transpose(state.imaginary, from, group.count(), columns, scratch.imaginaryRows);
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
            int to = firstColumn << group.count();
            transposeBack(state.real, to, group.count(), columns, scratch.realRows);
            transposeBack(state.imaginary, to, group.count(), columns, scratch.imaginaryRows);
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

    /** Takes the lowest qubits as rows: four at a time, so that C2 checks their bounds once. */
    private static void transpose(double[] state, int base, int rowQubits, int columns, double[][] rows) {
        for (int row = 0; row < 1 << rowQubits; row += TRANSPOSED_ROWS) {
            double[] first = rows[row];
            double[] second = rows[row + 1];
            double[] third = rows[row + 2];
            double[] fourth = rows[row + 3];
            for (int column = 0; column < columns; column++) {
                int from = base + (column << rowQubits) + row;
                first[column] = state[from];
                second[column] = state[from + 1];
                third[column] = state[from + 2];
                fourth[column] = state[from + 3];
            }
        }
    }

    private static void transposeBack(double[] state, int base, int rowQubits, int columns, double[][] rows) {
        for (int row = 0; row < 1 << rowQubits; row += TRANSPOSED_ROWS) {
            double[] first = rows[row];
            double[] second = rows[row + 1];
            double[] third = rows[row + 2];
            double[] fourth = rows[row + 3];
            for (int column = 0; column < columns; column++) {
                int to = base + (column << rowQubits) + row;
                state[to] = first[column];
                state[to + 1] = second[column];
                state[to + 2] = third[column];
                state[to + 3] = fourth[column];
            }
        }
    }
}
