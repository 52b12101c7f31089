// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.step;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.nifiquantum.run.document.Optimization;
import org.nifiquantum.run.document.Optimization.Evaluated;
import org.nifiquantum.run.document.Optimization.Sample;
import org.nifiquantum.run.document.Result;
import org.nifiquantum.run.document.Run;
import org.nifiquantum.run.document.RunException;
import org.nifiquantum.run.document.Section;
import org.nifiquantum.services.api.EvaluationResult;
import org.nifiquantum.services.api.Observable;

/** Keeps the lowest value and the best bitstring of all that was measured, whichever evaluation brought it. */
final class BestSoFar {

    private BestSoFar() {}

    /** The best of before and of the run's present result, whose values are given; of equals the earlier stays. */
    static Optimization.Best update(Optional<Optimization.Best> before, List<Evaluated> fresh, Run run) {
        Optional<Sample> sample = bestSample(before.flatMap(Optimization.Best::sample), run);
        double lowest = before.map(Optimization.Best::value).orElse(Double.POSITIVE_INFINITY);
        Optimization.Best best = before.orElseGet(
                () -> new Optimization.Best(fresh.getFirst().parameters(), lowest, OptionalDouble.empty(), sample));
        for (Evaluated evaluated : fresh) {
            if (evaluated.value() < best.value()) {
                best = new Optimization.Best(
                        evaluated.parameters(), evaluated.value(), evaluated.standardError(), sample);
            }
        }
        return new Optimization.Best(best.parameters(), best.value(), best.standardError(), sample);
    }

    /** The bitstring of the lowest energy among those before and in the run's present result. */
    static Optional<Sample> bestSample(Optional<Sample> before, Run run) {
        Optional<Observable> observable = Observables.find(run).filter(DiagonalEnergy::applies);
        if (observable.isEmpty()) {
            return before;
        }
        DiagonalEnergy energy = DiagonalEnergy.of(observable.get());
        int batch = run.get(Section.REQUEST).iteration();
        Result result = run.get(Section.RESULT);
        Optional<Sample> best = before;
        for (int i = 0; i < result.evaluations().size(); i++) {
            for (String bits : measured(result.evaluations().get(i))) {
                if (bits.length() < energy.qubits()) {
                    throw new RunException(
                            Section.RESULT.pointer() + "/evaluations/" + i,
                            "measured [%s], but the observable takes %d bits".formatted(bits, energy.qubits()));
                }
                double candidate = energy.of(bits);
                if (best.isEmpty() || candidate < best.get().energy()) {
                    best = Optional.of(new Sample(bits, candidate, batch));
                }
            }
        }
        return best;
    }

    private static Set<String> measured(EvaluationResult evaluation) {
        return evaluation.counts().isEmpty()
                ? evaluation.probabilities().keySet()
                : evaluation.counts().keySet();
    }
}
