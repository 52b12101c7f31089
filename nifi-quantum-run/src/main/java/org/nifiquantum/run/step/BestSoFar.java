// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.step;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.nifiquantum.run.document.Optimization;
import org.nifiquantum.run.document.Optimization.Evaluated;
import org.nifiquantum.run.document.Optimization.Sample;
import org.nifiquantum.run.document.Run;
import org.nifiquantum.run.document.Section;
import org.nifiquantum.services.api.EvaluationResult;

/** Keeps the lowest value and the best bitstring of all that was measured, whichever evaluation brought it. */
final class BestSoFar {

    private BestSoFar() {}

    /**
     * The best of before and of the run's present result, whose values are given; of equals the earlier stays.
     *
     * @param scoring of measured bits, if they alone have an energy
     */
    static Optimization.Best update(
            Optional<Optimization.Best> before, List<Evaluated> fresh, Run run, Optional<SampleScoring> scoring) {
        Optional<Sample> former = before.flatMap(Optimization.Best::sample);
        Optional<Sample> sample = scoring.isPresent() ? bestSample(former, run, scoring.get()) : former;
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

    /** The best bitstring, by its scoring, among those before and in the run's present result. */
    static Optional<Sample> bestSample(Optional<Sample> before, Run run, SampleScoring scoring) {
        int batch = run.get(Section.REQUEST).iteration();
        before.ifPresent(
                sample -> scoring.requireFitting(sample.bits(), Section.OPTIMIZATION.pointer() + "/best/sample/bits"));
        Optional<Sample> best = before;
        Optional<SampleScoring.Score> score = before.map(sample -> scoring.score(sample.bits()));
        List<EvaluationResult> evaluations = run.get(Section.RESULT).evaluations();
        for (int i = 0; i < evaluations.size(); i++) {
            String pointer = "%s/evaluations/%d".formatted(Section.RESULT.pointer(), i);
            for (String bits : evaluations.get(i).outcomes()) {
                scoring.requireFitting(bits, pointer);
                SampleScoring.Score candidate = scoring.score(bits);
                if (score.isEmpty() || scoring.isBetter(candidate, score.get())) {
                    best = Optional.of(new Sample(bits, scoring.energy(bits), batch));
                    score = Optional.of(candidate);
                }
            }
        }
        return best;
    }
}
