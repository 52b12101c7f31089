// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.transpile.rotation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nifiquantum.engine.circuit.Barrier;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.circuit.DefinedGate;
import org.nifiquantum.engine.circuit.GateOperation;
import org.nifiquantum.engine.circuit.Measurement;
import org.nifiquantum.engine.circuit.Operation;
import org.nifiquantum.engine.circuit.StandardGate;

/**
 * A circuit as rotations, up to a global phase.
 *
 * @param wires how many wires there are
 * @param nodes the steps in order
 * @param wireOfQubit for each qubit of the source the wire that holds it after the last step
 * @param measurements the measurements at the end, of wires, in order
 */
public record RotationCircuit(int wires, List<Node> nodes, List<Integer> wireOfQubit, List<Measurement> measurements) {
    private static final int MOST_STEPS = 10_000_000;

    public RotationCircuit {
        nodes = List.copyOf(nodes);
        wireOfQubit = List.copyOf(wireOfQubit);
        measurements = List.copyOf(measurements);
    }

    /**
     * The rotations of a circuit. An exchange of two qubits is done by renaming them.
     *
     * @throws IllegalArgumentException if there are more steps than anybody can mean
     */
    public static RotationCircuit of(Circuit circuit) {
        return new Reader(circuit).read();
    }

    /** This circuit with other nodes. */
    public RotationCircuit with(List<Node> others) {
        return new RotationCircuit(wires, others, wireOfQubit, measurements);
    }

    /** This circuit with wire i as wire {@code layout[i]} of so many. */
    public RotationCircuit on(int wireCount, int... layout) {
        return new RotationCircuit(
                wireCount,
                nodes.stream().map(node -> node.on(wire -> layout[wire])).toList(),
                wireOfQubit.stream().map(wire -> layout[wire]).toList(),
                measurements.stream()
                        .map(measurement -> new Measurement(layout[measurement.qubit()], measurement.bit()))
                        .toList());
    }

    /** Whether each wire is measured at the end. */
    public boolean[] measured() {
        boolean[] measured = new boolean[wires];
        measurements.forEach(measurement -> measured[measurement.qubit()] = true);
        return measured;
    }

    /** How many two-qubit gates there are, or rotations about two axes if {@code continuous}. */
    public int cost(boolean continuous) {
        int cost = 0;
        for (Node node : nodes) {
            if (node instanceof Interaction interaction) {
                cost += EntanglingCost.of(interaction, continuous);
            }
        }
        return cost;
    }

    private static final class Reader {
        private final Circuit circuit;
        private final List<Node> nodes = new ArrayList<>();
        private final int[] wireOf;
        private final List<Measurement> last = new ArrayList<>();

        private Reader(Circuit circuit) {
            this.circuit = circuit;
            this.wireOf = new int[circuit.qubits()];
            Arrays.setAll(wireOf, wire -> wire);
        }

        private RotationCircuit read() {
            boolean[] atEnd = TerminalMeasurements.of(circuit);
            for (int index = 0; index < atEnd.length; index++) {
                Operation operation = circuit.operations().get(index);
                switch (operation) {
                    case GateOperation gate -> expand(gate);
                    case Barrier barrier -> nodes.add(Fixed.of(barrier).on(wire -> wireOf[wire]));
                    case Measurement measurement -> {
                        if (atEnd[index]) {
                            last.add(measurement);
                        } else {
                            nodes.add(Fixed.of(measurement).on(wire -> wireOf[wire]));
                        }
                    }
                }
            }
            List<Measurement> ofWires = last.stream()
                    .map(measurement -> new Measurement(wireOf[measurement.qubit()], measurement.bit()))
                    .toList();
            List<Integer> wires = Arrays.stream(wireOf).boxed().toList();
            return new RotationCircuit(circuit.qubits(), nodes, wires, ofWires);
        }

        private void expand(GateOperation operation) {
            if (nodes.size() > MOST_STEPS) {
                throw new IllegalArgumentException(
                        "The circuit has more than %d steps when its gates are expanded".formatted(MOST_STEPS));
            }
            switch (operation.gate()) {
                case DefinedGate defined -> operation.expand().forEach(this::expand);
                case StandardGate standard -> {
                    List<Integer> qubits = operation.qubits();
                    if (GateExpansion.isExchange(operation)) {
                        int wire = wireOf[qubits.get(0)];
                        wireOf[qubits.get(0)] = wireOf[qubits.get(1)];
                        wireOf[qubits.get(1)] = wire;
                    } else {
                        List<Integer> wires =
                                qubits.stream().map(qubit -> wireOf[qubit]).toList();
                        new GateExpansion(nodes::add).expand(standard, operation.parameters(), wires);
                    }
                }
            }
        }
    }
}
