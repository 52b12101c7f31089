// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.testkit.misbehaving;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.circuit.CircuitBuilder;
import org.nifiquantum.engine.circuit.Expression;
import org.nifiquantum.engine.circuit.MeasurementMap;
import org.nifiquantum.engine.circuit.StandardGate;
import org.nifiquantum.engine.qasm.OpenQasmException;
import org.nifiquantum.engine.qasm.OpenQasmReader;
import org.nifiquantum.engine.transpile.device.NativeGates;

/** Reads the circuits of a job in IonQ's {@code qis} or native gates, or as OpenQASM 3. What its description does not promise is refused. */
final class IonqCircuits {

    private static final Set<String> GATE_MEMBERS = Set.of("gate", "target", "targets", "control", "rotation");

    private IonqCircuits() {}

    /**
     * Reads.
     *
     * @throws IllegalArgumentException saying what is wrong
     */
    static List<Circuit> read(JsonNode job) {
        JsonNode input = job.path("input");
        int shots = job.path("shots").asInt(0);
        require(shots >= 1 && shots <= 1_000_000, "shots must be 1 to 1000000");
        if (job.path("type").asText("").equals("ionq.qasm3.v1")) {
            return List.of(program(input.path("data").asText("")));
        }
        String gateset = input.path("gateset").asText("");
        require(gateset.equals("qis") || gateset.equals("native"), "input.gateset must be qis or native");
        int qubits = input.path("qubits").asInt(0);
        require(qubits > 0, "input.qubits must be positive");
        List<Circuit> circuits = new ArrayList<>();
        switch (job.path("type").asText("")) {
            case "ionq.circuit.v1" -> {
                require(!input.has("circuits"), "one circuit is expected");
                circuits.add(circuit(input.path("circuit"), qubits, gateset));
            }
            case "ionq.multi-circuit.v1" -> {
                require(!input.has("circuit"), "a singular circuit beside the others");
                input.path("circuits").forEach(entry -> circuits.add(circuit(entry.path("circuit"), qubits, gateset)));
                require(!circuits.isEmpty() && circuits.size() <= 5_000, "1 to 5000 circuits are expected");
            }
            default -> throw new IllegalArgumentException("type is unknown");
        }
        return circuits;
    }

    /** A subset of OpenQASM 3; every qubit measured into its bit, so that counts of qubits are those of bits. */
    private static Circuit program(String source) {
        try {
            Circuit circuit = OpenQasmReader.read(source);
            require(circuit.parameters().isEmpty(), "InvalidInput: inputs are not taken");
            require(MeasurementMap.of(circuit).isIdentity(), "InvalidInput: every qubit must be measured into its bit");
            return circuit;
        } catch (OpenQasmException e) {
            throw new IllegalArgumentException("InvalidInput: " + e.getMessage(), e);
        }
    }

    private static Circuit circuit(JsonNode gates, int qubits, String gateset) {
        require(gates.isArray(), "a circuit must be an array of gates");
        CircuitBuilder builder = Circuit.builder(qubits);
        gates.forEach(gate -> {
            if (gateset.equals("qis")) {
                add(builder, gate);
            } else {
                addNative(builder, gate);
            }
        });
        return builder.build();
    }

    private static void add(CircuitBuilder builder, JsonNode gate) {
        for (String member : (Iterable<String>) gate::fieldNames) {
            require(GATE_MEMBERS.contains(member), "unknown member of a gate: " + member);
        }
        switch (gate.path("gate").asText("")) {
            case "x", "not" -> builder.gate(StandardGate.X, target(gate));
            case "y" -> builder.gate(StandardGate.Y, target(gate));
            case "z" -> builder.gate(StandardGate.Z, target(gate));
            case "h" -> builder.gate(StandardGate.H, target(gate));
            case "s" -> builder.gate(StandardGate.S, target(gate));
            case "si" -> builder.gate(StandardGate.SDG, target(gate));
            case "t" -> builder.gate(StandardGate.T, target(gate));
            case "ti" -> builder.gate(StandardGate.TDG, target(gate));
            case "v" -> builder.gate(StandardGate.SX, target(gate));
            case "rx" -> builder.gate(StandardGate.RX, angle(gate), target(gate));
            case "ry" -> builder.gate(StandardGate.RY, angle(gate), target(gate));
            case "rz" -> builder.gate(StandardGate.RZ, angle(gate), target(gate));
            case "cnot" -> builder.gate(StandardGate.CX, gate.path("control").asInt(-1), target(gate));
            case "swap" ->
                builder.gate(
                        StandardGate.SWAP,
                        gate.path("targets").path(0).asInt(-1),
                        gate.path("targets").path(1).asInt(-1));
            default -> throw new IllegalArgumentException("UnsupportedGate: " + gate);
        }
    }

    /** Phases and angles are in turns. */
    private static void addNative(CircuitBuilder builder, JsonNode gate) {
        switch (gate.path("gate").asText("")) {
            case "gpi" -> builder.gate(NativeGates.GPI, List.of(turns(gate.path("phase"), 1)), target(gate));
            case "gpi2" -> builder.gate(NativeGates.GPI2, List.of(turns(gate.path("phase"), 1)), target(gate));
            case "ms" ->
                builder.gate(
                        NativeGates.MS,
                        List.of(
                                turns(gate.path("phases").path(0), 1),
                                turns(gate.path("phases").path(1), 1),
                                turns(gate.path("angle"), 0.25)),
                        gate.path("targets").path(0).asInt(-1),
                        gate.path("targets").path(1).asInt(-1));
            default -> throw new IllegalArgumentException("UnsupportedGate: " + gate);
        }
    }

    private static Expression turns(JsonNode turns, double most) {
        require(
                turns.isNumber() && turns.asDouble() >= 0 && turns.asDouble() <= most,
                "a native gate needs its phase or angle, in turns");
        return Expression.constant(turns.asDouble() * 2 * Math.PI);
    }

    private static int target(JsonNode gate) {
        return gate.path("target").asInt(-1);
    }

    private static List<Expression> angle(JsonNode gate) {
        require(gate.path("rotation").isNumber(), "a rotation needs its angle");
        return List.of(Expression.constant(gate.path("rotation").asDouble()));
    }

    private static void require(boolean condition, String complaint) {
        if (!condition) {
            throw new IllegalArgumentException(complaint);
        }
    }
}
