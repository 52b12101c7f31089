// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.command;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.nifiquantum.optimization.optimizer.OptimizerMethod;
import org.nifiquantum.optimization.optimizer.Tuning;
import org.nifiquantum.run.step.Aggregation;
import org.nifiquantum.run.step.OptimizeSettings;
import org.nifiquantum.run.step.OptimizeSettings.ParameterBounds;
import org.nifiquantum.run.step.OptimizeSettings.Stops;
import org.nifiquantum.run.step.OptimizeSettings.Value;
import picocli.CommandLine.Option;

/** The properties of ClassicalOptimize as options. */
final class OptimizerOptions {

    @Option(names = "--optimizer", description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private OptimizerMethod optimizer = OptimizerMethod.COBYLA;

    @Option(names = "--maximum-evaluations", paramLabel = "N", description = "At most (default: ${DEFAULT-VALUE}).")
    private int maximumEvaluations = 100;

    @Option(names = "--initial-step", paramLabel = "RAD", description = "In radians (default: ${DEFAULT-VALUE}).")
    private double initialStep = 0.1;

    @Option(names = "--tolerance", paramLabel = "RAD", description = "In radians (default: ${DEFAULT-VALUE}).")
    private double tolerance = 1e-3;

    @Option(
            names = "--lower-bounds",
            split = ",",
            paramLabel = "RAD",
            description = "Least value of the parameters: one number for all, or one for each.")
    private List<Double> lowerBounds = List.of();

    @Option(names = "--upper-bounds", split = ",", paramLabel = "RAD", description = "Largest value, likewise.")
    private List<Double> upperBounds = List.of();

    @Option(names = "--target", paramLabel = "OBJECTIVE", description = "Stop at this objective.")
    private Double target;

    @Option(names = "--patience", paramLabel = "N", description = "Stop after N evaluations without improvement.")
    private Integer patience;

    @Option(names = "--maximum-time", paramLabel = "SECONDS", description = "Stop after this time.")
    private Double maximumSeconds;

    @Option(
            names = "--starts",
            paramLabel = "N",
            description = "Starts, one after the other (default: ${DEFAULT-VALUE}).")
    private int starts = 1;

    @Option(names = "--population", paramLabel = "N", description = "Points of a generation of CMA_ES.")
    private Integer population;

    @Option(names = "--blocking", description = "SPSA takes back steps that made the value worse.")
    private boolean blocking;

    @Option(names = "--aggregation", description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Aggregation aggregation = Aggregation.EXPECTATION;

    @Option(
            names = "--cvar-alpha",
            paramLabel = "SHARE",
            description = "Of the measurements, the best (default: ${DEFAULT-VALUE}).")
    private double cvarAlpha = 0.25;

    OptimizeSettings settings() {
        return new OptimizeSettings(
                optimizer,
                initialStep,
                tolerance,
                new ParameterBounds(lowerBounds, upperBounds),
                new Stops(
                        maximumEvaluations,
                        target == null ? OptionalDouble.empty() : OptionalDouble.of(target),
                        integer(patience),
                        maximumSeconds == null
                                ? Optional.empty()
                                : Optional.of(Duration.ofNanos((long) (maximumSeconds * 1e9))),
                        Optional.empty()),
                new Value(aggregation, cvarAlpha),
                new Tuning(starts, integer(population), blocking));
    }

    private static OptionalInt integer(Integer value) {
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }
}
