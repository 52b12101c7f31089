// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.step;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.nifiquantum.engine.circuit.BitString;
import org.nifiquantum.engine.simulation.Seeds;
import org.nifiquantum.optimization.comparison.Interval;
import org.nifiquantum.optimization.comparison.SuccessRate;
import org.nifiquantum.optimization.comparison.WeightedMean;
import org.nifiquantum.optimization.problem.BinaryProblem;
import org.nifiquantum.optimization.problem.ClassicalAnswer;
import org.nifiquantum.optimization.problem.DataProblem;
import org.nifiquantum.optimization.problem.Problem;
import org.nifiquantum.optimization.solver.ExactSolver;
import org.nifiquantum.optimization.solver.SolverBudget;
import org.nifiquantum.run.document.Comparison;
import org.nifiquantum.run.document.Comparison.Answer;
import org.nifiquantum.run.document.Comparison.Baseline;
import org.nifiquantum.run.document.Comparison.Success;
import org.nifiquantum.run.document.Result;
import org.nifiquantum.run.document.Run;
import org.nifiquantum.run.document.RunException;
import org.nifiquantum.run.document.Section;
import org.nifiquantum.run.document.Solution;
import org.nifiquantum.run.document.Totals;
import org.nifiquantum.run.input.ProblemJson;

/** Solves the problem of an answered run classically, several times, and holds the answer against that: {@code comparison}. */
public final class Compare {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    static final double NANOS_PER_MILLI = 1e6;
    /** A budget of less could not even set a search up. */
    private static final Duration LEAST_BUDGET = Duration.ofMillis(1);

    /** One repetition of the baseline. */
    private record Repetition(ClassicalAnswer found, double wallMillis, double cpuMillis) {
        boolean feasible() {
            return found.answer().feasible();
        }

        double objective() {
            return found.answer().objective();
        }
    }

    /**
     * Compares.
     *
     * @throws RunException if the run has no problem or no answer yet, or the baseline finds none that is feasible
     */
    public Run apply(Run run, CompareSettings settings) {
        Problem problem = ProblemJson.read(run.get(Section.PROBLEM), Section.PROBLEM.pointer());
        Solution solution = run.get(Section.SOLUTION);
        Totals totals = run.get(Section.TOTALS);
        if (problem instanceof DataProblem data) {
            return run.with(Section.COMPARISON, CompareTables.of(data, solution, totals, settings));
        }
        List<Repetition> repetitions = repeat(problem, budget(settings, totals), settings);
        double[] objectives =
                repetitions.stream().mapToDouble(Repetition::objective).toArray();
        Ranking ranking = new Ranking(problem.sense());
        double best = ranking.best(objectives);
        double target =
                settings.bestKnown().orElse(solution.feasible() ? ranking.best(best, solution.objective()) : best);
        boolean proven = repetitions.getFirst().found().provenOptimal();
        OptionalDouble bound = repetitions.getFirst().found().bound();
        Ranking.Judgement judgement = ranking.judge(solution, objectives, proven);
        return run.with(
                Section.COMPARISON,
                new Comparison(
                        judgement.verdict().text(),
                        judgement.reason(),
                        answer(run, problem, solution, totals, ranking, target),
                        baseline(repetitions, objectives, best, proven, ranking, target),
                        ranking.gap(solution.objective(), best),
                        settings.bestKnown(),
                        gap(ranking, solution, settings.bestKnown()),
                        bound,
                        gap(ranking, solution, bound)));
    }

    private static OptionalDouble gap(Ranking ranking, Solution solution, OptionalDouble other) {
        return other.isPresent()
                ? OptionalDouble.of(ranking.gap(solution.objective(), other.getAsDouble()))
                : OptionalDouble.empty();
    }

    /** An equal budget is the time the answer took. */
    private static Duration budget(CompareSettings settings, Totals totals) {
        Duration budget =
                settings.timeBudget().orElseGet(() -> Duration.ofNanos((long) (totals.wallMillis() * NANOS_PER_MILLI)));
        return budget.compareTo(LEAST_BUDGET) < 0 ? LEAST_BUDGET : budget;
    }

