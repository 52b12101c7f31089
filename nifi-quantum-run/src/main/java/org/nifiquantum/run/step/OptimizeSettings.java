// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.step;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.nifiquantum.optimization.optimizer.OptimizerMethod;
import org.nifiquantum.optimization.optimizer.Tuning;
import org.nifiquantum.run.document.RunException;
import org.nifiquantum.services.api.Money;

/**
 * How a run's parameters are tuned; what holds at a run's first step holds to its end.
 *
 * @param initialStep how far it first looks around, radians
 * @param tolerance how small a step ends it, radians
 * @param bounds between which values parameters stay
 * @param stops when the run stops at the latest
 * @param value what is minimised
 * @param tuning what some methods only have a use for
 */
public record OptimizeSettings(
        OptimizerMethod method,
        double initialStep,
        double tolerance,
        ParameterBounds bounds,
        Stops stops,
        Value value,
        Tuning tuning) {

    public OptimizeSettings {
        requireNonNull(method, "method");
        requireNonNull(bounds, "bounds");
        requireNonNull(stops, "stops");
        requireNonNull(value, "value");
        requireNonNull(tuning, "tuning");
        if (method.usesGradient() && value.aggregation() != Aggregation.EXPECTATION) {
            throw new RunException(
                    "Aggregation",
                    "must be expectation for %s: a gradient is of the expectation".formatted(method.displayName()));
        }
    }

    /** Of the expectation, without bounds, tuning and budgets. */
    public static OptimizeSettings of(
            OptimizerMethod method,
            int maximumEvaluations,
            double initialStep,
            double tolerance,
            OptionalDouble targetObjective) {
        return new OptimizeSettings(
                method,
                initialStep,
                tolerance,
                ParameterBounds.NONE,
                new Stops(maximumEvaluations, targetObjective, OptionalInt.empty(), Optional.empty(), Optional.empty()),
                Value.EXPECTATION,
                Tuning.NONE);
    }

    /**
     * Bounds as people give them.
     *
     * @param lower one number for all parameters or one for each, radians; empty, as {@code upper}, for none
     */
    public record ParameterBounds(List<Double> lower, List<Double> upper) {

        public static final ParameterBounds NONE = new ParameterBounds(List.of(), List.of());

        public ParameterBounds {
            lower = List.copyOf(lower);
            upper = List.copyOf(upper);
        }
    }

    /**
     * When a run stops, each for itself.
     *
     * @param maximumEvaluations of the circuit
     * @param targetObjective in the user's measure and sense; reached by the value that is minimised
     * @param patience evaluations without improvement
     * @param maximumTime from the arrival of the problem
     * @param maximumCost of all jobs; the run stops before a further one like the last would exceed it
     */
    public record Stops(
            int maximumEvaluations,
            OptionalDouble targetObjective,
            OptionalInt patience,
            Optional<Duration> maximumTime,
            Optional<Money> maximumCost) {

        public Stops {
            requireNonNull(targetObjective, "targetObjective");
            requireNonNull(patience, "patience");
            requireNonNull(maximumTime, "maximumTime");
            requireNonNull(maximumCost, "maximumCost");
        }
    }

    /**
     * What is minimised.
     *
     * @param cvarAlpha for CVaR: the share of measurements it is the mean of, above 0 and at most 1
     */
    public record Value(Aggregation aggregation, double cvarAlpha) {

        public static final Value EXPECTATION = new Value(Aggregation.EXPECTATION, 1);

        public Value {
            requireNonNull(aggregation, "aggregation");
            if (!(cvarAlpha > 0 && cvarAlpha <= 1)) {
                throw new RunException("CVaR Alpha", "must be above 0 and at most 1, not " + cvarAlpha);
            }
        }
    }
}
