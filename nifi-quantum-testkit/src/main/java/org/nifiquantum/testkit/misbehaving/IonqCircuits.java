// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.testkit.misbehaving;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.circuit.CircuitBuilder;
import org.nifiquantum.engine.circuit.Expression;
import org.nifiquantum.engine.circuit.StandardGate;

/** Reads the circuits of a job in IonQ's {@code qis} gates. What its description does not promise is refused. */
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
        require(input.path("gateset").asText("").equals("qis"), "input.gateset must be qis");
        int qubits = input.path("qubits").asInt(0);
        require(qubits > 0, "input.qubits must be positive");
        int shots = job.path("shots").asInt(0);
        require(shots >= 1 && shots <= 1_000_000, "shots must be 1 to 1000000");
        List<Circuit> circuits = new ArrayList<>();
        switch (job.path("type").asText("")) {
            case "ionq.circuit.v1" -> {
                require(!input.has("circuits"), "one circuit is expected");
                circuits.add(circuit(input.path("circuit"), qubits));
            }
            case "ionq.multi-circuit.v1" -> {
                require(!input.has("circuit"), "a singular circuit beside the others");
                input.path("circuits").forEach(entry -> circuits.add(circuit(entry.path("circuit"), qubits)));
                require(!circuits.isEmpty() && circuits.size() <= 5_000, "1 to 5000 circuits are expected");
            }
            default -> throw new IllegalArgumentException("type is unknown");
        }
        return circuits;
    }

    private static Circuit circuit(JsonNode gates, int qubits) {
        require(gates.isArray(), "a circuit must be an array of gates");
        CircuitBuilder builder = Circuit.builder(qubits);
        gates.forEach(gate -> add(builder, gate));
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
