// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation;

import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import org.nifiquantum.engine.circuit.BitString;
import org.nifiquantum.engine.circuit.MeasurementMap;
import org.nifiquantum.engine.simulation.kernel.Amplitudes;
import org.nifiquantum.engine.simulation.kernel.BlockSums;
import org.nifiquantum.engine.simulation.kernel.Workers;

/** Draws basis states by their probability. The draws are made in rising order, so that one pass over the state serves them all. */
final class Sampler {
    private static final int GROUP_QUBITS = 2;
    private static final int GROUP = 1 << GROUP_QUBITS;

    private final Amplitudes state;
    private final MeasurementMap measurements;
    private final double[] blockSums;
    private final int blockLength;
    /** The probabilities of all states before each group of the block in hand, and before its end. */
    private final double[] sums;

    /** What was drawn, in rising order, and how often. */
    private final int[] drawn;

    private final int[] times;
    private int different;
    /** What was drawn last; less than any state before. */
    private int latest = -1;

    private final int qubits;

    private Sampler(int qubits, Amplitudes state, MeasurementMap measurements, int shots, Workers workers) {
        this.qubits = qubits;
        this.state = state.qubits() < GROUP_QUBITS ? state.widened(GROUP_QUBITS) : state;
        this.measurements = measurements;
        this.blockLength = BlockSums.blockLength(this.state.size());
        this.blockSums = BlockSums.norms(this.state, workers);
        this.sums = new double[blockLength / GROUP + 1];
        this.drawn = new int[Math.min(shots, 1 << qubits)];
        this.times = new int[drawn.length];
    }

    /**
     * Draws from a state of so many qubits, given by all its amplitudes or, if it does not change when all qubits are flipped, by those
     * with the highest qubit 0.
     */
    static Counts sample(
            int qubits, Amplitudes state, MeasurementMap measurements, int shots, long seed, Workers workers) {
        if (shots < 1) {
            throw new IllegalArgumentException("At least 1 shot is needed, not %d".formatted(shots));
        }
        Sampler sampler = new Sampler(qubits, state, measurements, shots, workers);
        sampler.draw(SortedUniforms.below(sampler.total(), shots, seed));
        if (state.qubits() < qubits) {
            sampler.flipHalf(new SplitMix64(~seed));
        }
        return measurements.isIdentity() ? sampler.countsOfStates() : sampler.countsOfOutcomes();
    }

    private double total() {
        double total = 0;
        for (double blockSum : blockSums) {
            total += blockSum;
        }
        return total;
    }

    /** A draw is of the first basis state whose probability, added to those before it, is more than the draw. */
    private void draw(double[] draws) {
        int shot = 0;
        double before = 0;
        for (int block = 0; block < blockSums.length && shot < draws.length; block++) {
            double after = before + blockSums[block];
            if (draws[shot] < after) {
                fillSums(block * blockLength, before);
                shot = drawInBlock(block * blockLength, draws, shot);
                // The same but for rounding: so no draw falls between two blocks.
                after = sums[sums.length - 1];
            }
            before = after;
        }
        if (shot < draws.length) {
            // Rounding can leave draws just below the total behind the last sum.
            count(lastPossible(), draws.length - shot);
        }
    }

    /** Groups, since each addition to the sum waits for the last. */
    private void fillSums(int first, double before) {
        sums[0] = before;
        for (int group = 0; group < sums.length - 1; group++) {
            double together = 0;
            for (int offset = 0; offset < GROUP; offset++) {
                together += state.probability(first + GROUP * group + offset);
            }
            sums[group + 1] = sums[group] + together;
        }
    }

    /** Gives the first shot that is not in the block. */
    private int drawInBlock(int first, double[] draws, int firstShot) {
        double end = sums[sums.length - 1];
        int group = 0;
        int shot = firstShot;
        while (shot < draws.length && draws[shot] < end) {
            while (draws[shot] >= sums[group + 1]) {
                group++;
            }
            count(place(first + GROUP * group, sums[group], draws[shot]), 1);
            shot++;
        }
        return shot;
    }

    /** Which state of a group a draw is of: counted by signs, since nobody could predict a branch. */
    private int place(int first, double before, double draw) {
        double part = 0;
        int place = first + GROUP - 1;
        for (int offset = 0; offset < GROUP - 1; offset++) {
            part += state.probability(first + offset);
            place -= (int) (Double.doubleToRawLongBits(draw - (before + part)) >>> (Long.SIZE - 1));
        }
        return place;
    }

    private int lastPossible() {
        int index = state.size() - 1;
        while (index > 0 && state.probability(index) == 0) {
            index--;
        }
        return index;
    }

    /** States come in rising order, and often more than once. */
    private void count(int basisState, int drawnTimes) {
        different += Integer.signum(basisState - latest);
        latest = basisState;
        drawn[different - 1] = basisState;
        times[different - 1] += drawnTimes;
    }

    /** Flips all qubits of every other draw, by chance. */
    private void flipHalf(SplitMix64 random) {
        int[] flipped = new int[different];
        int[] timesFlipped = new int[different];
        int kept = 0;
        int mirrored = 0;
        for (int index = 0; index < different; index++) {
            int ones = ones(times[index], random);
            // Both are written and only what is not 0 is kept: nobody could predict a branch.
            flipped[mirrored] = (1 << qubits) - 1 - drawn[index];
            timesFlipped[mirrored] = ones;
            mirrored += Integer.signum(ones);
            int rest = times[index] - ones;
            drawn[kept] = drawn[index];
            times[kept] = rest;
            kept += Integer.signum(rest);
        }
        // The lower the state, the higher its mirror image.
        for (int index = mirrored - 1; index >= 0; index--) {
            drawn[kept] = flipped[index];
            times[kept++] = timesFlipped[index];
        }
        different = kept;
    }

    /** How many of so many random bits are 1. */
    private static int ones(int bits, SplitMix64 random) {
        int ones = 0;
        for (int left = bits; left > 0; left -= Long.SIZE) {
            long word = random.next();
            ones += Long.bitCount(left < Long.SIZE ? word >>> (Long.SIZE - left) : word);
        }
        return ones;
    }

    private Counts countsOfStates() {
        return Counts.ofRising(measurements, Arrays.copyOf(drawn, different), Arrays.copyOf(times, different));
    }

    private Counts countsOfOutcomes() {
        SortedMap<BitString, Integer> counts = new TreeMap<>();
        for (int index = 0; index < different; index++) {
            counts.merge(measurements.read(drawn[index]), times[index], Integer::sum);
        }
        return new Counts(counts);
    }
}
