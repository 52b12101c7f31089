// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.noise;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.circuit.DefinedGate;
import org.nifiquantum.engine.circuit.GateOperation;

/**
 * Where noise acts in a circuit.
 *
 * <p>After each gate the most specific rules win: those that name the gate and its qubits, else those that name the gate, else
 * those that name the qubits, else the others. Rules of the winning kind add up in their order; less specific ones are not
 * applied. This is decided once for the channels on the whole gate, which come first, and then for each of its qubits for
 * channels on one qubit. So a rule that names a gate replaces the rules for all gates, and a rule without channels makes a gate
 * ideal.
 *
 * <p>A gate that the circuit defines itself counts as what it is made of, unless a rule names it: then the noise follows the
 * whole of it. Global phases, barriers and measurements have no noise but that of the readout.
 *
 * @param readout how qubits are misread, by qubit
 * @param otherReadout how all other qubits are misread
 */
public record NoiseModel(List<NoiseRule> rules, SortedMap<Integer, ReadoutError> readout, ReadoutError otherReadout) {

    /** No noise at all. */
    public static final NoiseModel NONE = new NoiseModel(List.of(), Map.of(), ReadoutError.NONE);

    public NoiseModel {
        rules = List.copyOf(rules);
        readout = Collections.unmodifiableSortedMap(new TreeMap<>(readout));
        if (!readout.isEmpty() && readout.firstKey() < 0) {
            throw new IllegalArgumentException("A noise model names the readout of qubit " + readout.firstKey());
        }
    }

    public NoiseModel(List<NoiseRule> rules, Map<Integer, ReadoutError> readout, ReadoutError otherReadout) {
        this(rules, new TreeMap<>(readout), otherReadout);
    }

    /** Gate noise without misreading. */
    public static NoiseModel of(NoiseRule... rules) {
        return new NoiseModel(List.of(rules), Map.of(), ReadoutError.NONE);
    }

    /** The same gate noise with every qubit misread in the same way. */
    public NoiseModel withReadout(ReadoutError error) {
        return new NoiseModel(rules, Map.of(), error);
    }

    public ReadoutError readoutOf(int qubit) {
        return readout.getOrDefault(qubit, otherReadout);
    }

    /** Rules that are about no gate of a circuit, perhaps by mistake. */
    public List<NoiseRule> unusedRules(Circuit circuit) {
        List<GateOperation> gates = circuit.operations().stream()
                .filter(GateOperation.class::isInstance)
                .map(GateOperation.class::cast)
                .flatMap(gate -> units(gate).stream())
                .toList();
        return rules.stream()
                .filter(rule -> gates.stream()
                        .noneMatch(gate -> gate.qubits().stream().anyMatch(qubit -> rule.matches(gate, qubit))))
                .toList();
    }

    /** The gates after which noise acts that an operation consists of. */
    List<GateOperation> units(GateOperation operation) {
        boolean named = rules.stream()
                .anyMatch(
                        rule -> rule.gate().equals(Optional.of(operation.gate().identifier())));
        return operation.gate() instanceof DefinedGate && !named
                ? operation.expand().stream()
                        .flatMap(inner -> units(inner).stream())
                        .toList()
                : List.of(operation);
    }

    /** The channels that follow a gate, in order. */
    List<PlacedChannel> after(GateOperation operation) {
        List<PlacedChannel> placed = new ArrayList<>();
        for (NoiseRule rule : winners(rule -> rule.matches(operation))) {
            for (Channel channel : rule.channels()) {
                if (channel.qubits() == operation.qubits().size() && channel.qubits() > 1) {
                    placed.add(new PlacedChannel(channel, operation.qubits()));
                } else if (channel.qubits() > 1 && rule.gate().isPresent()) {
                    throw new IllegalArgumentException("A channel on %d qubits cannot follow gate %s, which acts on %d"
                            .formatted(
                                    channel.qubits(),
                                    rule.gate().get(),
                                    operation.qubits().size()));
                }
            }
        }
        for (int qubit : operation.qubits()) {
            for (NoiseRule rule : winners(rule -> rule.matches(operation, qubit))) {
                rule.channels().stream()
                        .filter(channel -> channel.qubits() == 1)
                        .forEach(channel -> placed.add(new PlacedChannel(channel, List.of(qubit))));
            }
        }
        return placed;
    }

    private List<NoiseRule> winners(Predicate<NoiseRule> matches) {
        List<NoiseRule> matching = rules.stream().filter(matches).toList();
        int highest = matching.stream().mapToInt(NoiseRule::specificity).max().orElse(0);
        return matching.stream().filter(rule -> rule.specificity() == highest).toList();
    }
}