    private static List<Repetition> repeat(Problem problem, Duration budget, CompareSettings settings) {
        List<Repetition> repetitions = new ArrayList<>();
        do {
            SolverBudget own =
                    new SolverBudget(budget, settings.cancelled(), Seeds.derive(settings.seed(), repetitions.size()));
            long wall = System.nanoTime();
            long cpu = THREADS.getCurrentThreadCpuTime();
            ClassicalAnswer found = problem.solve(own);
            repetitions.add(new Repetition(
                    found,
                    (System.nanoTime() - wall) / NANOS_PER_MILLI,
                    (THREADS.getCurrentThreadCpuTime() - cpu) / NANOS_PER_MILLI));
            // What is proven once needs no repetition.
        } while (repetitions.size() < settings.repetitions()
                && !repetitions.getFirst().found().provenOptimal()
                && !settings.cancelled().getAsBoolean());
        List<Repetition> feasible =
                repetitions.stream().filter(Repetition::feasible).toList();
        if (feasible.isEmpty()) {
            throw new RunException(
                    Section.PROBLEM.pointer(),
                    "has no feasible answer that the baseline finds in %s; give it more time".formatted(budget));
        }
        return feasible;
    }

    private static Baseline baseline(
            List<Repetition> repetitions,
            double[] objectives,
            double best,
            boolean proven,
            Ranking ranking,
            double target) {
        double wall = repetitions.stream()
                .mapToDouble(Repetition::wallMillis)
                .average()
                .orElseThrow();
        double cpu = repetitions.stream()
                .mapToDouble(Repetition::cpuMillis)
                .average()
                .orElseThrow();
        String solver = repetitions.getFirst().found().method();
        long reached = repetitions.stream()
                .filter(repetition -> ranking.reaches(repetition.objective(), target))
                .count();
        return new Baseline(
                solver,
                repetitions.size(),
                best,
                mean(objectives),
                proven,
                wall,
                solver.equals(ExactSolver.METHOD) ? OptionalDouble.empty() : OptionalDouble.of(cpu),
                success(target, reached, repetitions.size(), wall));
    }

    private static Answer answer(
            Run run, Problem problem, Solution solution, Totals totals, Ranking ranking, double target) {
        return new Answer(
                solution.source(),
                solution.objective(),
                solution.feasible(),
                totals.wallMillis(),
                totals.executionMillis(),
                totals.cost(),
                run.find(Section.RESULT).flatMap(result -> shotSuccess(problem, result, ranking, target)));
    }

    /** Of the measurements of the last evaluation; none where nothing was counted, or in other bits than the problem's. */
    private static Optional<Success> shotSuccess(Problem problem, Result result, Ranking ranking, double target) {
        if (!(problem instanceof BinaryProblem binary)) {
            return Optional.empty();
        }
        Map<String, Long> counts = result.evaluations().isEmpty()
                ? Map.of()
                : result.evaluations().getLast().counts();
        int variables = binary.qubits();
        if (counts.isEmpty() || counts.keySet().stream().anyMatch(bits -> bits.length() != variables)) {
            return Optional.empty();
        }
        long shots = 0;
        long reached = 0;
        for (Map.Entry<String, Long> count : counts.entrySet()) {
            BitString bits = BitString.parse(count.getKey());
            shots += count.getValue();
            if (binary.feasible(bits) && ranking.reaches(binary.objective(bits), target)) {
                reached += count.getValue();
            }
        }
        double millis = result.timing().executionMillis() / result.evaluations().size() / shots;
        return Optional.of(success(target, reached, shots, millis));
    }

    /** Of one repetition the interval is its value alone. */
    private static Comparison.Interval mean(double... objectives) {
        Interval mean = WeightedMean.of(Arrays.stream(objectives)
                .mapToObj(objective -> new WeightedMean.Seen(objective, 1))
                .toList());
        return objectives.length == 1
                ? new Comparison.Interval(mean.value(), mean.value(), mean.value())
                : new Comparison.Interval(mean.value(), mean.low(), mean.high());
    }

    static Success success(double target, long reached, long trials, double trialMillis) {
        SuccessRate rate = new SuccessRate(reached, trials);
        Interval probability = rate.probability();
        return new Success(
                target,
                trials,
                probability.value(),
                probability.low(),
                probability.high(),
                rate.timeToSolutionMillis(trialMillis));
    }
}
