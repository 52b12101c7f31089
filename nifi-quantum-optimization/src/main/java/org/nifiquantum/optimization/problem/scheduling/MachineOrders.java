// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem.scheduling;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * In which order each machine does its operations: a graph where each operation follows one of its job and one on its machine
 * (B. Roy, B. Sussmann, 1964), and each starts when both are over. Operations are numbered job by job; -1 is none.
 */
final class MachineOrders {
    private final JobShop problem;
    private final int[] machine;
    private final int[] duration;
    private final int[] jobBefore;
    private final int[] jobAfter;
    private final int[] machineBefore;
    private final int[] machineAfter;
    private final int[] starts;
    private final int[] waiting;
    private final int[] queue;
    private int makespan;

    private MachineOrders(JobShop problem, int operations) {
        this.problem = problem;
        this.machine = new int[operations];
        this.duration = new int[operations];
        this.jobBefore = new int[operations];
        this.jobAfter = new int[operations];
        this.machineBefore = new int[operations];
        this.machineAfter = new int[operations];
        this.starts = new int[operations];
        this.waiting = new int[operations];
        this.queue = new int[operations];
    }

    static MachineOrders of(JobShop problem, Schedule schedule) {
        int operations = problem.operations().stream().mapToInt(List::size).sum();
        MachineOrders orders = new MachineOrders(problem, operations);
        int next = 0;
        for (int job = 0; job < problem.jobs().size(); job++) {
            int steps = problem.operations().get(job).size();
            for (int step = 0; step < steps; step++) {
                JobOperation operation = problem.operations().get(job).get(step);
                orders.machine[next] = operation.machine();
                orders.duration[next] = operation.duration();
                orders.jobBefore[next] = step == 0 ? -1 : next - 1;
                orders.jobAfter[next] = step == steps - 1 ? -1 : next + 1;
                orders.starts[next] = schedule.start(job, step);
                next++;
            }
        }
        orders.orderByStart();
        orders.computeStarts();
        return orders;
    }

    /** Of operations that take no time and start at once, the earlier of its job comes first, so that there is no circle. */
    private void orderByStart() {
        Arrays.fill(machineBefore, -1);
        Arrays.fill(machineAfter, -1);
        int[] last = new int[problem.machines().size()];
        Arrays.fill(last, -1);
        IntStream.range(0, starts.length)
                .boxed()
                .sorted(Comparator.comparingInt((Integer i) -> starts[i])
                        .thenComparingInt(i -> starts[i] + duration[i])
                        .thenComparingInt(i -> i))
                .forEach(operation -> {
                    int before = last[machine[operation]];
                    machineBefore[operation] = before;
                    if (before >= 0) {
                        machineAfter[before] = operation;
                    }
                    last[machine[operation]] = operation;
                });
    }

    int operations() {
        return machine.length;
    }

    int makespan() {
        return makespan;
    }

    boolean sameMachine(int operation, int other) {
        return machine[operation] == machine[other];
    }

    MachineOrders copy() {
        MachineOrders copy = new MachineOrders(problem, operations());
        System.arraycopy(machine, 0, copy.machine, 0, operations());
        System.arraycopy(duration, 0, copy.duration, 0, operations());
        System.arraycopy(jobBefore, 0, copy.jobBefore, 0, operations());
        System.arraycopy(jobAfter, 0, copy.jobAfter, 0, operations());
        copy.become(this);
        return copy;
    }

    /** Takes the orders of another one of the same job shop. */
    void become(MachineOrders other) {
        System.arraycopy(other.machineBefore, 0, machineBefore, 0, operations());
        System.arraycopy(other.machineAfter, 0, machineAfter, 0, operations());
        computeStarts();
    }

    /** Lets the second of two neighbours on a machine go before the first. */
    void exchange(int first, int second) {
        int before = machineBefore[first];
        int after = machineAfter[second];
        machineBefore[second] = before;
        machineAfter[second] = first;
        machineBefore[first] = second;
        machineAfter[first] = after;
        if (before >= 0) {
            machineAfter[before] = second;
        }
        if (after >= 0) {
            machineBefore[after] = first;
        }
        computeStarts();
    }

    /** All starts, operations in an order in which each comes after those it follows. */
    private void computeStarts() {
        int head = 0;
        int tail = 0;
        makespan = 0;
        for (int i = 0; i < operations(); i++) {
            waiting[i] = (jobBefore[i] < 0 ? 0 : 1) + (machineBefore[i] < 0 ? 0 : 1);
            if (waiting[i] == 0) {
                queue[tail++] = i;
            }
        }
        while (head < tail) {
            int operation = queue[head++];
            starts[operation] = Math.max(end(jobBefore[operation]), end(machineBefore[operation]));
            makespan = Math.max(makespan, end(operation));
            tail = release(jobAfter[operation], tail);
            tail = release(machineAfter[operation], tail);
        }
        if (tail < operations()) {
            throw new IllegalStateException("The orders of the machines make a circle.");
        }
    }

    private int release(int operation, int tail) {
        if (operation >= 0 && --waiting[operation] == 0) {
            queue[tail] = operation;
            return tail + 1;
        }
        return tail;
    }

    private int end(int operation) {
        return operation < 0 ? 0 : starts[operation] + duration[operation];
    }

    /** A longest path, from its first operation to its last; where there is a choice, one at random. */
    int[] longestPath(SplittableRandom random) {
        int[] path = new int[operations()];
        int length = 0;
        int operation = 0;
        while (end(operation) != makespan) {
            operation++;
        }
        while (operation >= 0) {
            path[path.length - ++length] = operation;
            int ofJob = jobBefore[operation];
            int ofMachine = machineBefore[operation];
            boolean jobHolds = ofJob >= 0 && end(ofJob) == starts[operation];
            boolean machineHolds = ofMachine >= 0 && end(ofMachine) == starts[operation];
            if (jobHolds && (!machineHolds || random.nextBoolean())) {
                operation = ofJob;
            } else {
                operation = machineHolds ? ofMachine : -1;
            }
        }
        return Arrays.copyOfRange(path, path.length - length, path.length);
    }

    Schedule schedule() {
        int[][] times = new int[problem.jobs().size()][];
        int next = 0;
        for (int job = 0; job < times.length; job++) {
            times[job] = Arrays.copyOfRange(
                    starts, next, next + problem.operations().get(job).size());
            next += times[job].length;
        }
        return Schedule.of(problem, times);
    }
}
