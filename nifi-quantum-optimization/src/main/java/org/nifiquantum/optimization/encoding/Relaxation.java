// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.encoding;

import java.util.Arrays;
import java.util.Random;
import org.nifiquantum.engine.circuit.BitString;
import org.nifiquantum.engine.operator.Adjacency;
import org.nifiquantum.engine.operator.IsingModel;

/**
 * An Ising model whose spins are unit vectors: the semidefinite relaxation of M. X. Goemans and D. P. Williamson, J. ACM 42, 1115
 * (1995), solved by turning one vector at a time against the sum of its neighbours (P.-W. Wang, W.-C. Chang, J. Z. Kolter,
 * arXiv 1706.00476). In more than sqrt(2 n) dimensions that ends at its optimum (S. Burer, R. D. C. Monteiro, Math. Program. 95,
 * 329 (2003)). Fields are couplings to one more spin. Deterministic.
 */
final class Relaxation {
    private static final int SWEEPS = 1_000;
    private static final double CONVERGED = 1e-7;
    private static final int ROUNDINGS = 64;
    private static final long SEED = 1;

    private final IsingModel model;
    private final double[][] vectors;

    private Relaxation(IsingModel model, double[][] vectors) {
        this.model = model;
        this.vectors = vectors;
    }

    static Relaxation of(IsingModel model) {
        int spins = model.spins() + 1;
        int dimensions = (int) Math.ceil(Math.sqrt(2.0 * spins)) + 1;
        Random random = new Random(SEED);
        double[][] vectors = new double[spins][];
        Arrays.setAll(vectors, spin -> {
            double[] vector = random.doubles(dimensions, -1, 1).toArray();
            return scaled(vector, 1 / Math.sqrt(dot(vector, vector)));
        });
        Relaxation relaxation = new Relaxation(model, vectors);
        double before = Double.POSITIVE_INFINITY;
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            relaxation.turnAll();
            double energy = relaxation.energy();
            if (before - energy < CONVERGED * Math.max(1, Math.abs(energy))) {
                break;
            }
            before = energy;
        }
        return relaxation;
    }

    /** The energy of the vectors, the constant included: at the optimum a lower bound of every answer's. */
    double energy() {
        double energy = model.constant();
        for (int spin = 0; spin < model.spins(); spin++) {
            double[] force = force(spin);
            // Each coupling is felt by both of its spins, the field by one.
            double field = model.field(spin) * dot(vectors[model.spins()], vectors[spin]);
            energy += (dot(force, vectors[spin]) + field) / 2;
        }
        return energy;
    }

    /** The best answer of those on which random planes through the origin divide the vectors. */
    boolean[] rounded() {
        Random random = new Random(SEED);
        boolean[] best = {};
        double least = Double.POSITIVE_INFINITY;
        for (int rounding = 0; rounding < ROUNDINGS; rounding++) {
            double[] normal = new double[vectors[0].length];
            Arrays.setAll(normal, dimension -> random.nextGaussian());
            boolean[] bits = sides(normal);
            double energy = model.energy(BitString.of(bits));
            if (energy < least) {
                least = energy;
                best = bits;
            }
        }
        return best;
    }

    /** Bit 1 is spin -1: on the other side than the spin of the fields. */
    private boolean[] sides(double... normal) {
        double up = dot(vectors[model.spins()], normal);
        boolean[] bits = new boolean[model.spins()];
        for (int spin = 0; spin < bits.length; spin++) {
            bits[spin] = dot(vectors[spin], normal) * up < 0;
        }
        return bits;
    }

    /** Turns each vector to where its energy is least. */
    private void turnAll() {
        for (int spin = 0; spin < model.spins(); spin++) {
            double[] force = force(spin);
            double strength = Math.sqrt(dot(force, force));
            if (strength > 0) {
                vectors[spin] = scaled(force, -1 / strength);
            }
        }
    }

    private double[] force(int spin) {
        Adjacency neighbours = model.adjacency();
        double[] force = new double[vectors[spin].length];
        addTo(force, model.field(spin), vectors[model.spins()]);
        for (int position = neighbours.start(spin); position < neighbours.end(spin); position++) {
            addTo(force, neighbours.strength(position), vectors[neighbours.neighbour(position)]);
        }
        return force;
    }

    private static void addTo(double[] sum, double factor, double[] vector) {
        for (int dimension = 0; dimension < sum.length; dimension++) {
            sum[dimension] += factor * vector[dimension];
        }
    }

    private static double[] scaled(double[] vector, double factor) {
        return Arrays.stream(vector).map(value -> value * factor).toArray();
    }

    private static double dot(double[] left, double[] right) {
        double sum = 0;
        for (int dimension = 0; dimension < left.length; dimension++) {
            sum += left[dimension] * right[dimension];
        }
        return sum;
    }
}
