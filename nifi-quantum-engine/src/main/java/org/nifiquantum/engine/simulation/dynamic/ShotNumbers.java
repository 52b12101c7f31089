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
        int[] zero = Arrays.stream(shots)
                .filter(shot -> !isOne(shot, measurement, probabilityOfOne))
                .toArray();
        int[] one = Arrays.stream(shots)
                .filter(shot -> isOne(shot, measurement, probabilityOfOne))
                .toArray();
        return new Parts<>(nonEmpty(zero), nonEmpty(one));
    }

    private boolean isOne(int shot, int measurement, double probabilityOfOne) {
        return (Seeds.derive(Seeds.derive(seed, shot), measurement) >>> 11) * 0x1p-53 < probabilityOfOne;
    }

    private static Optional<int[]> nonEmpty(int[] shots) {
        return shots.length == 0 ? Optional.empty() : Optional.of(shots);
    }
}
