// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation;

import java.util.SortedMap;
import java.util.TreeMap;
import org.nifiquantum.engine.circuit.BitString;
import org.nifiquantum.engine.circuit.MeasurementMap;
import org.nifiquantum.engine.simulation.kernel.Amplitudes;
import org.nifiquantum.engine.simulation.kernel.BlockSums;
import org.nifiquantum.engine.simulation.kernel.Workers;

/**
 * Draws basis states by their probability. The draws are made in rising order, so that one pass over the state serves them all:
 * the partial sums of exponential variables, divided by their total, are sorted uniform ones (L. Devroye, Non-Uniform Random
 * Variate Generation, 1986, V.3.1).
 */
final class Sampler {
    private final Amplitudes state;
    private final MeasurementMap measurements;
    private final double[] blockSums;
    private final int blockLength;
    private final SortedMap<BitString, Integer> counts = new TreeMap<>();

    private Sampler(Amplitudes state, MeasurementMap measurements, Workers workers) {
        this.state = state;
        this.measurements = measurements;
        this.blockLength = BlockSums.blockLength(state.size());
        this.blockSums = BlockSums.norms(state, workers);
    }

    static Counts sample(Amplitudes state, MeasurementMap measurements, int shots, long seed, Workers workers) {
        if (shots < 1) {
            throw new IllegalArgumentException("At least 1 shot is needed, not %d".formatted(shots));
        }
        Sampler sampler = new Sampler(state, measurements, workers);
        sampler.draw(sortedUniforms(shots, seed));
        return new Counts(sampler.counts);
    }

    private static double[] sortedUniforms(int shots, long seed) {
        SplitMix64 random = new SplitMix64(seed);
        double[] uniforms = new double[shots];
        double sum = 0;
        for (int shot = 0; shot < shots; shot++) {
            // StrictMath: the same counts on every machine.
            sum -= StrictMath.log(random.nextPositiveUniform());
            uniforms[shot] = sum;
        }
        sum -= StrictMath.log(random.nextPositiveUniform());
        for (int shot = 0; shot < shots; shot++) {
            uniforms[shot] /= sum;
        }
        return uniforms;
    }

    private void draw(double[] uniforms) {
        double total = 0;
        for (double blockSum : blockSums) {
            total += blockSum;
        }
        int shot = 0;
        double before = 0;
        for (int block = 0; block < blockSums.length && shot < uniforms.length; block++) {
            if (uniforms[shot] * total >= before + blockSums[block]) {
                before += blockSums[block];
                continue;
            }
            double sum = before;
            for (int index = block * blockLength;
                    index < (block + 1) * blockLength && shot < uniforms.length;
                    index++) {
                double probability = state.probability(index);
                if (probability == 0) {
                    continue;
                }
                sum += probability;
                int first = shot;
                while (shot < uniforms.length && uniforms[shot] * total < sum) {
                    shot++;
                }
                count(index, shot - first);
            }
            before += blockSums[block];
        }
        if (shot < uniforms.length) {
            // Rounding can leave draws just below 1 behind the last sum.
            count(lastPossible(), uniforms.length - shot);
        }
    }

    private int lastPossible() {
        int index = state.size() - 1;
        while (index > 0 && state.probability(index) == 0) {
            index--;
        }
        return index;
    }

    private void count(int basisState, int times) {
        if (times > 0) {
            counts.merge(measurements.read(basisState), times, Integer::sum);
        }
    }
}
