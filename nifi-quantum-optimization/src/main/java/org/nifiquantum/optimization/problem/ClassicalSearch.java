// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem;

import java.util.List;
import java.util.Optional;
import org.nifiquantum.optimization.solver.SolverBudget;

/**
 * Searches by several methods in turn within one budget. Each has an even share of the time that is left, so the last has all
 * of it, and what a search that ends early does not use is left to those behind it; after a proof there is no next.
 */
public final class ClassicalSearch {
    private ClassicalSearch() {}

    /** The best answer of all; empty if no method gives one, as exact search does not where it is hopeless. */
    public static Optional<ClassicalAnswer> solve(Problem problem, List<SearchMethod> order, SolverBudget budget) {
        SolverBudget.Clock clock = budget.start();
        Optional<ClassicalAnswer> best = Optional.empty();
        for (int done = 0; done < order.size() && !isEnough(best, clock); done++) {
            SolverBudget share = budget.within(clock.left().dividedBy(order.size() - done));
            Optional<ClassicalAnswer> found = switch (order.get(done)) {
                case EXACT -> problem.solveExactly(share);
                case HEURISTIC -> Optional.of(problem.searchHeuristically(share));
            };
            best = joined(problem.sense(), best, found);
        }
        return best;
    }

    private static boolean isEnough(Optional<ClassicalAnswer> best, SolverBudget.Clock clock) {
        return best.filter(answer -> answer.provenOptimal() || (answer.answer().feasible() && clock.exhausted()))
                .isPresent();
    }

    private static Optional<ClassicalAnswer> joined(
            Sense sense, Optional<ClassicalAnswer> first, Optional<ClassicalAnswer> second) {
        if (first.isEmpty() || second.isEmpty()) {
            return first.or(() -> second);
        }
        return Optional.of(first.get().joinedWith(second.get(), sense));
    }
}
