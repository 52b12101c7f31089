// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.noise;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.nifiquantum.engine.circuit.GateOperation;

/**
 * Channels that follow gates. A channel on one qubit acts on each qubit of the gate, or on the one that the rule names; a channel
 * on several acts on gates on as many, operand by operand. A rule without channels makes its gates noiseless.
 *
 * @param gate the identifier of the gates it is about; empty for all
 * @param qubits one qubit: whatever touches it; several: gates on exactly these, in this order; none: gates anywhere
 * @param gateQubits if present, only gates on so many qubits
 */
public record NoiseRule(Optional<String> gate, List<Integer> qubits, OptionalInt gateQubits, List<Channel> channels) {
    public NoiseRule {
        qubits = List.copyOf(qubits);
        channels = List.copyOf(channels);
        if (qubits.stream().anyMatch(qubit -> qubit < 0) || new HashSet<>(qubits).size() < qubits.size()) {
            throw new IllegalArgumentException(
                    "A noise rule names a qubit twice or a negative one: %s".formatted(qubits));
        }
        for (Channel channel : channels) {
            if (channel.qubits() > 1 && !qubits.isEmpty() && channel.qubits() != qubits.size()) {
                throw new IllegalArgumentException("A noise rule for the qubits %s has a channel on %d qubits"
                        .formatted(qubits, channel.qubits()));
            }
            if (channel.qubits() > 1 && gateQubits.isPresent() && channel.qubits() != gateQubits.getAsInt()) {
                throw new IllegalArgumentException("A noise rule for gates on %d qubits has a channel on %d"
                        .formatted(gateQubits.getAsInt(), channel.qubits()));
            }
        }
    }

    /** After every gate. */
    public static NoiseRule everywhere(Channel... channels) {
        return new NoiseRule(Optional.empty(), List.of(), OptionalInt.empty(), List.of(channels));
    }

    /** After every gate on so many qubits. */
    public static NoiseRule onGatesOf(int gateQubits, Channel... channels) {
        return new NoiseRule(Optional.empty(), List.of(), OptionalInt.of(gateQubits), List.of(channels));
    }

    /** After a gate, wherever it acts. */
    public static NoiseRule onGate(String identifier, Channel... channels) {
        return new NoiseRule(Optional.of(identifier), List.of(), OptionalInt.empty(), List.of(channels));
    }

    /** After any gate on these qubits. */
    public static NoiseRule onQubits(List<Integer> qubits, Channel... channels) {
        return new NoiseRule(Optional.empty(), qubits, OptionalInt.empty(), List.of(channels));
    }

    /** After a gate on these qubits. */
    public static NoiseRule onGateAndQubits(String identifier, List<Integer> qubits, Channel... channels) {
        return new NoiseRule(Optional.of(identifier), qubits, OptionalInt.empty(), List.of(channels));
    }

    /** Which rule wins: gate and qubits, then gate, then qubits, then neither. */
    int specificity() {
        return (gate.isPresent() ? 2 : 0) + (qubits.isEmpty() ? 0 : 1);
    }

    /** Whether it is about all operands of the gate. */
    boolean matches(GateOperation operation) {
        return isAbout(operation) && (qubits.isEmpty() || qubits.equals(operation.qubits()));
    }

    /** Whether it is about one operand of the gate. */
    boolean matches(GateOperation operation, int qubit) {
        return matches(operation) || (isAbout(operation) && qubits.equals(List.of(qubit)));
    }

    private boolean isAbout(GateOperation operation) {
        return gate.map(operation.gate().identifier()::equals).orElse(true)
                && (gateQubits.isEmpty()
                        || gateQubits.getAsInt() == operation.qubits().size());
    }
}
