// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.solver;

import java.util.ArrayList;
import java.util.List;

/**
 * The best states of a search that are far from each other: of two that are close only the better stays, or all would soon
 * be one, and recombination find nothing new.
 */
final class Population {
    private record Member(State state, long energy) {}

    /** Spins as a list of values that is not changed. */
    static final class State {
        private final int[] values;

        State(int[] values) {
            this.values = values;
        }

        int[] values() {
            return values;
        }
    }

    private final int capacity;
    private final int closeness;
    private final boolean symmetric;
    private final List<Member> members = new ArrayList<>();

    /**
     * @param closeness two states that differ in so many spins or fewer are close
     * @param symmetric whether a state and its complement are the same
     */
    Population(int capacity, int closeness, boolean symmetric) {
        this.capacity = capacity;
        this.closeness = closeness;
        this.symmetric = symmetric;
    }

    int size() {
        return members.size();
    }

    State member(int index) {
        return members.get(index).state();
    }

    /** Takes the state in if it is new and good enough; a worse one then leaves. */
    void offer(State state, long energy) {
        int nearest = -1;
        int nearestDistance = Integer.MAX_VALUE;
        int worst = -1;
        for (int i = 0; i < members.size(); i++) {
            int distance = distance(state.values(), members.get(i).state().values());
            if (distance < nearestDistance) {
                nearestDistance = distance;
                nearest = i;
            }
            if (worst < 0 || members.get(i).energy() > members.get(worst).energy()) {
                worst = i;
            }
        }
        Member member = new Member(state, energy);
        if (nearest >= 0 && nearestDistance <= closeness) {
            if (energy < members.get(nearest).energy()) {
                members.set(nearest, member);
            }
        } else if (members.size() < capacity) {
            members.add(member);
        } else if (energy <= members.get(worst).energy()) {
            members.set(worst, member);
        }
    }

    private int distance(int[] one, int[] other) {
        int distance = differences(one, other);
        return symmetric ? Math.min(distance, one.length - distance) : distance;
    }

    private static int differences(int[] one, int[] other) {
        int differences = 0;
        for (int i = 0; i < one.length; i++) {
            differences += one[i] == other[i] ? 0 : 1;
        }
        return differences;
    }

    /** Writes the spins in which two states differ into the array, and says how many; the complement counts as equal. */
    int disputed(State one, State other, int[] disputed) {
        int differences = differences(one.values(), other.values());
        boolean complement = symmetric && differences > one.values().length - differences;
        int count = 0;
        for (int i = 0; i < disputed.length; i++) {
            if ((one.values()[i] != other.values()[i]) != complement) {
                disputed[count++] = i;
            }
        }
        return count;
    }
}
