// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.campaign.kill;

import java.util.List;

/**
 * How often to kill, and where.
 *
 * @param times kills at each point
 * @param random kills at random moments
 * @param seed the random moments follow from it
 */
public record KillPlan(List<CrashPoint> points, int times, int random, long seed) {

    /** A first hit is before any look back is possible, and by the last the loop must not be over. */
    private static final int FIRST_HIT = 3;

    private static final int LAST_HIT = 30;

    public KillPlan {
        points = List.copyOf(points);
        if (times < 0 || random < 0) {
            throw new IllegalArgumentException("kills must be 0 or more, not %d and %d".formatted(times, random));
        }
    }

    /** How many jobs a run must have, so that each point is met often enough. */
    static int jobsNeeded() {
        return LAST_HIT + 1;
    }

    /** At which hit of its point the i-th kill happens: from the loop's beginning to near its end, odd and even. */
    int hit(int i) {
        return times == 1 ? (FIRST_HIT + LAST_HIT) / 2 : FIRST_HIT + i * (LAST_HIT - FIRST_HIT) / (times - 1);
    }

    /** Which road the i-th kill meets: by turns, the one outside NiFi first. */
    static BackendKind backend(int i) {
        return i % 2 == 0 ? BackendKind.LOOPBACK : BackendKind.EMBEDDED;
    }

    /** As {@link #backend(int)}, where only some roads come by the point. */
    static BackendKind backend(int i, CrashPoint point) {
        BackendKind turn = backend(i);
        return point.backends().contains(turn) ? turn : BackendKind.LOOPBACK;
    }

    /** All kills. */
    int total() {
        return points.size() * times + random;
    }
}
