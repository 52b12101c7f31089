// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.operator;

/**
 * The couplings of an Ising model as compressed rows: those of spin i have the positions {@code start(i)} to
 * {@code end(i) - 1}, by rising neighbour. Every coupling appears twice, once for each of its spins.
 */
public final class Adjacency {
    private final int[] starts;
    private final int[] neighbours;
    private final double[] strengths;

    private Adjacency(int[] starts, int[] neighbours, double[] strengths) {
        this.starts = starts;
        this.neighbours = neighbours;
        this.strengths = strengths;
    }

    /** Couplings must be sorted by first, then second spin. */
    static Adjacency of(int spins, int[] firsts, int[] seconds, double[] couplings) {
        int[] starts = new int[spins + 1];
        for (int index = 0; index < couplings.length; index++) {
            starts[firsts[index] + 1]++;
            starts[seconds[index] + 1]++;
        }
        for (int spin = 0; spin < spins; spin++) {
            starts[spin + 1] += starts[spin];
        }
        int[] next = starts.clone();
        int[] neighbours = new int[2 * couplings.length];
        double[] strengths = new double[2 * couplings.length];
        // Lower neighbours first: a pass for the upper ends, then one for the lower, both in sorted order.
        for (int index = 0; index < couplings.length; index++) {
            int position = next[seconds[index]]++;
            neighbours[position] = firsts[index];
            strengths[position] = couplings[index];
        }
        for (int index = 0; index < couplings.length; index++) {
            int position = next[firsts[index]]++;
            neighbours[position] = seconds[index];
            strengths[position] = couplings[index];
        }
        return new Adjacency(starts, neighbours, strengths);
    }

    public int start(int spin) {
        return starts[spin];
    }

    public int end(int spin) {
        return starts[spin + 1];
    }

    /** How many spins the given one is coupled to. */
    public int degree(int spin) {
        return starts[spin + 1] - starts[spin];
    }

    public int neighbour(int position) {
        return neighbours[position];
    }

    public double strength(int position) {
        return strengths[position];
    }
}
