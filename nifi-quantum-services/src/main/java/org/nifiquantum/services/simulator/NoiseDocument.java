// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.simulator;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.nifiquantum.engine.simulation.noise.Channel;
import org.nifiquantum.engine.simulation.noise.NoiseModel;
import org.nifiquantum.engine.simulation.noise.NoiseRule;
import org.nifiquantum.engine.simulation.noise.ReadoutError;

/**
 * A noise model as users write it.
 *
 * @param rules after which gates what happens
 * @param readout how measured qubits are misread, by qubit; {@code others} stands for all that are not named
 */
record NoiseDocument(List<Rule> rules, Map<String, Misreading> readout) {

    private static final String OTHERS = "others";

    NoiseDocument {
        rules = List.copyOf(rules);
        readout = Map.copyOf(readout);
        readout.keySet().forEach(NoiseDocument::requireQubit);
    }

    /** The noise after some gates; what is left out is not asked for. */
    record Rule(Optional<String> gate, List<Integer> qubits, OptionalInt gateQubits, List<ChannelDocument> channels) {

        Rule {
            gate.filter(String::isBlank).ifPresent(blank -> {
                throw new IllegalArgumentException("gate is blank; leave it out for all gates");
            });
            qubits = List.copyOf(qubits);
            channels = List.copyOf(channels);
            // Made once here, so that what is wrong is told with this rule's place.
            NoiseRule unused = rule(gate, qubits, gateQubits, channels);
        }

        NoiseRule rule() {
            return rule(gate, qubits, gateQubits, channels);
        }

        private static NoiseRule rule(
                Optional<String> gate, List<Integer> qubits, OptionalInt gateQubits, List<ChannelDocument> channels) {
            List<Channel> made = new ArrayList<>();
            for (ChannelDocument channel : channels) {
                try {
                    made.add(channel.channel());
                } catch (IllegalArgumentException e) {
                    throw new IllegalArgumentException("channels/%d: %s".formatted(made.size(), e.getMessage()), e);
                }
            }
            return new NoiseRule(gate, qubits, gateQubits, made);
        }
    }

    /** The probabilities that 0 is read as 1, and 1 as 0. */
    record Misreading(
            @JsonProperty(required = true) double oneGivenZero,
            @JsonProperty(required = true) double zeroGivenOne) {

        Misreading {
            ReadoutError unused = new ReadoutError(oneGivenZero, zeroGivenOne);
        }

        ReadoutError error() {
            return new ReadoutError(oneGivenZero, zeroGivenOne);
        }
    }

    NoiseModel model() {
        TreeMap<Integer, ReadoutError> byQubit = new TreeMap<>();
        readout.forEach((qubit, misreading) -> {
            if (!OTHERS.equals(qubit)) {
                byQubit.put(Integer.valueOf(qubit), misreading.error());
            }
        });
        ReadoutError others =
                Optional.ofNullable(readout.get(OTHERS)).map(Misreading::error).orElse(ReadoutError.NONE);
        return new NoiseModel(rules.stream().map(Rule::rule).toList(), byQubit, others);
    }

    private static void requireQubit(String name) {
        if (!OTHERS.equals(name) && !name.matches("0|[1-9][0-9]{0,4}")) {
            throw new IllegalArgumentException(
                    "readout names [%s]; it takes numbers of qubits and \"others\"".formatted(name));
        }
    }
}
