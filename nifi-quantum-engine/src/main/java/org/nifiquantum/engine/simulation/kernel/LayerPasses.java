// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nifiquantum.engine.simulation.kernel.BlockKernels.Window;

/**
 * Applies layers with few passes through memory. A state is a matrix of columns (the low qubits) and rows (the high ones). A low
 * pass takes row by row, a high pass a few columns at a time; both keep them in a core's cache. A mixing layer is half low, half
 * high; a phase may come when both halves before it are done. So passes leapfrog: the one that finishes a mixing layer also
 * gives the next phases and begins the next mixing, and each layer costs one pass.
 */
public final class LayerPasses {
    /** 2^14 amplitudes are 256 KiB: a block fits into the second-level cache with room to spare. */
    private static final int BLOCK_QUBITS = 14;

    /** Narrow columns would waste what a cache line and a page bring. */
    static final int WIDEST_COLUMNS = 6;

    private static final int NARROWEST_COLUMNS = 4;

    /** So few matrices are cheaper without blocks, each in a pass from pair to pair. */
    private static final int MOST_ONE_BY_ONE = 1;

    /** Up to here, splitting matrices costs more than it saves. */
    private static final int SMALLEST_SPLIT = 14;

    private final Amplitudes state;
    private final BlockKernels kernels;
    private final Workers workers;
    private final boolean mirrored;
    private final int low;
    /** The logarithm of how many columns a high pass takes together. */
    private final int columns;

    private final List<Pass> passes = new ArrayList<>();
    private final Optional<ProductState> start;

    private LayerPasses(
            Amplitudes state, boolean mirrored, Optional<ProductState> start, BlockKernels kernels, Workers workers) {
        this.state = state;
        this.start = start;
        this.kernels = kernels;
        this.workers = workers;
        this.mirrored = mirrored;
        this.low = low(state.qubits(), mirrored, BLOCK_QUBITS);
        this.columns = columns(low + BLOCK_QUBITS - state.qubits(), WIDEST_COLUMNS);
    }

    /** The qubits of a row: with mirrors two rows are taken together, unless there is only one. */
    static int low(int qubits, boolean mirrored, int blockQubits) {
        return mirrored && qubits > blockQubits ? blockQubits - 1 : Math.min(qubits, blockQubits);
    }

    /** Whether these kernels have blocks as small as a state. */
    public static boolean canRun(int qubits, BlockKernels kernels) {
        return qubits >= Math.max(NARROWEST_COLUMNS, kernels.smallestBlock());
    }

    /**
     * Applies layers in order.
     *
     * @param start what the state is before; empty if it is what the amplitudes say
     */
    public static void apply(
            Amplitudes state, Optional<ProductState> start, List<Layer> layers, BlockKernels kernels, Workers workers) {
        if (start.isEmpty()
                && layers.size() == 1
                && layers.getFirst() instanceof Layer.Mix(Mixer mixer)
                && mixer.matrices() <= MOST_ONE_BY_ONE) {
            mixer.applyOneByOne(state, workers);
            return;
        }
        boolean mirrored = layers.stream()
                .anyMatch(layer ->
                        layer instanceof Layer.Mix(Mixer mixer) && mixer.form(state.qubits()) != Mixer.Form.NONE);
        LayerPasses run = new LayerPasses(state, mirrored, start, kernels, workers);
        run.plan(state.qubits() > SMALLEST_SPLIT ? PhaseSplitting.split(layers, state.qubits()) : layers);
        for (Pass pass : run.passes) {
            if (pass.high) {
                run.runHigh(pass);
            } else {
                run.runLow(pass, pass == run.passes.getFirst());
            }
        }
    }

    /** The logarithm of how many columns are taken together if a block has room for so many. */
    static int columns(int room, int widest) {
        return Math.clamp(room, NARROWEST_COLUMNS, widest);
    }

    /** What one pass does to each block, in order. */
    private static final class Pass {
        private final boolean high;
        private final List<Action> actions = new ArrayList<>();

        Pass(boolean high) {
            this.high = high;
        }
    }

    /** Something done to a block. */
    private sealed interface Action {
        record Mix(Mixer mixer) implements Action {}

        record Turn(PhaseFactors factors) implements Action {}

        record TurnByTable(PhaseTable table, double scale, double bound, double factor) implements Action {}

        record TurnByFunction(Layer.Computed phases, double factor) implements Action {}

        record TurnByRows(PhaseRows rows) implements Action {}

        record Scale(double factor) implements Action {}

