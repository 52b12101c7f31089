// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.campaign.kill;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * How often to kill, and where.
 *
 * @param roads that are met by turns
 * @param points those that none of the roads comes by are left out
 * @param times kills at each point
 * @param random kills at random moments
 * @param seed the random moments follow from it
 */
public record KillPlan(List<BackendKind> roads, List<CrashPoint> points, int times, int random, long seed) {

    /** A first hit is before any look back is possible, and by the last the loop must not be over. */
    private static final int FIRST_HIT = 3;

    private static final int LAST_HIT = 30;

    public KillPlan {
        roads = List.copyOf(roads);
        if (roads.isEmpty() || times < 0 || random < 0) {
            throw new IllegalArgumentException(
                    "a road, and kills of 0 or more, are needed, not %s, %d and %d".formatted(roads, times, random));
        }
        Set<BackendKind> known = EnumSet.copyOf(roads);
        points = points.stream()
                .filter(point -> !Collections.disjoint(point.backends(), known))
                .toList();
    }

    /** How many jobs a run must have, so that each point is met often enough. */
    static int jobsNeeded() {
        return LAST_HIT + 1;
    }

    /**
     * At which hit of its point the i-th kill happens: from a loop's beginning to near its end, odd and even; on the road of many
     * short runs one of the first, while most of them are under way.
     */
    int hit(int i, BackendKind road) {
        if (road.misbehaving().isPresent()) {
            return i + 1;
        }
        return times == 1 ? (FIRST_HIT + LAST_HIT) / 2 : FIRST_HIT + i * (LAST_HIT - FIRST_HIT) / (times - 1);
    }

    /** Which road the i-th kill meets. */
    BackendKind road(int i) {
        return roads.get(i % roads.size());
    }

    /** As {@link #road(int)}, of those that come by the point. */
    BackendKind road(int i, CrashPoint point) {
        List<BackendKind> those =
                roads.stream().filter(point.backends()::contains).toList();
        return those.get(i % those.size());
    }

    /** All kills. */
    int total() {
        return points.size() * times + random;
    }
}
