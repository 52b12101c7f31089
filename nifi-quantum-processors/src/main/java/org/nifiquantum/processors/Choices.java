// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.processors;

import java.util.Arrays;
import org.apache.nifi.components.AllowableValue;
import org.apache.nifi.components.DescribedValue;
import org.nifiquantum.optimization.encoding.InitialAngles;
import org.nifiquantum.optimization.encoding.Mixing;
import org.nifiquantum.optimization.encoding.ansatz.Entanglement;
import org.nifiquantum.optimization.encoding.ansatz.RotationLayer;
import org.nifiquantum.optimization.optimizer.OptimizerMethod;
import org.nifiquantum.run.input.InputFormat;
import org.nifiquantum.run.step.Aggregation;
import org.nifiquantum.run.step.AnsatzMethod;

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

    static DescribedValue[] ansatze() {
        return Arrays.stream(AnsatzMethod.values()).map(Choices::describe).toArray(DescribedValue[]::new);
    }

    private static DescribedValue describe(AnsatzMethod method) {
        return switch (method) {
            case AUTO ->
                new AllowableValue(
                        method.name(),
                        "Automatic",
                        "QAOA; for a molecule UCCSD where its electrons are known, else hardware-efficient.");
            case QAOA ->
                new AllowableValue(
                        method.name(), "QAOA", "For problems over bits: Farhi, Goldstone, Gutmann, arXiv 1411.4028.");
            case HARDWARE_EFFICIENT ->
                new AllowableValue(
                        method.name(),
                        "Hardware-Efficient",
                        "Rotations and CX gates, whatever the problem: Kandala and others, Nature 549, 242 (2017).");
            case UCCSD ->
                new AllowableValue(
                        method.name(),
                        "UCCSD",
                        "Unitary coupled cluster, for molecules: Peruzzo and others, Nature Communications 5, 4213 (2014).");
            case SAMPLING ->
                new AllowableValue(
                        method.name(),
                        "Problem-Agnostic Sampling",
                        "A random circuit without parameters, which tells nobody what the problem is: what any other sampling"
                                + " has to be better than. Brandao, Harrow and Horodecki, Commun. Math. Phys. 346, 397 (2016).");
        };
    }

    static DescribedValue[] mixers() {
        return Arrays.stream(Mixing.values()).map(Choices::describe).toArray(DescribedValue[]::new);
    }

    private static DescribedValue describe(Mixing mixing) {
        return switch (mixing) {
            case TRANSVERSE ->
                new AllowableValue(mixing.name(), "X", "Each variable on its own, from all answers alike.");
            case ONE_HOT ->
                new AllowableValue(
                        mixing.name(),
                        "XY, One-Hot",
                        "Only answers with exactly one 1 in each group of variables, as of a tour or a colouring:"
                                + " Wang and others, Phys. Rev. A 101, 012320 (2020).");
            case WARM_START ->
                new AllowableValue(
                        mixing.name(),
                        "Warm Start",
                        "Around a classical answer, rounded from the semidefinite relaxation:"
                                + " Egger, Marecek and Woerner, Quantum 5, 479 (2021).");
        };
    }

    static DescribedValue[] rotations() {
        return Arrays.stream(RotationLayer.values())
                .map(layer -> switch (layer) {
                    case RY -> new AllowableValue(layer.name(), "RY", "Real amplitudes.");
                    case RY_RZ -> new AllowableValue(layer.name(), "RY, RZ", "Any amplitudes; twice the parameters.");
                })
                .toArray(DescribedValue[]::new);
    }

    static DescribedValue[] entanglements() {
        return Arrays.stream(Entanglement.values())
                .map(entanglement -> switch (entanglement) {
                    case LINEAR -> new AllowableValue(entanglement.name(), "Linear", "Neighbours on a line.");
                    case CIRCULAR -> new AllowableValue(entanglement.name(), "Circular", "Neighbours on a ring.");
                    case FULL -> new AllowableValue(entanglement.name(), "Full", "Every two qubits.");
                })
                .toArray(DescribedValue[]::new);
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
            case INTERPOLATED ->
                new AllowableValue(
                        angles.name(),
                        "Interpolated",
                        "The best angles of a finished run that comes in, with those of further layers between them: Zhou and"
                                + " others, Phys. Rev. X 10, 021067 (2020). Automatic for anything else that comes in.");
        };
    }
}
