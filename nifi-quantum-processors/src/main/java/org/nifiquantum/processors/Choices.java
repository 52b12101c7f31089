// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.processors;

import java.util.Arrays;
import org.apache.nifi.components.AllowableValue;
import org.apache.nifi.components.DescribedValue;
import org.nifiquantum.optimization.encoding.InitialAngles;
import org.nifiquantum.optimization.optimizer.OptimizerMethod;
import org.nifiquantum.run.input.InputFormat;
import org.nifiquantum.run.step.Aggregation;

/** Choices of the modules below, which know nothing of NiFi, as it shows them in a list. */
final class Choices {

    private Choices() {}

    static DescribedValue[] inputFormats() {
        return Arrays.stream(InputFormat.values())
                .map(format -> new AllowableValue(format.name(), format.displayName(), format.description()))
                .toArray(DescribedValue[]::new);
    }

    static DescribedValue[] optimizers() {
        return Arrays.stream(OptimizerMethod.values()).map(Choices::of).toArray(DescribedValue[]::new);
    }

    static AllowableValue of(OptimizerMethod method) {
        return new AllowableValue(method.name(), method.displayName(), method.description());
    }

    static DescribedValue[] aggregations() {
        return Arrays.stream(Aggregation.values()).map(Choices::of).toArray(DescribedValue[]::new);
    }

    static AllowableValue of(Aggregation aggregation) {
        return switch (aggregation) {
            case EXPECTATION ->
                new AllowableValue(aggregation.name(), "Expectation", "The mean over all measurements.");
            case CVAR ->
                new AllowableValue(
                        aggregation.name(),
                        "CVaR",
                        "The mean over the best share of the measurements: Barkoutsos and others, Quantum 4, 256 (2020).");
            case BEST_SAMPLE ->
                new AllowableValue(
                        aggregation.name(),
                        "Best Sample",
                        "The best measurement; rough, and the noisier the fewer shots.");
        };
    }

    static DescribedValue[] initialAngles() {
        return Arrays.stream(InitialAngles.values()).map(Choices::describe).toArray(DescribedValue[]::new);
    }

    private static DescribedValue describe(InitialAngles angles) {
        return switch (angles) {
            case AUTO ->
                new AllowableValue(
                        angles.name(),
                        "Automatic",
                        "Fixed angles where the graph is regular and unweighted, else those of the infinite"
                                + " Sherrington-Kirkpatrick model, rescaled.");
            case FIXED_REGULAR ->
                new AllowableValue(
                        angles.name(), "Fixed, Regular Graph", "Wurtz and Lykov, Phys. Rev. A 104, 052419 (2021).");
            case SHERRINGTON_KIRKPATRICK ->
                new AllowableValue(
                        angles.name(),
                        "Sherrington-Kirkpatrick",
                        "Farhi, Goldstone, Gutmann and Zhou, Quantum 6, 759 (2022), rescaled by degree and weight.");
            case LINEAR_RAMP ->
                new AllowableValue(
                        angles.name(), "Linear Ramp", "Gamma rises and beta falls linearly, as in annealing.");
        };
    }
}
