// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.document;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.nifiquantum.services.api.Money;

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
     * @param patience how many evaluations without improvement end it
     * @param lowerBounds of each parameter, radians; empty, as {@code upperBounds}, where there are none
     * @param starts how many starts it has; one where it is empty
     * @param population of a generation of CMA-ES; empty for its own rule
     * @param blocking whether SPSA takes bad steps back; no where it is empty
     * @param aggregation how a value comes from what was measured: {@code expectation} where it is empty
     * @param cvarAlpha which share of the lowest samples a {@code cvar} is the mean of
     * @param maximumMillis how long the run may take, from the arrival of its problem
     * @param maximumCost what the run's jobs may cost together
     */
    public record Settings(
            List<Double> start,
            double initialStep,
            double tolerance,
            int maximumEvaluations,
            long seed,
            OptionalDouble targetValue,
            OptionalInt patience,
            List<Double> lowerBounds,
            List<Double> upperBounds,
            OptionalInt starts,
            OptionalInt population,
            Optional<Boolean> blocking,
            Optional<String> aggregation,
            OptionalDouble cvarAlpha,
            OptionalLong maximumMillis,
            Optional<Money> maximumCost) {

        public Settings {
            start = List.copyOf(start);
            requireNonNull(targetValue, "targetValue");
            requireNonNull(patience, "patience");
            lowerBounds = List.copyOf(lowerBounds);
            upperBounds = List.copyOf(upperBounds);
            requireNonNull(starts, "starts");
            requireNonNull(population, "population");
            requireNonNull(blocking, "blocking");
            requireNonNull(aggregation, "aggregation");
            requireNonNull(cvarAlpha, "cvarAlpha");
            requireNonNull(maximumMillis, "maximumMillis");
            requireNonNull(maximumCost, "maximumCost");
        }
    }

    /**
     * One evaluation.
     *
     * @param value what is minimised
     * @param gradient of the value, where it was asked for
     * @param batch the iteration that brought it
     */
    public record Evaluated(
            List<Double> parameters,
            double value,
            OptionalDouble standardError,
            List<Double> gradient,
            long seed,
            int batch) {

        public Evaluated {
            parameters = List.copyOf(parameters);
            requireNonNull(standardError, "standardError");
            gradient = List.copyOf(gradient);
        }
    }

    /**
     * The best there was.
     *
     * @param parameters where the lowest value was found
     * @param value the lowest value; under noise an estimate, and of many estimates the lowest is too low by chance
     * @param standardError of that value
     * @param sample the best bitstring measured in all evaluations: of the lowest energy; where there are constraints, the best feasible one
     */
    public record Best(List<Double> parameters, double value, OptionalDouble standardError, Optional<Sample> sample) {

        public Best {
            parameters = List.copyOf(parameters);
            requireNonNull(standardError, "standardError");
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
