// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.ionq;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.nifiquantum.engine.circuit.BitString;
import org.nifiquantum.engine.circuit.StandardGate;
import org.nifiquantum.engine.simulation.Counts;
import org.nifiquantum.services.api.BackendException;
import org.nifiquantum.services.api.BackendException.Kind;
import org.nifiquantum.services.support.BoundCircuit;
import org.nifiquantum.services.support.QasmText;

/**
 * The circuits of a job as IonQ takes them.
 *
 * @param type IonQ's name of the form
 * @param wires for each circuit the wire that shows each qubit at the end; empty where qubit i is wire i
 */
record IonqProgram(String type, ObjectNode input, List<List<Integer>> wires) {

    static final int MOST_CIRCUITS = 5_000;
    static final int MOST_GATES = 150_000;

    private static final QasmText.Vocabulary LIBRARY = new QasmText.Vocabulary(
            "OPENQASM 3.0;\ninclude \"stdgates.inc\";\n",
            Map.of("si", "sdg", "ti", "tdg", "cnot", "cx"),
            Map.of(StandardGate.SX, "sx"));
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    static IonqProgram of(CircuitForm form, NativeCircuits natives, List<BoundCircuit> circuits)
            throws BackendException {
        if (circuits.size() > MOST_CIRCUITS) {
            throw new BackendException(
                    Kind.REJECTED,
                    "The request takes %d circuits, but a job of IonQ has %d at most; ask for fewer bindings, or for no gradient"
                            .formatted(circuits.size(), MOST_CIRCUITS));
        }
        return switch (form) {
            case QIS ->
                json("qis", circuits, circuits.stream().map(QisGates::of).toList(), List.of());
            case OPENQASM ->
                circuits.size() == 1
                        ? new IonqProgram(
                                "ionq.qasm3.v1",
                                JSON.objectNode().put("data", QasmText.of(circuits.getFirst(), LIBRARY)),
                                List.of())
                        : of(CircuitForm.QIS, natives, circuits);
            case NATIVE -> {
                List<NativeCircuits.Lowered> lowered =
                        circuits.stream().map(natives::of).toList();
                yield json(
                        "native",
                        circuits,
                        lowered.stream().map(NativeCircuits.Lowered::gates).toList(),
                        lowered.stream().map(NativeCircuits.Lowered::wires).toList());
            }
        };
    }

    private static IonqProgram json(
            String gateset, List<BoundCircuit> circuits, List<ArrayNode> written, List<List<Integer>> wires)
            throws BackendException {
        int gates = written.stream().mapToInt(ArrayNode::size).sum();
        if (circuits.size() > 1 && gates > MOST_GATES) {
            throw new BackendException(
                    Kind.REJECTED,
                    "The request takes %d gates in %d circuits, but a job of IonQ has %d at most; ask for fewer bindings"
                            .formatted(gates, circuits.size(), MOST_GATES));
        }
        ObjectNode input = JSON.objectNode();
        input.put("qubits", circuits.getFirst().circuit().qubits());
        input.put("gateset", gateset);
        if (written.size() == 1) {
            input.set("circuit", written.getFirst());
            return new IonqProgram("ionq.circuit.v1", input, wires);
        }
        ArrayNode list = input.putArray("circuits");
        for (ArrayNode circuit : written) {
            list.addObject().put("name", "circuit-" + list.size()).set("circuit", circuit);
        }
        return new IonqProgram("ionq.multi-circuit.v1", input, wires);
    }

    /** Counts of the wires of each circuit as counts of its qubits. */
    List<Counts> ofQubits(List<Counts> ofWires) {
        if (wires.isEmpty()) {
            return ofWires;
        }
        List<Counts> counts = new ArrayList<>();
        for (int circuit = 0; circuit < ofWires.size(); circuit++) {
            counts.add(ofQubits(ofWires.get(circuit), wires.get(circuit)));
        }
        return counts;
    }

    private static Counts ofQubits(Counts ofWires, List<Integer> wireOfQubit) {
        SortedMap<BitString, Integer> counts = new TreeMap<>();
        ofWires.byOutcome().forEach((outcome, count) -> {
            boolean[] bits = new boolean[wireOfQubit.size()];
            for (int qubit = 0; qubit < bits.length; qubit++) {
                bits[qubit] = outcome.get(wireOfQubit.get(qubit));
            }
            counts.merge(BitString.of(bits), count, Integer::sum);
        });
        return new Counts(counts);
    }
}
