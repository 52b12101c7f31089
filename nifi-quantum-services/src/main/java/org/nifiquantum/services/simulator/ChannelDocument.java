// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.simulator;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.nifiquantum.engine.operator.ComplexMatrix;
import org.nifiquantum.engine.simulation.noise.Channel;

/** One channel as users write it; {@code type} says which. Values are checked by the engine's channel it stands for. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ChannelDocument.BitFlip.class, name = "bitFlip"),
    @JsonSubTypes.Type(value = ChannelDocument.PhaseFlip.class, name = "phaseFlip"),
    @JsonSubTypes.Type(value = ChannelDocument.BitPhaseFlip.class, name = "bitPhaseFlip"),
    @JsonSubTypes.Type(value = ChannelDocument.Depolarizing.class, name = "depolarizing"),
    @JsonSubTypes.Type(value = ChannelDocument.AmplitudeDamping.class, name = "amplitudeDamping"),
    @JsonSubTypes.Type(value = ChannelDocument.PhaseDamping.class, name = "phaseDamping"),
    @JsonSubTypes.Type(value = ChannelDocument.ThermalRelaxation.class, name = "thermalRelaxation"),
    @JsonSubTypes.Type(value = ChannelDocument.Pauli.class, name = "pauli"),
    @JsonSubTypes.Type(value = ChannelDocument.Kraus.class, name = "kraus")
})
sealed interface ChannelDocument {

    /**
     * The channel.
     *
     * @throws IllegalArgumentException if there is none with such values
     */
    Channel channel();

    record BitFlip(@JsonProperty(required = true) double probability) implements ChannelDocument {
        @Override
        public Channel channel() {
            return Channel.bitFlip(probability);
        }
    }

    record PhaseFlip(@JsonProperty(required = true) double probability) implements ChannelDocument {
        @Override
        public Channel channel() {
            return Channel.phaseFlip(probability);
        }
    }

    record BitPhaseFlip(@JsonProperty(required = true) double probability) implements ChannelDocument {
        @Override
        public Channel channel() {
            return Channel.bitPhaseFlip(probability);
        }
    }

    /** Replaces the qubits by the fully mixed state with the given strength. */
    record Depolarizing(
            @JsonProperty(required = true) int qubits,
            @JsonProperty(required = true) double strength) implements ChannelDocument {
        @Override
        public Channel channel() {
            return new Channel.Depolarizing(qubits, strength);
        }
    }

    record AmplitudeDamping(@JsonProperty(required = true) double probability, OptionalDouble excitedPopulation)
            implements ChannelDocument {
        @Override
        public Channel channel() {
            return new Channel.AmplitudeDamping(probability, excitedPopulation.orElse(0));
        }
    }

    record PhaseDamping(@JsonProperty(required = true) double probability) implements ChannelDocument {
        @Override
        public Channel channel() {
            return new Channel.PhaseDamping(probability);
        }
    }

    /** All times in one unit. */
    record ThermalRelaxation(
            @JsonProperty(required = true) double t1,
            @JsonProperty(required = true) double t2,
            @JsonProperty(required = true) double duration,
            OptionalDouble excitedPopulation)
            implements ChannelDocument {
        @Override
        public Channel channel() {
            return new Channel.ThermalRelaxation(t1, t2, duration, excitedPopulation.orElse(0));
        }
    }

    /** Pauli strings with their probabilities; letter k acts on operand k of the gate. */
    record Pauli(@JsonProperty(required = true) Map<String, Double> probabilities) implements ChannelDocument {
        @Override
        public Channel channel() {
            int qubits = probabilities.keySet().stream()
                    .mapToInt(String::length)
                    .max()
                    .orElse(1);
            return new Channel.Pauli(qubits, probabilities);
        }
    }

    /** Operators row by row, each number as {@code [real, imaginary]}. */
    record Kraus(@JsonProperty(required = true) List<List<List<List<Double>>>> operators) implements ChannelDocument {
        @Override
        public Channel channel() {
            return new Channel.Kraus(operators.stream().map(Kraus::matrix).toList());
        }

        private static ComplexMatrix matrix(List<List<List<Double>>> rows) {
            int dimension = rows.size();
            if (Integer.bitCount(dimension) != 1 || rows.stream().anyMatch(row -> row.size() != dimension)) {
                throw new IllegalArgumentException(
                        "A Kraus operator has 2, 4, ... rows of as many numbers, not %d".formatted(dimension));
            }
            double[] values = rows.stream()
                    .flatMap(List::stream)
                    .flatMap(number -> pair(number).stream())
                    .mapToDouble(Double::doubleValue)
                    .toArray();
            return ComplexMatrix.of(Integer.numberOfTrailingZeros(dimension), values);
        }

        private static List<Double> pair(List<Double> number) {
            if (number.size() != 2) {
                throw new IllegalArgumentException(
                        "A number of a Kraus operator is [real, imaginary], not %s".formatted(number));
            }
            return number;
        }
    }
}
