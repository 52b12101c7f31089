// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.campaign.fuzz;

import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** A program to be damaged. */
public record Sample(String name, String text) {

    private static final List<Damage> DAMAGES = List.of(Damage.values());
    private static final int MOST_DAMAGES = 4;
    private static final int LONGEST = 1 << 20;

    /**
     * The n-th damaged form of it, always the same one.
     *
     * @param corpus whose pieces may be mixed in
     */
    String damaged(long seed, int n, List<Sample> corpus) {
        RandomGenerator random = new SplittableRandom(seed ^ (31L * text.hashCode() + n) * 0x9e3779b97f4a7c15L);
        String damaged = text;
        for (int i = random.nextInt(MOST_DAMAGES); i >= 0 && !damaged.isEmpty(); i--) {
            String other = corpus.get(random.nextInt(corpus.size())).text();
            damaged = DAMAGES.get(random.nextInt(DAMAGES.size())).apply(damaged, other, random);
            damaged = damaged.substring(0, Math.min(damaged.length(), LONGEST));
        }
        return damaged;
    }
}
