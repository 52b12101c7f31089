// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.step;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.nifiquantum.optimization.comparison.Interval;
import org.nifiquantum.optimization.comparison.SignTest;
import org.nifiquantum.optimization.comparison.SuccessRate;
import org.nifiquantum.optimization.problem.ClassicalAnswer;
import org.nifiquantum.optimization.problem.DataProblem;
import org.nifiquantum.optimization.solver.SolverBudget;
import org.nifiquantum.run.document.Comparison;
import org.nifiquantum.run.document.Comparison.Verdict;
import org.nifiquantum.run.document.RunException;
import org.nifiquantum.run.document.Section;
import org.nifiquantum.run.document.Solution;
import org.nifiquantum.run.document.Totals;
import org.nifiquantum.run.step.Ranking.Judgement;
import org.nifiquantum.run.table.AnswerTable;

/**
 * The table of an answer beside a classical one, by the labels that the same classical model gets right with either. There is
 * nothing to repeat: what varies is which rows there are, so a difference counts only where an exact sign test over the rows on
 * which the two disagree does not explain it by chance at 5 %.
 */
final class CompareTables {

    private static final double SIGNIFICANCE = 0.05;
    private static final Duration AMPLE = Duration.ofHours(1);

    private CompareTables() {}

    static Comparison of(DataProblem problem, Solution solution, Totals totals, CompareSettings settings) {
        AnswerTable table = AnswerTable.find(solution.answer())
                .orElseThrow(() -> new RunException(
                        Section.SOLUTION.pointer() + "/answer", "holds no table; decode the run again"));
        long start = System.nanoTime();
        ClassicalAnswer found = problem.solve(new SolverBudget(AMPLE, settings.cancelled(), settings.seed()));
        double wall = (System.nanoTime() - start) / Compare.NANOS_PER_MILLI;
        AnswerTable classical = AnswerTable.find(found.answer().details()).orElseThrow();
        List<Boolean> right = problem.rightLabels(table.values());
        List<Boolean> classicallyRight = problem.rightLabels(classical.values());
        Ranking ranking = new Ranking(problem.sense());
        double baseline = found.answer().objective();
        double target = settings.bestKnown().orElse(ranking.best(solution.objective(), baseline));
        Judgement judgement = judge(right, classicallyRight, found.method());
        return new Comparison(
                judgement.verdict().text(),
                judgement.reason(),
                new Comparison.Answer(
                        solution.source(),
                        solution.objective(),
                        solution.feasible(),
                        totals.wallMillis(),
                        totals.cpuMillis(),
                        totals.executionMillis(),
                        totals.cost(),
                        Optional.empty()),
                new Comparison.Baseline(
                        found.method(),
                        1,
                        baseline,
                        interval(classicallyRight),
                        false,
                        OptionalDouble.empty(),
                        wall,
                        OptionalDouble.empty(),
                        Compare.success(target, ranking.reaches(baseline, target) ? 1 : 0, 1, wall)),
                ranking.gap(solution.objective(), baseline),
                settings.bestKnown(),
                settings.bestKnown().isPresent()
                        ? OptionalDouble.of(ranking.gap(solution.objective(), target))
                        : OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty());
    }

    private static Judgement judge(List<Boolean> right, List<Boolean> classicallyRight, String baseline) {
        if (right.isEmpty()) {
            return new Judgement(
                    Verdict.UNDECIDED,
                    "the rows have no labels of two classes, so nothing tells which table is better");
        }
        int better = 0;
        int worse = 0;
        for (int row = 0; row < right.size(); row++) {
            better += right.get(row) && !classicallyRight.get(row) ? 1 : 0;
            worse += !right.get(row) && classicallyRight.get(row) ? 1 : 0;
        }
        double chance = new SignTest(better, worse).probability();
        String reason = "right labels: %s, %s %s; on %d rows only the answer is right, on %d only the %s: %s"
                .formatted(
                        rate(right),
                        baseline,
                        rate(classicallyRight),
                        better,
                        worse,
                        baseline,
                        String.format(Locale.ROOT, "by chance with a probability of %.2g", chance));
        return new Judgement(verdict(better, worse, chance), reason);
    }

    private static Verdict verdict(int better, int worse, double chance) {
        if (better == worse) {
            return Verdict.EQUAL;
        }
        if (chance > SIGNIFICANCE) {
            return Verdict.UNDECIDED;
        }
        return better > worse ? Verdict.BETTER : Verdict.WORSE;
    }

    private static String rate(List<Boolean> right) {
        Comparison.Interval share = interval(right);
        return String.format(
                Locale.ROOT,
                "%d of %d (95 %% interval %.2f to %.2f)",
                count(right),
                right.size(),
                share.low(),
                share.high());
    }

    private static Comparison.Interval interval(List<Boolean> right) {
        if (right.isEmpty()) {
            return new Comparison.Interval(0, 0, 0);
        }
        Interval share = new SuccessRate(count(right), right.size()).probability();
        return new Comparison.Interval(share.value(), share.low(), share.high());
    }

    private static long count(List<Boolean> right) {
        return right.stream().filter(Boolean::booleanValue).count();
    }
}
