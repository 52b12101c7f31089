// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.transpile.routing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.nifiquantum.engine.circuit.Measurement;
import org.nifiquantum.engine.transpile.device.CouplingMap;
import org.nifiquantum.engine.transpile.layout.Chain;
import org.nifiquantum.engine.transpile.layout.Regions;
import org.nifiquantum.engine.transpile.rotation.Interaction;
import org.nifiquantum.engine.transpile.rotation.Node;
import org.nifiquantum.engine.transpile.rotation.RotationCircuit;

/** Finds placements and exchanges for a circuit by many seeded trials. */
public final class Routing {
    /** Forward and backward passes that improve an initial placement, each beginning where the one before ended. */
    private static final int ROUNDS = 3;
    /** Steps of all trials together after which no other begins; what limits the time for large circuits. */
    private static final long WORK = 400_000;

    private final RotationCircuit circuit;
    private final CouplingMap couplings;
    private final RoutingProblem forward;
    private final RoutingProblem backward;

    private Routing(RotationCircuit circuit, CouplingMap couplings, boolean continuous) {
        this.circuit = circuit;
        this.couplings = couplings;
        this.forward = RoutingProblem.of(circuit, continuous);
        this.backward = RoutingProblem.reversed(circuit, continuous);
    }

    /**
     * The best ways found, the one with the fewest two-qubit gates first.
     *
     * @param trials how many initial layouts to try if time allows
     * @param kept how many ways to return at most
     * @throws IllegalArgumentException if the device has no connected part that is large enough
     */
    public static List<RoutedCircuit> search(
            RotationCircuit circuit, CouplingMap couplings, boolean continuous, long seed, int trials, int kept) {
        Regions regions = Regions.of(couplings, circuit.wires());
        Routing routing = new Routing(circuit, couplings, continuous);
        List<Routed> found = new ArrayList<>();
        long work = 0;
        for (int trial = 0; trial < trials && work < WORK; trial++) {
            Random random = new Random(seed * 1_000_003 + trial);
            Routed routed = routing.improve(regions.layout(random, trial == 0), Heuristic.ofTrial(trial), random);
            found.add(routed);
            work += (2L * ROUNDS + 1) * routed.steps().length;
        }
        int best = found.stream().mapToInt(Routed::cost).min().orElseThrow();
        Chain.find(couplings, circuit.wires())
                .flatMap(chain -> SwapNetwork.route(routing.forward, couplings, chain, best))
                .ifPresent(found::add);
        return found.stream()
                .sorted(Comparator.comparingInt(Routed::cost))
                .limit(kept)
                .map(routing::build)
                .toList();
    }

    private Routed improve(int[] layout, Heuristic heuristic, Random random) {
        List<Routed> results = new ArrayList<>();
        int[] start = layout;
        for (int round = 0; round <= ROUNDS; round++) {
            Routed there = SabreRouter.route(forward, couplings, start, heuristic, random);
            results.add(there);
            if (round < ROUNDS) {
                start = SabreRouter.route(backward, couplings, there.last(), heuristic, random)
                        .last();
            }
        }
        return results.stream().min(Comparator.comparingInt(Routed::cost)).orElseThrow();
    }

    private RoutedCircuit build(Routed routed) {
        Placement placement = new Placement(routed.initial(), couplings.qubits());
        List<Node> nodes = new ArrayList<>();
        for (int step : routed.steps()) {
            if (step >= 0) {
                nodes.add(forward.node(step).on(placement::qubitOf));
            } else {
                int first = (-1 - step) / couplings.qubits();
                int second = (-1 - step) % couplings.qubits();
                nodes.add(Interaction.exchange(first, second));
                placement.exchange(first, second);
            }
        }
        List<Integer> last =
                circuit.wireOfQubit().stream().map(placement::qubitOf).toList();
        List<Measurement> measurements = circuit.measurements().stream()
                .map(measurement -> new Measurement(placement.qubitOf(measurement.qubit()), measurement.bit()))
                .toList();
        return new RoutedCircuit(
                new RotationCircuit(couplings.qubits(), nodes, last, measurements),
                Arrays.stream(routed.initial()).boxed().toList());
    }
}
