// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation;

/** Derives independent seeds from one, such as the seed of each iteration from that of the run. */
public final class Seeds {
    private Seeds() {}

    /**
     * Output number {@code index}, counted from 0, of a {@link SplitMix64} generator with the given seed. The same on every
     * machine and in every version.
     */
    public static long derive(long seed, long index) {
        return SplitMix64.output(seed, index);
    }
}
