// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.document;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The optimiser's memory: from it alone the next points follow.
 *
 * @param optimizer its method
 * @param settings as they stood when the run began; they hold to its end
 * @param stopReason empty while the run goes on
 * @param evaluations all there were, in order
 */
public record Optimization(
        String optimizer, Settings settings, Optional<Best> best, Optional<String> stopReason, History evaluations) {

    public Optimization {
        requireNonNull(optimizer, "optimizer");
        requireNonNull(settings, "settings");
        requireNonNull(best, "best");
        requireNonNull(stopReason, "stopReason");
        requireNonNull(evaluations, "evaluations");
    }

    /**
     * What the optimiser was told.
     *
     * @param start where it began, radians
     * @param initialStep how far it first looks around, radians
     * @param tolerance how small a step ends it, radians
     */
    public record Settings(
            List<Double> start,
            double initialStep,
            double tolerance,
            int maximumEvaluations,
            long seed,
            OptionalDouble targetValue) {

        public Settings {
            start = List.copyOf(start);
            requireNonNull(targetValue, "targetValue");
        }
    }

    /** One evaluation; {@code value} is what is minimised, {@code batch} the iteration that brought it. */
    public record Evaluated(List<Double> parameters, double value, OptionalDouble standardError, long seed, int batch) {

        public Evaluated {
            parameters = List.copyOf(parameters);
            requireNonNull(standardError, "standardError");
        }
    }

    /**
     * The best there was.
     *
     * @param parameters where the lowest value was found
     * @param value the lowest value
     * @param sample the measured bitstring of the lowest energy in all evaluations
     */
    public record Best(List<Double> parameters, double value, Optional<Sample> sample) {

        public Best {
            parameters = List.copyOf(parameters);
            requireNonNull(sample, "sample");
        }
    }

    /** A measured bitstring {@code c[n-1]...c[0]}, its energy, and the iteration that saw it first. */
    public record Sample(String bits, double energy, int batch) {

        public Sample {
            if (!requireNonNull(bits, "bits").matches("[01]+")) {
                throw new IllegalArgumentException("bits must be of 0 and 1, not [%s]".formatted(bits));
            }
        }
    }
}
