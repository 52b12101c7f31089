// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.step;

import java.util.Collection;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.nifiquantum.engine.circuit.BitString;
import org.nifiquantum.optimization.problem.BinaryProblem;
import org.nifiquantum.run.document.Run;
import org.nifiquantum.run.document.RunException;
import org.nifiquantum.run.document.Section;
import org.nifiquantum.services.api.EvaluationResult;

/**
 * What was measured, scored by the problem itself. Energies would not do: a penalty may put an answer that breaks a constraint
 * before the best feasible one that was met, and a feasible answer with wrong slack bits pays one too.
 *
 * @param samples how many different bitstrings were measured
 * @param feasible how many of them are feasible
 * @param best of those the best, the least bitstring of equals; empty if there is none
 */
record Scored(int samples, int feasible, Optional<BitString> best) {

    /** Scores the samples of all evaluations of the run's present result. */
    static Scored of(Run run, BinaryProblem problem) {
        SortedSet<BitString> samples = run.get(Section.RESULT).evaluations().stream()
                .map(EvaluationResult::outcomes)
                .flatMap(Collection::stream)
                .map(bits -> parsed(bits, problem))
                .collect(Collectors.toCollection(TreeSet::new));
        int feasible = 0;
        double chosen = Double.NaN;
        Optional<BitString> best = Optional.empty();
        for (BitString bits : samples) {
            if (!problem.feasible(bits)) {
                continue;
            }
            feasible++;
            double objective = problem.objective(bits);
            if (best.isEmpty() || problem.sense().isBetter(objective, chosen)) {
                chosen = objective;
                best = Optional.of(bits);
            }
        }
        return new Scored(samples.size(), feasible, best);
    }

    private static BitString parsed(String text, BinaryProblem problem) {
        if (text.length() != problem.qubits()) {
            throw new RunException(
                    Section.RESULT.pointer(),
                    "measured [%s], which are not the %d bits of the problem".formatted(text, problem.qubits()));
        }
        return BitString.parse(text);
    }

    /** For the answer. */
    String text() {
        return "best of %d different samples, %d of them feasible".formatted(samples, feasible);
    }
}
