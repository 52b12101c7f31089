// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.solver;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** The best states of a search, no two of one energy. */
final class Elite {
    /**
     * A state of the elite.
     *
     * @param energy summed anew for the state, so that it carries no rounding from earlier flips
     */
    record Member(SpinState state, double energy) {}

    private final int capacity;
    private final List<Member> members = new ArrayList<>();

    Elite(int capacity) {
        this.capacity = capacity;
    }

    boolean isFull() {
        return members.size() == capacity;
    }

    /** Takes the state in if there is room or it is better than the worst, which then leaves. */
    void offer(SpinState state, double energy) {
        if (members.stream().anyMatch(member -> member.energy() == energy)) {
            return;
        }
        int place = 0;
        while (place < members.size() && members.get(place).energy() < energy) {
            place++;
        }
        members.add(place, new Member(state, energy));
        if (members.size() > capacity) {
            members.removeLast();
        }
    }

    Member best() {
        return members.getFirst();
    }

    SpinState random(SplittableRandom random) {
        return members.get(random.nextInt(members.size())).state();
    }
}
