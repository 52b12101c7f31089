// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.kernel;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.nifiquantum.engine.simulation.kernel.BlockKernels.Window;

/**
 * Takes the bra of a gradient back through rounds of phases and RX, as QAOA has them. The ket of each round was kept on the way
 * forward, so that only the bra goes back. As in {@link LayerPasses} a high pass takes a few columns at a time and a low pass row by
 * row; the low pass that ends a round begins with the one before it, so each round costs two passes.
 */
public final class AlternatingPasses {
    /** Rows of two states, and with mirrors their partners, fit into the second-level cache. */
    private static final int BLOCK_QUBITS = 14;

    /** Kets come from far, in longer pieces with fewer waits. */
    private static final int WIDEST_COLUMNS = 7;

    private final Amplitudes bra;
    private final BlockKernels kernels;
    private final Workers workers;
    private final boolean mirrored;
    private final int low;
    private final int columns;

    private AlternatingPasses(Amplitudes bra, boolean mirrored, BlockKernels kernels, Workers workers) {
        this.bra = bra;
        this.kernels = kernels;
        this.workers = workers;
        this.mirrored = mirrored;
        this.low = LayerPasses.low(bra.qubits(), mirrored, BLOCK_QUBITS);
        this.columns = LayerPasses.columns(low + BLOCK_QUBITS - bra.qubits(), WIDEST_COLUMNS);
    }

    /**
     * Phases of {@code scale} times a table, then one RX on all qubits.
     *
     * @param inverse what undoes the rotations; a matrix after those of all qubits is that of the {@link MirrorKernel}
     * @param ket the state between phases and rotations
     * @param start the state before the phases if it is known to be uniform: then the ket, which may be that of the next round as
     *     well, is filled when it is needed
     */
    public record Round(PhaseTable table, double scale, Mixer inverse, Amplitudes ket, Optional<ProductState> start) {

        private PhaseFactors factors(double sign, double amplitude) {
            return PhaseFactors.of(table.indices().orElseThrow(), table.values(), sign * scale, amplitude);
        }
    }

    /**
     * What the derivatives are made of, of ket a and bra b between phases and rotations of a round.
     *
     * @param weight {@code sum_x Im conj(b_x) a_x table(x)}
     * @param crossed the sum of {@code Im <b|X|a>} over all qubits, the mirror among them
     */
    public record Sums(double weight, double crossed) {}

    /** Whether there are kernels for a state and the values of a table. */
    public static boolean suits(int qubits, PhaseTable table, Workers workers) {
        return table.indices().isPresent()
                && workers.blockKernels()
                        .filter(kernels -> LayerPasses.canRun(qubits, kernels))
                        .isPresent();
    }

    /** Takes a bra from after the last round back to the phases of the first; either all rounds have a mirror or none. */
    public static Sums[] reverse(Amplitudes bra, List<Round> rounds, Workers workers) {
        boolean mirrored = rounds.getFirst().inverse.form(bra.qubits()) != Mixer.Form.NONE;
        AlternatingPasses passes =
                new AlternatingPasses(bra, mirrored, workers.blockKernels().orElseThrow(), workers);
        Sums[] sums = new Sums[rounds.size()];
        passes.runLow(Optional.empty(), Optional.of(rounds.getLast()));
        for (int index = rounds.size() - 1; index >= 0; index--) {
            Round round = rounds.get(index);
            double crossed = bra.qubits() > passes.low ? passes.runHigh(round) : 0;
            Sums low = passes.runLow(
                    Optional.of(round), index > 0 ? Optional.of(rounds.get(index - 1)) : Optional.empty());
            sums[index] = new Sums(low.weight, low.crossed + crossed);
        }
        return sums;
    }

