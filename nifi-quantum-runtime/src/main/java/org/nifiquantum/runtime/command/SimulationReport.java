// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.nifiquantum.engine.circuit.BitString;
import org.nifiquantum.engine.circuit.MeasurementMap;
import org.nifiquantum.engine.simulation.Counts;

/**
 * What a simulation gave; what was not asked for is empty.
 *
 * @param counts by bitstring
 * @param probabilities by bitstring; those that rounding alone can explain are left out
 * @param millis from the bound circuit to all that was read of its state
 */
record SimulationReport(
        int qubits,
        Map<String, Integer> counts,
        Map<String, Double> probabilities,
        OptionalDouble expectation,
        double millis) {

    private static final String METHOD = "state vector";
    private static final double ROUNDING = 1e-15;

    static SimulationReport of(int qubits) {
        return new SimulationReport(qubits, Map.of(), Map.of(), OptionalDouble.empty(), 0);
    }

    SimulationReport withCounts(Counts sampled) {
        Map<String, Integer> byText = new LinkedHashMap<>();
        sampled.byOutcome().forEach((outcome, count) -> byText.put(outcome.toString(), count));
        return new SimulationReport(qubits, byText, probabilities, expectation, millis);
    }

    SimulationReport withProbabilities(MeasurementMap measurements, double[] byBasisState) {
        Map<BitString, Double> byOutcome = new TreeMap<>();
        for (int index = 0; index < byBasisState.length; index++) {
            if (byBasisState[index] > ROUNDING) {
                byOutcome.merge(measurements.read(index), byBasisState[index], Double::sum);
            }
        }
        Map<String, Double> byText = new LinkedHashMap<>();
        byOutcome.forEach((outcome, probability) -> byText.put(outcome.toString(), probability));
        return new SimulationReport(qubits, counts, byText, expectation, millis);
    }

    SimulationReport withExpectation(double value) {
        return new SimulationReport(qubits, counts, probabilities, OptionalDouble.of(value), millis);
    }

    SimulationReport took(double time) {
        return new SimulationReport(qubits, counts, probabilities, expectation, time);
    }

    String text() {
        StringBuilder text =
                new StringBuilder(String.format(Locale.ROOT, "%d qubits, %s, %.1f ms", qubits, METHOD, millis));
        counts.forEach((outcome, count) -> text.append("\n  %s  %d".formatted(outcome, count)));
        probabilities.forEach((outcome, probability) -> text.append("\n  %s  %s".formatted(outcome, probability)));
        expectation.ifPresent(value -> text.append("\n  expectation  ").append(value));
        return text.toString();
    }

    String json() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        if (!counts.isEmpty()) {
            counts.forEach(node.putObject("counts")::put);
        }
        if (!probabilities.isEmpty()) {
            probabilities.forEach(node.putObject("probabilities")::put);
        }
        expectation.ifPresent(value -> node.put("expectation", value));
        return node.put("qubits", qubits)
                .put("method", METHOD)
                .put("millis", millis)
                .toPrettyString();
    }
}