        record Keep(Amplitudes copy) implements Action {}
    }

    private void plan(List<Layer> layers) {
        Pass current = new Pass(false);
        passes.add(current);
        List<Mixer> halfDone = new ArrayList<>();
        double scale = 1;
        for (int index = 0; index < layers.size(); index++) {
            if (layers.get(index) instanceof Layer.Mix mix) {
                Mixer mixer = mix.mixer();
                current.actions.add(new Action.Mix(mixer));
                if (current.high ? touchesLow(mixer) : mixer.touches(low, state.qubits())) {
                    halfDone.add(mixer);
                }
                scale *= mixer.scale();
                continue;
            }
            if (!halfDone.isEmpty()) {
                current = next(current, halfDone);
            }
            if (current.high && !canComeHigh(layers.get(index))) {
                current = next(current, List.of());
            }
            halfDone.clear();
            if (layers.get(index) instanceof Layer.Keep && scale != 1) {
                current.actions.add(new Action.Scale(scale));
            }
            current.actions.add(whole(layers.get(index), scale));
            scale = 1;
        }
        if (!halfDone.isEmpty()) {
            current = next(current, halfDone);
        }
        if (scale != 1) {
            current.actions.add(new Action.Scale(scale));
        }
    }

    /** Mirrors belong to low passes, which take the rows together that are partners. */
    private boolean touchesLow(Mixer mixer) {
        return mixer.touches(0, low) || mixer.form(state.qubits()) != Mixer.Form.NONE;
    }

    private boolean canComeHigh(Layer layer) {
        return !(layer instanceof Layer.Computed computed) || PhaseRows.suits(computed.function, state.qubits());
    }

    private Pass next(Pass current, List<Mixer> halfDone) {
        Pass next = new Pass(!current.high);
        halfDone.forEach(mixer -> next.actions.add(new Action.Mix(mixer)));
        passes.add(next);
        return next;
    }

    /** What needs all of an amplitude, its scale included. */
    private Action whole(Layer layer, double factor) {
        return switch (layer) {
            case Layer.Tabulated(PhaseTable table, double scale) ->
                table.indices().isPresent()
                        ? new Action.Turn(PhaseFactors.of(table.indices().get(), table.values(), scale, factor))
                        : new Action.TurnByTable(table, scale, Math.abs(scale) * table.largest(), factor);
            case Layer.Computed computed ->
                PhaseRows.suits(computed.function, state.qubits())
                        ? new Action.TurnByRows(PhaseRows.of(computed, state.qubits(), factor))
                        : new Action.TurnByFunction(computed, factor);
            case Layer.Keep(Amplitudes copy) -> new Action.Keep(copy);
            case Layer.Mix mix -> throw new IllegalStateException("Needs a part of it: " + mix);
        };
    }

    private void runLow(Pass pass, boolean first) {
        Optional<StartTables> tables = start.filter(product -> first).map(product -> StartTables.of(product, low));
        int rows = state.size() >> low;
        if (!mirrored || rows == 1) {
            workers.run(rows, state.size(), (row, scratch) -> {
                tables.ifPresent(from -> begin(from, row));
                for (Action action : pass.actions) {
                    act(action, row, scratch);
                    if (mirrored && action instanceof Action.Mix(Mixer mixer)) {
                        mirror(state, mixer, 0, state.size() / 2, state.size() / 2, kernels);
                    }
                }
            });
            return;
        }
        workers.run(rows / 2, state.size(), (row, scratch) -> {
            int partner = rows - 1 - row;
            tables.ifPresent(from -> begin(from, row));
            tables.ifPresent(from -> begin(from, partner));
            for (Action action : pass.actions) {
                act(action, row, scratch);
                act(action, partner, scratch);
                if (action instanceof Action.Mix(Mixer mixer)) {
                    mirror(state, mixer, row << low, partner << low, 1 << low, kernels);
                }
            }
        });
    }

    /** What the first pass fills rows from. */
    private record StartTables(Amplitudes row, Amplitudes factors) {
        static StartTables of(ProductState product, int low) {
            return new StartTables(product.lowTable(low), product.blockFactors(low));
        }
    }

    private void begin(StartTables tables, int row) {
        kernels.scaled(
                tables.row.real,
                tables.row.imaginary,
                tables.factors.real[row],
                tables.factors.imaginary[row],
                state.real,
                state.imaginary,
                row << low,
                1 << low);
    }

