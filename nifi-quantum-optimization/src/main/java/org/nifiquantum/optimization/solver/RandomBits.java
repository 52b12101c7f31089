// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.solver;

import org.nifiquantum.engine.simulation.Seeds;

/**
 * xoroshiro128+ of D. Blackman, S. Vigna, ACM Trans. Math. Software 47, 36 (2021): two additions and some shifts for 64 bits,
 * where the JDK's generators would take a third of an annealing's time. Its upper bits are good.
 */
final class RandomBits {
    private long first;
    private long second;

    RandomBits(long seed) {
        first = Seeds.derive(seed, 0);
        second = Seeds.derive(seed, 1) | 1;
    }

    long next() {
        long sum = first + second;
        long mixed = second ^ first;
        first = Long.rotateLeft(first, 24) ^ mixed ^ (mixed << 16);
        second = Long.rotateLeft(mixed, 37);
        return sum;
    }

    /** A number from 0, below the bound. */
    int below(int bound) {
        return (int) (((next() >>> Integer.SIZE) * bound) >>> Integer.SIZE);
    }
}
