// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem.scheduling;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * The end that no schedule comes before: the longest job, and for each machine the schedule of its operations alone that may
 * be interrupted, each with the time its job needs before (head) and after (tail). J. R. Jackson's rule with interruption is
 * the best of these: J. Carlier, Eur. J. Oper. Res. 11, 42 (1982).
 */
final class MakespanBound {
    private MakespanBound() {}

    private static final class Task {
        private final int head;
        private final int tail;
        private int left;

        Task(int head, int duration, int tail) {
            this.head = head;
            this.left = duration;
            this.tail = tail;
        }
    }

    static int of(JobShop problem) {
        int bound = 0;
        List<List<Task>> ofMachine = new ArrayList<>();
        problem.machines().forEach(machine -> ofMachine.add(new ArrayList<>()));
        for (List<JobOperation> operations : problem.operations()) {
            int length = operations.stream().mapToInt(JobOperation::duration).sum();
            bound = Math.max(bound, length);
            int head = 0;
            for (JobOperation operation : operations) {
                int tail = length - head - operation.duration();
                ofMachine.get(operation.machine()).add(new Task(head, operation.duration(), tail));
                head += operation.duration();
            }
        }
        for (List<Task> tasks : ofMachine) {
            bound = Math.max(bound, interrupted(tasks));
        }
        return bound;
    }

    /** Of the tasks that are there, always the one with the longest tail. */
    private static int interrupted(List<Task> tasks) {
        List<Task> coming = new ArrayList<>(tasks);
        coming.sort(Comparator.comparingInt(task -> task.head));
        PriorityQueue<Task> there = new PriorityQueue<>(Comparator.comparingInt((Task task) -> -task.tail));
        int time = 0;
        int end = 0;
        int next = 0;
        while (next < coming.size() || !there.isEmpty()) {
            if (there.isEmpty()) {
                time = Math.max(time, coming.get(next).head);
            }
            while (next < coming.size() && coming.get(next).head <= time) {
                there.add(coming.get(next++));
            }
            Task task = there.element();
            int until = next < coming.size() ? Math.min(time + task.left, coming.get(next).head) : time + task.left;
            task.left -= until - time;
            time = until;
            if (task.left == 0) {
                there.remove();
                end = Math.max(end, time + task.tail);
            }
        }
        return end;
    }
}
