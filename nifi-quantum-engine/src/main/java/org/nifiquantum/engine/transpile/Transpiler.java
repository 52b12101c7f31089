// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.transpile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.transpile.device.CouplingMap;
import org.nifiquantum.engine.transpile.device.Target;
import org.nifiquantum.engine.transpile.layout.FidelityEstimate;
import org.nifiquantum.engine.transpile.layout.PerfectLayout;
import org.nifiquantum.engine.transpile.optimization.BeforeMeasurement;
import org.nifiquantum.engine.transpile.optimization.CommutativeCancellation;
import org.nifiquantum.engine.transpile.optimization.MirrorGates;
import org.nifiquantum.engine.transpile.rotation.RotationCircuit;
import org.nifiquantum.engine.transpile.routing.RoutedCircuit;
import org.nifiquantum.engine.transpile.routing.Routing;
import org.nifiquantum.engine.transpile.synthesis.BasisTranslation;

/**
 * Turns circuits into ones that a device takes. The circuit becomes rotations about axes; what commutes is joined, and what
 * cancels goes. Its qubits are placed where nothing needs to move, or else placed and routed by many seeded trials; what is then
 * beside each other is joined again and written in the device's gates. Parameters stay open: the result is bound as often as the
 * original would be.
 */
public final class Transpiler {
    /** How many of the ways that routing finds are worked out to the end. */
    private static final int FINISHED = 5;

    private final Circuit source;
    private final Target target;
    private final boolean continuous;

    private Transpiler(Circuit source, Target target) {
        this.source = source;
        this.target = target;
        this.continuous = target.isContinuous();
    }

    /** As {@link #transpile(Circuit, Target, TranspileOptions)} with the default options. */
    public static Transpiled transpile(Circuit circuit, Target target) {
        return transpile(circuit, target, TranspileOptions.DEFAULT);
    }

    /**
     * The circuit as the device takes it.
     *
     * @throws IllegalArgumentException if the device has too few qubits, or too few that are connected with each other
     */
    public static Transpiled transpile(Circuit circuit, Target target, TranspileOptions options) {
        int available = target.couplings().qubits();
        if (circuit.qubits() > available) {
            throw new IllegalArgumentException("The circuit has %d qubits, but the device has %d; take a larger device"
                    .formatted(circuit.qubits(), available));
        }
        return new Transpiler(circuit, target.withoutBroken()).transpile(options);
    }

    private Transpiled transpile(TranspileOptions options) {
        RotationCircuit small = CommutativeCancellation.simplify(RotationCircuit.of(source), continuous);
        small = BeforeMeasurement.simplify(small);
        small = CommutativeCancellation.simplify(MirrorGates.apply(small, continuous), continuous);
        CouplingMap couplings = target.couplings();
        Optional<int[]> perfect = PerfectLayout.find(small, source, target);
        if (perfect.isPresent()) {
            return finish(moved(new RoutedCircuit(small, identity(small.wires())), perfect.get()));
        }
        List<Transpiled> results = new ArrayList<>();
        for (RoutedCircuit routed :
                Routing.search(small, couplings, continuous, options.seed(), options.trials(), FINISHED)) {
            results.add(finish(relocate(new RoutedCircuit(
                    CommutativeCancellation.simplify(routed.circuit(), continuous), routed.initialLayout()))));
        }
        return results.stream().min(order()).orElseThrow();
    }

    /** Moves a routed circuit, exchanges and all, to the part of the device where it fails least. */
    private RoutedCircuit relocate(RoutedCircuit routed) {
        if (target.calibration().isEmpty()) {
            return routed;
        }
        return PerfectLayout.find(routed.circuit(), source, target)
                .map(layout -> moved(routed, layout))
                .orElse(routed);
    }

    private RoutedCircuit moved(RoutedCircuit circuit, int... layout) {
        return new RoutedCircuit(
                circuit.circuit().on(target.couplings().qubits(), layout),
                circuit.initialLayout().stream().map(qubit -> layout[qubit]).toList());
    }

    private static List<Integer> identity(int qubits) {
        return IntStream.range(0, qubits).boxed().toList();
    }

    private Transpiled finish(RoutedCircuit routed) {
        Circuit translated = BasisTranslation.translate(routed.circuit(), source, target);
        OptionalDouble fidelity = target.calibration().stream()
                .mapToDouble(calibration ->
                        FidelityEstimate.of(translated, calibration).inPlace())
                .findFirst();
        return new Transpiled(
                translated, routed.initialLayout(), routed.circuit().wireOfQubit(), fidelity);
    }

    private static Comparator<Transpiled> order() {
        return Comparator.comparingDouble(
                        (Transpiled result) -> -result.fidelity().orElse(1))
                .thenComparingInt(result -> result.circuit().twoQubitGates())
                .thenComparingInt(result -> result.circuit().depth());
    }
}
