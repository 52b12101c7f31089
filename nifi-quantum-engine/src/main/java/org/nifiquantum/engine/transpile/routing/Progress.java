// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.transpile.routing;

import org.nifiquantum.engine.collection.IntList;

/** Which nodes are done and which may be done next. */
final class Progress {
    private final RoutingProblem problem;
    private final boolean[] done;
    /** For each wire the group at work, and how many of its nodes are done. */
    private final int[] current;

    private final int[] doneInGroup;
    /** How many wires of each node have come to its group. */
    private final int[] waiting;
    /** Ready interactions that are not done, and those on each wire. */
    private final IntList front = new IntList();

    private final IntList[] frontOn;
    /** Ready nodes that were not looked at yet. */
    private final IntList fresh = new IntList();

    private int firstUndone;

    Progress(RoutingProblem problem) {
        this.problem = problem;
        this.done = new boolean[problem.size()];
        this.current = new int[problem.wireCount()];
        this.doneInGroup = new int[problem.wireCount()];
        this.waiting = new int[problem.size()];
        this.frontOn = new IntList[problem.wireCount()];
        for (int node = 0; node < waiting.length; node++) {
            waiting[node] = problem.wires(node).length;
            if (waiting[node] == 0) {
                fresh.add(node);
            }
        }
        for (int wire = 0; wire < current.length; wire++) {
            frontOn[wire] = new IntList();
            if (problem.groupCount(wire) > 0) {
                arrive(problem.members(wire, 0));
            }
        }
    }

    IntList front() {
        return front;
    }

    IntList frontOn(int wire) {
        return frontOn[wire];
    }

    boolean hasFresh() {
        return fresh.size() > 0;
    }

    int nextFresh() {
        return fresh.removeLast();
    }

    /** Puts a ready interaction aside until its wires are beside each other. */
    void block(int node) {
        front.add(node);
        for (int wire : problem.wires(node)) {
            frontOn[wire].add(node);
        }
    }

    void unblock(int node) {
        front.remove(node);
        for (int wire : problem.wires(node)) {
            frontOn[wire].remove(node);
        }
    }

    void finish(int node) {
        done[node] = true;
        for (int wire : problem.wires(node)) {
            doneInGroup[wire]++;
            if (doneInGroup[wire] == problem.members(wire, current[wire]).length
                    && current[wire] + 1 < problem.groupCount(wire)) {
                current[wire]++;
                doneInGroup[wire] = 0;
                arrive(problem.members(wire, current[wire]));
            }
        }
    }

    /** The next so many interactions that are neither done nor ready. */
    void upcoming(int count, IntList result) {
        result.clear();
        int[] order = problem.lookahead();
        while (firstUndone < order.length && done[order[firstUndone]]) {
            firstUndone++;
        }
        for (int index = firstUndone; index < order.length && result.size() < count; index++) {
            int node = order[index];
            if (!done[node] && waiting[node] > 0) {
                result.add(node);
            }
        }
    }

    private void arrive(int[] members) {
        for (int node : members) {
            waiting[node]--;
            if (waiting[node] == 0) {
                fresh.add(node);
            }
        }
    }
}
