// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem.scheduling;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.nifiquantum.engine.circuit.BitString;
import org.nifiquantum.optimization.problem.Answer;
import org.nifiquantum.optimization.problem.ProblemFormatException;
import org.nifiquantum.optimization.problem.model.BinaryModel;
import org.nifiquantum.optimization.problem.model.LinearConstraint;
import org.nifiquantum.optimization.problem.model.ModelBuilder;
import org.nifiquantum.optimization.problem.model.Relation;

/** A job shop as bits: for each operation one for each time from its earliest start to its latest, job by job. */
final class StartTimes {
    private static final int MOST_BITS_OF_A_MODEL = 20_000;

    private final JobShop problem;
    private final int end;
    /** For each job and operation its earliest start, its latest, and the bit of the earliest. */
    private final int[][] earliest;

    private final int[][] latest;
    private final int[][] firstBit;
    private final int size;

    /** One bit: an operation starts at a time. */
    record Start(int job, int step, int time) {}

    StartTimes(JobShop problem) {
        this.problem = problem;
        this.end = problem.end();
        int jobs = problem.jobs().size();
        this.earliest = new int[jobs][];
        this.latest = new int[jobs][];
        this.firstBit = new int[jobs][];
        int bits = 0;
        for (int job = 0; job < jobs; job++) {
            List<JobOperation> operations = problem.operations().get(job);
            int length = operations.stream().mapToInt(JobOperation::duration).sum();
            int before = 0;
            earliest[job] = new int[operations.size()];
            latest[job] = new int[operations.size()];
            firstBit[job] = new int[operations.size()];
            for (int step = 0; step < operations.size(); step++) {
                earliest[job][step] = before;
                latest[job][step] = end - length + before;
                before += operations.get(step).duration();
                firstBit[job][step] = bits;
                bits = Math.addExact(bits, latest[job][step] - earliest[job][step] + 1);
            }
        }
        this.size = bits;
    }

    int size() {
        return size;
    }

    List<Start> all() {
        List<Start> starts = new ArrayList<>(size);
        for (int job = 0; job < earliest.length; job++) {
            for (int step = 0; step < earliest[job].length; step++) {
                for (int time = earliest[job][step]; time <= latest[job][step]; time++) {
                    starts.add(new Start(job, step, time));
                }
            }
        }
        return starts;
    }

    private int bit(Start start) {
        return firstBit[start.job][start.step] + start.time - earliest[start.job][start.step];
    }

    private int duration(Start start) {
        return problem.operations().get(start.job).get(start.step).duration();
    }

    /** All rules as constraints; an answer that keeps them has energy 0. */
    BinaryModel model(OptionalDouble penalty) {
        if (size > MOST_BITS_OF_A_MODEL) {
            throw new ProblemFormatException(
                    "/horizon",
                    "Starts up to " + end + " make " + size + " variables, more than " + MOST_BITS_OF_A_MODEL + ".",
                    "Give an earlier horizon, or durations in larger units.");
        }
        List<Start> starts = all();
        ModelBuilder model = BinaryModel.minimize();
        Map<List<Integer>, Map<Integer, Double>> ofOperation = new HashMap<>();
        for (Start start : starts) {
            model.variable(problem.name(start.job, start.step) + " starts at " + start.time);
            ofOperation
                    .computeIfAbsent(List.of(start.job, start.step), operation -> new HashMap<>())
                    .put(bit(start), 1.0);
        }
        for (int job = 0; job < earliest.length; job++) {
            for (int step = 0; step < earliest[job].length; step++) {
                model.constraint(new LinearConstraint(
                        "starts of " + problem.name(job, step),
                        ofOperation.get(List.of(job, step)),
                        Relation.EQUAL,
                        1));
            }
        }
        for (int i = 0; i < starts.size(); i++) {
            for (int j = i + 1; j < starts.size(); j++) {
                if (exclude(starts.get(i), starts.get(j))) {
                    String both = describe(starts.get(i)) + " and " + describe(starts.get(j));
                    model.count(both, Relation.AT_MOST, 1, i, j);
                }
            }
        }
        return model.build(penalty, 1);
    }

    private String describe(Start start) {
        return problem.name(start.job, start.step) + " at " + start.time;
    }

    /** Whether two starts of different operations cannot both be: the first of the list is the earlier step of one job. */
    private boolean exclude(Start start, Start other) {
        if (start.job == other.job) {
            // Between neighbours is enough: what lies between two others is late if they are.
            return other.step == start.step + 1 && start.time + duration(start) > other.time;
        }
        boolean sameMachine = machine(start) == machine(other);
        return sameMachine && start.time < other.time + duration(other) && other.time < start.time + duration(start);
    }

    private int machine(Start start) {
        return problem.operations().get(start.job).get(start.step).machine();
    }

    BitString bits(Schedule schedule) {
        boolean[] bits = new boolean[size];
        for (int job = 0; job < earliest.length; job++) {
            for (int step = 0; step < earliest[job].length; step++) {
                bits[bit(new Start(job, step, schedule.start(job, step)))] = true;
            }
        }
        return BitString.of(bits);
    }

    /** The schedule that the bits are, or what is wrong with them. */
    Answer decode(BitString bits) {
        if (bits.length() != size) {
            throw new IllegalArgumentException(size + " starts need as many bits, not " + bits.length() + ".");
        }
        List<Start> chosen =
                all().stream().filter(start -> bits.get(bit(start))).toList();
        int[][] times = new int[earliest.length][];
        List<String> violations = new ArrayList<>();
        int makespan = 0;
        for (int job = 0; job < earliest.length; job++) {
            times[job] = new int[earliest[job].length];
            for (int step = 0; step < earliest[job].length; step++) {
                int wanted = step;
                int owner = job;
                List<Start> starts = chosen.stream()
                        .filter(start -> start.job == owner && start.step == wanted)
                        .toList();
                if (starts.size() != 1) {
                    violations.add(problem.name(job, step) + " starts " + starts.size() + " times");
                } else {
                    times[job][step] = starts.getFirst().time;
                }
            }
        }
        for (Start start : chosen) {
            makespan = Math.max(makespan, start.time + duration(start));
            for (Start other : chosen) {
                if (bit(start) < bit(other) && exclude(start, other)) {
                    violations.add(describe(start) + " and " + describe(other) + " cannot both be");
                }
            }
        }
        return violations.isEmpty() ? Schedule.of(problem, times).answer() : new Answer(makespan, violations, Map.of());
    }
}
