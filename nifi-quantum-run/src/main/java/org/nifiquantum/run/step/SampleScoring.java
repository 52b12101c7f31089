// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.step;

import java.util.Optional;
import org.nifiquantum.engine.circuit.BitString;
import org.nifiquantum.optimization.problem.BinaryProblem;
import org.nifiquantum.optimization.problem.Sense;
import org.nifiquantum.run.document.EncodingFacts;
import org.nifiquantum.run.document.Run;
import org.nifiquantum.run.document.RunException;
import org.nifiquantum.run.document.Section;
import org.nifiquantum.run.input.ProblemJson;

/**
 * How good a measured bitstring is. Without constraints its energy tells; where there are some the problem itself does, as energies
 * would not do: a penalty may put an answer that breaks a constraint before the best feasible one that was met, and a feasible
 * answer with wrong slack bits pays one too.
 */
final class SampleScoring {

    /** The objective of a feasible answer, else the energy. */
    record Score(boolean feasible, double value) {}

    private final DiagonalEnergy energy;
    private final Optional<BinaryProblem> constrained;

    private SampleScoring(DiagonalEnergy energy, Optional<BinaryProblem> constrained) {
        this.energy = energy;
        this.constrained = constrained;
    }

    /** That of a run; empty if measured bits alone have no energy. */
    static Optional<SampleScoring> of(Run run) {
        return Observables.find(run)
                .filter(DiagonalEnergy::applies)
                .map(observable -> new SampleScoring(DiagonalEnergy.of(observable), constrained(run)));
    }

    /** Read only where it is needed: a problem without constraints may have a million edges. */
    private static Optional<BinaryProblem> constrained(Run run) {
        return run.find(Section.ENCODING)
                        .map(EncodingFacts::penalty)
                        .filter(penalty -> penalty.isPresent())
                        .isEmpty()
                ? Optional.empty()
                : run.find(Section.PROBLEM)
                        .map(problem -> ProblemJson.read(problem, Section.PROBLEM.pointer()))
                        .filter(BinaryProblem.class::isInstance)
                        .map(BinaryProblem.class::cast);
    }

    /**
     * Checks that bits are as many as the run takes.
     *
     * @param pointer where they stand in the document
     * @throws RunException if not
     */
    void requireFitting(String bits, String pointer) {
        int needed = constrained.map(BinaryProblem::qubits).orElse(energy.qubits());
        boolean fits = constrained.isPresent() ? bits.length() == needed : bits.length() >= needed;
        if (!fits) {
            throw new RunException(pointer, "measured [%s], but the run takes %d bits".formatted(bits, needed));
        }
    }

    /** The energy of bits {@code c[n-1]...c[0]} that fit. */
    double energy(String bits) {
        return energy.of(bits);
    }

    /** The score of bits that fit. */
    Score score(String bits) {
        return constrained
                .filter(problem -> problem.feasible(BitString.parse(bits)))
                .map(problem -> new Score(true, problem.objective(BitString.parse(bits))))
                .orElseGet(() -> new Score(false, energy(bits)));
    }

    /** Whether the first is strictly better: feasible where the other is not, else by the objective or by the energy. */
    boolean isBetter(Score score, Score than) {
        if (score.feasible() != than.feasible()) {
            return score.feasible();
        }
        Sense sense = score.feasible() ? constrained.orElseThrow().sense() : Sense.MINIMIZE;
        return sense.isBetter(score.value(), than.value());
    }
}
