// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.dynamic;

import java.util.Arrays;
import java.util.Optional;
import org.nifiquantum.engine.simulation.Seeds;

/**
 * Shots by their numbers. Measurement k of shot s compares output k of the generator seeded with output s of the run's: so a
 * shot goes the same way whichever others go with it.
 */
final class ShotNumbers implements Shares<int[]> {
    private final long seed;

    ShotNumbers(long seed) {
        this.seed = seed;
    }

    @Override
    public Parts<int[]> divide(int[] shots, int measurement, double probabilityOfOne) {
        int[] zero = new int[shots.length];
        int[] one = new int[shots.length];
        int ones = 0;
        for (int index = 0; index < shots.length; index++) {
            if (isOne(shots[index], measurement, probabilityOfOne)) {
                one[ones++] = shots[index];
            } else {
                zero[index - ones] = shots[index];
            }
        }
        return new Parts<>(first(zero, shots.length - ones), first(one, ones));
    }

    private boolean isOne(int shot, int measurement, double probabilityOfOne) {
        return (Seeds.derive(Seeds.derive(seed, shot), measurement) >>> 11) * 0x1p-53 < probabilityOfOne;
    }

    private static Optional<int[]> first(int[] shots, int count) {
        return count == 0 ? Optional.empty() : Optional.of(Arrays.copyOf(shots, count));
    }
}