    /**
     * Takes the bra over the phases of one round and the low half of the rotations before them.
     *
     * @param finished the round whose phases they are, of which it gives what the low qubits say
     * @param next the round whose rotations they are
     */
    private Sums runLow(Optional<Round> finished, Optional<Round> next) {
        Optional<End> end = finished.map(End::of);
        Optional<PhaseFactors> fill =
                next.filter(round -> round.start.isPresent()).map(round -> round.factors(1, 1));
        int rows = bra.size() >> low;
        boolean inPairs = mirrored && rows > 1;
        int tasks = inPairs ? rows / 2 : rows;
        double[] weights = new double[tasks];
        double[] crossed = new double[tasks];
        workers.run(tasks, bra.size(), (row, scratch) -> {
            int first = row << low;
            int partner = (rows - 1 - row) << low;
            if (end.isPresent()) {
                crossed[row] = crossed(end.get(), first, partner);
                weights[row] = weight(end.get(), first, next.isPresent());
                if (inPairs) {
                    crossed[row] += crossed(end.get(), partner, first);
                    weights[row] += weight(end.get(), partner, next.isPresent());
                }
            }
            next.ifPresent(round -> undo(round.inverse, first, inPairs ? partner : first));
            if (fill.isPresent()) {
                fill(next.get(), fill.get(), first);
                if (inPairs) {
                    fill(next.get(), fill.get(), partner);
                }
            }
        });
        double scale = end.map(End::scale).orElse(0.0);
        return new Sums(scale * sum(weights), scale * sum(crossed));
    }

    private void fill(Round round, PhaseFactors factors, int first) {
        int length = 1 << low;
        double[] amplitude = round.start.orElseThrow().amplitudeOfZero();
        Arrays.fill(round.ket.real, first, first + length, amplitude[0]);
        Arrays.fill(round.ket.imaginary, first, first + length, amplitude[1]);
        kernels.turn(round.ket.real, round.ket.imaginary, row(first), factors);
    }

    private Window row(int first) {
        return new Window(first, 1, 1 << low, first, 1 << low);
    }

    /** What a low pass reads of the round that ends with it. */
    private record End(Round round, PhaseFactors factors, double scale) {
        /** Only now the bra gets the cosines of the rotations that were undone. */
        static End of(Round round) {
            double scale = round.inverse.scale();
            return new End(round, round.factors(-1, scale), scale);
        }

        Amplitudes ket() {
            return round.ket;
        }
    }

    private double crossed(End end, int first, int partner) {
        Amplitudes ket = end.ket();
        double sum = kernels.crossed(ket.real, ket.imaginary, bra.real, bra.imaginary, first, low, 0);
        return mirrored
                ? sum + kernels.mirrored(ket.real, ket.imaginary, bra.real, bra.imaginary, first, partner, 1 << low)
                : sum;
    }

    private double weight(End end, int first, boolean undo) {
        Amplitudes ket = end.ket();
        char[] indices = end.factors.indices();
        double[] values = end.round.table.values();
        double sum =
                kernels.weighted(ket.real, ket.imaginary, bra.real, bra.imaginary, first, 1 << low, indices, values);
        if (undo) {
            kernels.turn(bra.real, bra.imaginary, row(first), end.factors);
        }
        return sum;
    }

    private void undo(Mixer inverse, int first, int second) {
        kernels.mix(bra.real, bra.imaginary, first, low, 0, inverse, 0);
        if (first != second) {
            kernels.mix(bra.real, bra.imaginary, second, low, 0, inverse, 0);
        }
        if (mirrored) {
            // A single row is its own partner: its first half and its second.
            int length = first == second ? 1 << (low - 1) : 1 << low;
            LayerPasses.mirror(bra, inverse, first, first == second ? first + length : second, length, kernels);
        }
    }

    private double runHigh(Round round) {
        int width = 1 << columns;
        int rows = bra.size() >> low;
        int qubits = bra.qubits() - low + columns;
        double[] crossed = new double[(1 << low) / width];
        workers.run(crossed.length, bra.size(), (tile, scratch) -> {
            Window window = new Window(0, rows, width, tile * width, 1 << low);
            Scratch second = scratch.second();
            double[] br = scratch.blockReal(1 << qubits);
            double[] bi = scratch.blockImaginary(1 << qubits);
            double[] kr = second.blockReal(1 << qubits);
            double[] ki = second.blockImaginary(1 << qubits);
            kernels.load(bra.real, br, window);
            kernels.load(bra.imaginary, bi, window);
            kernels.mix(br, bi, 0, qubits, columns, round.inverse, low - columns);
            kernels.store(br, bra.real, window);
            kernels.store(bi, bra.imaginary, window);
            kernels.load(round.ket.real, kr, window);
            kernels.load(round.ket.imaginary, ki, window);
            crossed[tile] = kernels.crossed(kr, ki, br, bi, 0, qubits, columns);
        });
        return round.inverse.scale() * sum(crossed);
    }

    private static double sum(double[] parts) {
        double sum = 0;
        for (double part : parts) {
            sum += part;
        }
        return sum;
    }
}
