// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.step;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.nifiquantum.engine.simulation.Seeds;
import org.nifiquantum.optimization.problem.ClassicalAnswer;
import org.nifiquantum.optimization.problem.Problem;
import org.nifiquantum.optimization.problem.Sense;
import org.nifiquantum.optimization.solver.ExactSolver;
import org.nifiquantum.optimization.solver.SolverBudget;
import org.nifiquantum.run.document.RunException;
import org.nifiquantum.run.document.Section;

/** Repeated classical searches for one answer, each from its own seed and with the same budget. */
final class Baselines {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final double NANOS_PER_MILLI = 1e6;

    private final List<Repetition> all;
    /** Those that keep all constraints. */
    private final List<Repetition> feasible;

    private record Repetition(ClassicalAnswer found, double wallMillis, double cpuMillis) {
        double objective() {
            return found.answer().objective();
        }
    }

    private Baselines(List<Repetition> all) {
        this.all = all;
        this.feasible = all.stream()
                .filter(repetition -> repetition.found().answer().feasible())
                .toList();
    }

    /**
     * Searches, again and again until an answer is proven.
     *
     * @throws RunException if no answer keeps all constraints
     */
    static Baselines of(Problem problem, Duration budget, CompareSettings settings) {
        List<Repetition> repetitions = new ArrayList<>();
        do {
            repetitions.add(search(
                    problem,
                    new SolverBudget(budget, settings.cancelled(), Seeds.derive(settings.seed(), repetitions.size()))));
            // What is proven once needs no repetition.
        } while (repetitions.size() < settings.repetitions()
                && !repetitions.getLast().found().provenOptimal()
                && !settings.cancelled().getAsBoolean());
        Baselines baselines = new Baselines(List.copyOf(repetitions));
        if (baselines.feasible.isEmpty()) {
            throw new RunException(
                    Section.PROBLEM.pointer(),
                    "has no feasible answer that the baseline finds in %s; give it more time".formatted(budget));
        }
        return baselines;
    }

    private static Repetition search(Problem problem, SolverBudget budget) {
        long wall = System.nanoTime();
        long cpu = THREADS.getCurrentThreadCpuTime();
        ClassicalAnswer found = problem.solve(budget);
        return new Repetition(
                found,
                (System.nanoTime() - wall) / NANOS_PER_MILLI,
                (THREADS.getCurrentThreadCpuTime() - cpu) / NANOS_PER_MILLI);
    }

    int size() {
        return all.size();
    }

    /** Of those that keep all constraints. */
    double[] objectives() {
        return feasible.stream().mapToDouble(Repetition::objective).toArray();
    }

    /** Whether one of them is proven optimal; it is the last then. */
    boolean proven() {
        return feasible.getLast().found().provenOptimal();
    }

    /** The tightest of all bounds. */
    OptionalDouble bound(Sense sense) {
        Comparator<Double> looser = sense == Sense.MINIMIZE ? Comparator.naturalOrder() : Comparator.reverseOrder();
        return all.stream()
                .flatMap(repetition -> repetition.found().bound().stream().boxed())
                .max(looser)
                .map(OptionalDouble::of)
                .orElseGet(OptionalDouble::empty);
    }

    /** Who found the last answer. */
    String solver() {
        return feasible.getLast().found().method();
    }

    long reached(Ranking ranking, double target) {
        return feasible.stream()
                .filter(repetition -> ranking.reaches(repetition.objective(), target))
                .count();
    }

    double wallMillis() {
        return mean(Repetition::wallMillis);
    }

    /** Of the searching thread; empty for exact search, which shares its work among threads. */
    OptionalDouble cpuMillis() {
        return solver().equals(ExactSolver.METHOD)
                ? OptionalDouble.empty()
                : OptionalDouble.of(mean(Repetition::cpuMillis));
    }

    private double mean(ToDoubleFunction<Repetition> time) {
        return all.stream().mapToDouble(time).average().orElseThrow();
    }
}