    private void act(Action action, int row, Scratch scratch) {
        int from = row << low;
        int length = 1 << low;
        Window window = new Window(from, 1, length, from, length);
        act(action, state.real, state.imaginary, window, low, 0, 0, scratch);
    }

    /** Mixes two parts of a state that are partners by the mirror of a mixer, except for its scale. */
    static void mirror(Amplitudes state, Mixer mixer, int first, int second, int length, BlockKernels kernels) {
        int mirror = state.qubits();
        switch (mixer.form(mirror)) {
            case NONE -> {}
            case CROSS -> kernels.mirror(state.real, state.imaginary, first, second, length, mixer.tangent(mirror));
            case TURN, GENERAL ->
                MirrorKernel.mix(state.real, state.imaginary, first, second, length, mixer.wholeMatrix(mirror));
        }
    }

    private void runHigh(Pass pass) {
        int width = 1 << columns;
        int rows = state.size() >> low;
        int qubits = state.qubits() - low + columns;
        workers.run((1 << low) / width, state.size(), (tile, scratch) -> {
            Window window = new Window(0, rows, width, tile * width, 1 << low);
            double[] re = scratch.blockReal(1 << qubits);
            double[] im = scratch.blockImaginary(1 << qubits);
            kernels.load(state.real, re, window);
            kernels.load(state.imaginary, im, window);
            for (Action action : pass.actions) {
                act(action, re, im, window, qubits, columns, low - columns, scratch);
            }
            kernels.store(re, state.real, window);
            kernels.store(im, state.imaginary, window);
        });
    }

    private void act(
            Action action,
            double[] re,
            double[] im,
            Window window,
            int qubits,
            int lowest,
            int shift,
            Scratch scratch) {
        switch (action) {
            case Action.Mix(Mixer mixer) -> kernels.mix(re, im, window.first(), qubits, lowest, mixer, shift);
            case Action.Turn(PhaseFactors factors) -> kernels.turn(re, im, window, factors);
            case Action.TurnByTable byTable -> turn(re, im, window, byTable, scratch);
            case Action.TurnByFunction byFunction -> turn(re, im, window, byFunction, scratch);
            case Action.TurnByRows(PhaseRows rows) -> turn(re, im, window, rows);
            case Action.Scale(double factor) -> kernels.scale(re, im, window.first(), 1 << qubits, factor);
            case Action.Keep(Amplitudes copy) -> {
                kernels.store(re, copy.real, window);
                kernels.store(im, copy.imaginary, window);
            }
        }
    }

    private void turn(double[] re, double[] im, Window window, Action.TurnByTable action, Scratch scratch) {
        int length = Math.min(window.width(), DiagonalFunction.ROW);
        for (int start = 0; start < window.rows() * window.width(); start += length) {
            int from = window.from() + start / window.width() * window.stride() + start % window.width();
            for (int index = 0; index < length; index++) {
                scratch.values[index] = action.scale * action.table.values()[from + index];
            }
            turn(re, im, window.first() + start, length, action.bound, action.factor, scratch);
        }
    }

    private void turn(double[] re, double[] im, Window window, PhaseRows rows) {
        int length = Math.min(window.width(), rows.length());
        for (int start = 0; start < window.rows() * window.width(); start += length) {
            int from = window.from() + start / window.width() * window.stride() + start % window.width();
            rows.turn(re, im, window.first() + start, from, length, kernels);
        }
    }

    /** Only in low passes: the function gives whole rows of neighbours. */
    private void turn(double[] re, double[] im, Window window, Action.TurnByFunction action, Scratch scratch) {
        int length = DiagonalFunction.rowLength(state.qubits());
        Layer.Computed phases = action.phases;
        for (int start = 0; start < window.width(); start += length) {
            phases.function.row((window.from() + start) / length, length, phases.coefficients, scratch.values);
            turn(re, im, window.first() + start, length, phases.bound, action.factor, scratch);
        }
    }

    private void turn(double[] re, double[] im, int first, int length, double bound, double factor, Scratch scratch) {
        if (bound <= SinCos.LARGEST_ANGLE) {
            kernels.turn(re, im, first, length, scratch.values, factor);
            return;
        }
        for (int index = 0; index < length; index++) {
            double cos = factor * Math.cos(scratch.values[index]);
            double sin = factor * Math.sin(scratch.values[index]);
            double real = re[first + index];
            double imaginary = im[first + index];
            re[first + index] = real * cos - imaginary * sin;
            im[first + index] = real * sin + imaginary * cos;
        }
    }
}
