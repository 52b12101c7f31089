// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation;

/**
 * The SplitMix64 generator: G. Steele, D. Lea, C. Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014, in
 * S. Vigna's public-domain form. Its output number i depends on seed and i alone, so any draw can be made anywhere.
 */
final class SplitMix64 {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    SplitMix64(long seed) {
        state = seed;
    }

    static long output(long seed, long index) {
        return mix(seed + (index + 1) * GOLDEN_GAMMA);
    }

    long next() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    /** A number above 0 and at most 1, a multiple of 2^-53. */
    double nextPositiveUniform() {
        return ((next() >>> 11) + 1) * 0x1p-53;
    }

    private static long mix(long value) {
        long mixed = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }
}
