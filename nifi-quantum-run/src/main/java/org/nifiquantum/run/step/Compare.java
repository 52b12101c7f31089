// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.step;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.nifiquantum.engine.circuit.BitString;
import org.nifiquantum.optimization.comparison.Interval;
import org.nifiquantum.optimization.comparison.SuccessRate;
import org.nifiquantum.optimization.comparison.WeightedMean;
import org.nifiquantum.optimization.problem.BinaryProblem;
import org.nifiquantum.optimization.problem.DataProblem;
import org.nifiquantum.optimization.problem.Problem;
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

    static final double NANOS_PER_MILLI = 1e6;
    /** A budget of less could not even set a search up. */
    private static final Duration LEAST_BUDGET = Duration.ofMillis(1);

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
        Duration budget = budget(settings, totals);
        Baselines baselines = Baselines.of(problem, budget, settings);
        double[] objectives = baselines.objectives();
        Ranking ranking = new Ranking(problem.sense());
        double best = ranking.best(objectives);
        double target =
                settings.bestKnown().orElse(solution.feasible() ? ranking.best(best, solution.objective()) : best);
        OptionalDouble bound = baselines.bound(problem.sense());
        Ranking.Judgement judgement =
                ranking.judge(solution, objectives, baselines.proven(), MeasurementNoise.of(run, problem, solution));
        return run.with(
                Section.COMPARISON,
                new Comparison(
                        judgement.verdict().text(),
                        judgement.reason(),
                        answer(run, problem, solution, totals, ranking, target),
                        baseline(baselines, best, budget, ranking, target),
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

    private static Baseline baseline(
            Baselines baselines, double best, Duration budget, Ranking ranking, double target) {
        return new Baseline(
                baselines.solver(),
                baselines.size(),
                best,
                mean(baselines.objectives()),
                baselines.proven(),
                OptionalDouble.of(Totals.millis(budget)),
                baselines.wallMillis(),
                baselines.cpuMillis(),
                success(target, baselines.reached(ranking, target), baselines.size(), baselines.wallMillis()));
    }

    private static Answer answer(
            Run run, Problem problem, Solution solution, Totals totals, Ranking ranking, double target) {
        return new Answer(
                solution.source(),
                solution.objective(),
                solution.feasible(),
                totals.wallMillis(),
                totals.cpuMillis(),
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
