// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.step;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.nifiquantum.optimization.optimizer.Bounds;
import org.nifiquantum.optimization.optimizer.OptimizerSettings;
import org.nifiquantum.optimization.optimizer.Tuning;
import org.nifiquantum.run.document.EncodingFacts;
import org.nifiquantum.run.document.Optimization;
import org.nifiquantum.run.document.Request;
import org.nifiquantum.run.document.Run;
import org.nifiquantum.run.document.Section;

/** Settings as users give them, as the document keeps them, and as the optimiser takes them. */
final class OptimizationSettings {

    private OptimizationSettings() {}

    /** What a run's document will hold to its end. */
    static Optimization.Settings begin(Run run, OptimizeSettings settings) {
        Request request = run.get(Section.REQUEST);
        List<Double> start = request.bindings().getFirst();
        OptimizeSettings.Stops stops = settings.stops();
        Tuning tuning = settings.tuning();
        Aggregation aggregation = settings.value().aggregation();
        return new Optimization.Settings(
                start,
                settings.initialStep(),
                settings.tolerance(),
                stops.maximumEvaluations(),
                request.runSeed(),
                stops.targetObjective().isEmpty()
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(value(
                                run.get(Section.ENCODING),
                                stops.targetObjective().getAsDouble())),
                stops.patience(),
                forEach(start, settings.bounds().lower()),
                forEach(start, settings.bounds().upper()),
                tuning.starts() == 1 ? OptionalInt.empty() : OptionalInt.of(tuning.starts()),
                tuning.population(),
                tuning.blocking() ? Optional.of(true) : Optional.empty(),
                aggregation == Aggregation.EXPECTATION ? Optional.empty() : Optional.of(aggregation.text()),
                aggregation == Aggregation.CVAR
                        ? OptionalDouble.of(settings.value().cvarAlpha())
                        : OptionalDouble.empty(),
                stops.maximumTime().map(time -> OptionalLong.of(millis(time))).orElse(OptionalLong.empty()),
                stops.maximumCost());
    }

    private static long millis(Duration duration) {
        return duration.toMillis();
    }

    /** The value to be minimised at which the objective is the given one. */
    private static double value(EncodingFacts encoding, double objective) {
        return (objective - encoding.offset()) / encoding.scale();
    }

    private static List<Double> forEach(List<Double> start, List<Double> bounds) {
        return bounds.size() == 1 ? Collections.nCopies(start.size(), bounds.getFirst()) : bounds;
    }

    /**
     * What the optimiser is told.
     *
     * @throws IllegalArgumentException if they make no sense
     */
    static OptimizerSettings forOptimizer(Optimization.Settings settings) {
        return new OptimizerSettings(
                settings.start(),
                settings.initialStep(),
                settings.tolerance(),
                settings.maximumEvaluations(),
                settings.seed(),
                settings.targetValue(),
                settings.patience(),
                new Bounds(settings.lowerBounds(), settings.upperBounds()),
                new Tuning(
                        settings.starts().orElse(1),
                        settings.population(),
                        settings.blocking().orElse(false)));
    }
}
