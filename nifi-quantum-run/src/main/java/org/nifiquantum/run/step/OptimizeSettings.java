// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.step;

import static java.util.Objects.requireNonNull;

import java.util.OptionalDouble;
import org.nifiquantum.optimization.optimizer.OptimizerMethod;

/**
 * How a run's parameters are tuned; what holds at a run's first step holds to its end.
 *
 * @param maximumEvaluations of the circuit
 * @param initialStep how far it first looks around, radians
 * @param tolerance how small a step ends it, radians
 * @param targetObjective in the user's measure and sense; once an expectation reaches it the run stops
 */
public record OptimizeSettings(
        OptimizerMethod method,
        int maximumEvaluations,
        double initialStep,
        double tolerance,
        OptionalDouble targetObjective) {

    public OptimizeSettings {
        requireNonNull(method, "method");
        requireNonNull(targetObjective, "targetObjective");
    }
}
