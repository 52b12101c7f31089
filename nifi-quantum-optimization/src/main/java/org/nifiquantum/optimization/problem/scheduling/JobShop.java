// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem.scheduling;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.nifiquantum.engine.circuit.BitString;
import org.nifiquantum.engine.operator.IsingModel;
import org.nifiquantum.optimization.problem.Answer;
import org.nifiquantum.optimization.problem.BinaryProblem;
import org.nifiquantum.optimization.problem.ClassicalAnswer;
import org.nifiquantum.optimization.problem.ProblemFormatException;
import org.nifiquantum.optimization.problem.Sense;
import org.nifiquantum.optimization.problem.VariableRules;
import org.nifiquantum.optimization.problem.model.Penalties;
import org.nifiquantum.optimization.solver.SolverBudget;

/**
 * The job shop: each job goes through its operations in order, each machine does one at a time, and all shall be over as early
 * as possible and by the horizon. The objective is the time the last operation ends.
 *
 * <p>As bits it is the question whether there is a schedule by the horizon, D. Venturelli, D. Marchand, G. Rojo,
 * arXiv:1506.08479 (2015): one for each operation and each time it may start at, so that the energy is the number of broken
 * rules times the penalty, 0 of a schedule. A shorter one is found by asking again with a shorter horizon.
 *
 * @param jobs the names, all different
 * @param machines the names, all different
 * @param operations of each job, in order, at least one
 * @param horizon when all must be over; empty for the end of a quickly found schedule
 * @param wishedPenalty of a broken rule; empty for 1
 */
public record JobShop(
        List<String> jobs,
        List<String> machines,
        List<List<JobOperation>> operations,
        OptionalInt horizon,
        OptionalDouble wishedPenalty)
        implements BinaryProblem {
    /** The name of this kind of problem in documents. */
    public static final String TYPE = "job-shop";

    /** The sum of all durations at most, so that no time overflows. */
    private static final long LONGEST = 1_000_000_000;

    /** A schedule with more possible starts than this is not listed bit by bit. */
    private static final int MOST_LISTED_BITS = 5_000;

    /**
     * Checks.
     *
     * @throws ProblemFormatException naming what cannot be used, as a JSON pointer
     */
    public JobShop {
        jobs = new VariableRules("/jobs", "job").checked(jobs);
        machines = new VariableRules("/machines", "machine").checked(machines);
        operations = operations.stream().map(List::copyOf).toList();
        Penalties.check(wishedPenalty);
        if (operations.size() != jobs.size()) {
            throw new ProblemFormatException(
                    "/jobs",
                    operations.size() + " lists of operations for " + jobs.size() + " jobs.",
                    "Give one for each.");
        }
        long total = 0;
        for (int job = 0; job < jobs.size(); job++) {
            long length = 0;
            if (operations.get(job).isEmpty()) {
                throw new ProblemFormatException("/jobs/" + job, "The job has no operation.", "Give at least one.");
            }
            for (int step = 0; step < operations.get(job).size(); step++) {
                JobOperation operation = operations.get(job).get(step);
                String place = "/jobs/" + job + "/operations/" + step;
                if (operation.machine() < 0 || operation.machine() >= machines.size()) {
                    throw new ProblemFormatException(
                            place + "/machine",
                            "There is no machine " + operation.machine() + ".",
                            "Name a known one.");
                }
                length += operation.duration();
                total += operation.duration();
                if (operation.duration() < 1 || total > LONGEST) {
                    throw new ProblemFormatException(
                            place + "/duration",
                            operation.duration() < 1
                                    ? "The duration is " + operation.duration() + "."
                                    : "The durations up to here add up to " + total + ".",
                            "Give whole numbers of 1 or more whose sum is at most " + LONGEST + ".");
                }
            }
            if (horizon.isPresent() && length > horizon.getAsInt()) {
                throw new ProblemFormatException(
                        "/horizon",
                        "Job '" + jobs.get(job) + "' alone takes " + length + ", longer than the horizon of "
                                + horizon.getAsInt() + ".",
                        "Give a later horizon.");
            }
        }
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Sense sense() {
        return Sense.MINIMIZE;
    }

    /** The horizon, or the end of the schedule that takes the operation that can start earliest next. */
    int end() {
        return horizon.orElseGet(() -> Schedule.greedy(this).makespan());
    }

    @Override
    public int qubits() {
        return new StartTimes(this).size();
    }

    @Override
    public List<String> variables() {
        StartTimes starts = new StartTimes(this);
        List<String> names = new ArrayList<>();
        for (StartTimes.Start start : starts.all()) {
            names.add(name(start.job(), start.step()) + " starts at " + start.time());
        }
        return List.copyOf(names);
    }

    /** An operation in the user's words. */
    String name(int job, int step) {
        return jobs.get(job) + " on "
                + machines.get(operations.get(job).get(step).machine()) + " (" + (step + 1) + ")";
    }

    @Override
    public IsingModel ising() {
        return new StartTimes(this).model(wishedPenalty).ising();
    }

    @Override
    public OptionalDouble penalty() {
        return OptionalDouble.of(wishedPenalty.orElse(1));
    }

    @Override
    public Answer decode(BitString bits) {
        return new StartTimes(this).decode(bits);
    }

    /** The search below proves what can be proven. */
    @Override
    public Optional<ClassicalAnswer> solveExactly(SolverBudget budget) {
        return Optional.empty();
    }

    /** Tabu search; the schedule is the best there is where no machine or job lets any end earlier. */
    @Override
    public ClassicalAnswer searchHeuristically(SolverBudget budget) {
        int bound = MakespanBound.of(this);
        Schedule schedule = new ScheduleSearch(this, bound, budget).run();
        Answer answer = schedule.answer();
        StartTimes starts = new StartTimes(this);
        boolean listed = starts.size() <= MOST_LISTED_BITS && answer.feasible();
        return new ClassicalAnswer(
                answer,
                listed ? Optional.of(starts.bits(schedule)) : Optional.empty(),
                "tabu",
                schedule.makespan() == bound && answer.feasible(),
                OptionalDouble.of(bound));
    }
}
