// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.step;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.nifiquantum.optimization.problem.ClassicalAnswer;
import org.nifiquantum.optimization.problem.ClassicalSearch;
import org.nifiquantum.optimization.problem.Problem;
import org.nifiquantum.optimization.problem.SearchMethod;
import org.nifiquantum.optimization.solver.SolverBudget;
import org.nifiquantum.run.cache.AnswerCache;
import org.nifiquantum.run.document.Solution;
import org.nifiquantum.run.document.Totals;

/** Asks cache and searches for an answer to one problem, in the order of the settings. */
final class Answering {

    private final Problem problem;
    private final FallBackSettings settings;
    private final Optional<AnswerCache> cache;
    private final Stopwatch stopwatch = Stopwatch.start();

    Answering(Problem problem, FallBackSettings settings, Optional<AnswerCache> cache) {
        this.problem = problem;
        this.settings = settings;
        this.cache = cache;
    }

    /** The first that is certain to be good enough, a cached or a proven one, else the best of all; empty if there is none. */
    Optional<Solution> answer() {
        List<SolverKind> order = settings.order();
        int asked = order.indexOf(SolverKind.CACHE);
        if (asked < 0) {
            return search(order, settings.timeBudget().toNanos()).map(this::solution);
        }
        List<SolverKind> before = order.subList(0, asked);
        List<SolverKind> after = order.subList(asked + 1, order.size());
        long limit = settings.timeBudget().toNanos();
        Optional<ClassicalAnswer> early = search(before, limit / Math.max(1, order.size() - 1) * before.size());
        if (early.isPresent() && early.get().provenOptimal()) {
            return early.map(this::solution);
        }
        Optional<Solution> cached = cache.flatMap(kept -> kept.find(problem, settings.longestAge(), settings.reason()))
                .filter(found -> early.isEmpty() || !isBetter(early.get(), found));
        if (cached.isPresent()) {
            return cached;
        }
        Optional<ClassicalAnswer> late =
                search(after, Math.max(1, limit - stopwatch.elapsed().toNanos()));
        return joined(early, late).map(this::solution);
    }

    private Optional<ClassicalAnswer> search(List<SolverKind> kinds, long nanos) {
        List<SearchMethod> methods = kinds.stream()
                .map(kind -> switch (kind) {
                    case EXACT -> SearchMethod.EXACT;
                    case HEURISTIC -> SearchMethod.HEURISTIC;
                    case CACHE -> throw new IllegalArgumentException("A cache does not search");
                })
                .toList();
        return methods.isEmpty()
                ? Optional.empty()
                : ClassicalSearch.solve(
                        problem,
                        methods,
                        new SolverBudget(Duration.ofNanos(nanos), settings.cancelled(), settings.seed()));
    }

    private boolean isBetter(ClassicalAnswer answer, Solution found) {
        return answer.answer().feasible()
                && problem.sense().isBetter(answer.answer().objective(), found.objective());
    }

    private Optional<ClassicalAnswer> joined(Optional<ClassicalAnswer> first, Optional<ClassicalAnswer> second) {
        return first.isPresent() && second.isPresent()
                ? Optional.of(first.get().joinedWith(second.get(), problem.sense()))
                : first.or(() -> second);
    }

    private Solution solution(ClassicalAnswer found) {
        return Solutions.of(problem, found, settings.reason(), Totals.millis(stopwatch.elapsed()));
    }
}
