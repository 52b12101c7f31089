// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.step;

import java.util.Optional;
import java.util.OptionalDouble;
import org.nifiquantum.optimization.comparison.Interval;
import org.nifiquantum.optimization.problem.BinaryProblem;
import org.nifiquantum.optimization.problem.Problem;
import org.nifiquantum.run.document.Optimization;
import org.nifiquantum.run.document.Run;
import org.nifiquantum.run.document.Section;
import org.nifiquantum.run.document.Solution;

/** How far an energy that was measured may be from the truth. */
final class MeasurementNoise {

    private MeasurementNoise() {}

    /**
     * Half of the interval that holds the truth in 95 of 100 cases. The least of N measured energies is low by luck too, so it is that
     * of all N together (Bonferroni). 0 where bits were measured, whose objective is computed, or where nothing was measured.
     */
    static double of(Run run, Problem problem, Solution solution) {
        if (problem instanceof BinaryProblem || !solution.source().equals(Solution.QUANTUM)) {
            return 0;
        }
        Optional<Optimization> optimization = run.find(Section.OPTIMIZATION);
        OptionalDouble error = optimization
                .flatMap(Optimization::best)
                .map(Optimization.Best::standardError)
                .or(() -> run.find(Section.RESULT)
                        .filter(result -> !result.evaluations().isEmpty())
                        .map(result -> result.evaluations().getLast().standardError()))
                .orElseGet(OptionalDouble::empty);
        int measured = Math.max(1, run.get(Section.TOTALS).evaluations());
        return error.isEmpty() ? 0 : Interval.halfOfAll(measured, error.getAsDouble());
    }
}
