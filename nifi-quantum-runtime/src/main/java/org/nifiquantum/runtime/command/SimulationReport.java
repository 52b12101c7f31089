// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.nifiquantum.engine.circuit.BitString;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.circuit.MeasurementMap;
import org.nifiquantum.engine.circuit.Register;
import org.nifiquantum.engine.program.Program;
import org.nifiquantum.engine.qasm.CanonicalForm;
import org.nifiquantum.engine.simulation.Counts;
import org.nifiquantum.engine.simulation.Estimate;
import org.nifiquantum.engine.simulation.Kernels;

/**
 * What a simulation gave; what was not asked for is empty.
 *
 * @param circuitSha256 of the circuit's canonical form; empty for a program that goes on after its measurements
 * @param registers whose bits a bitstring shows, the last to the left; none if it shows the qubits
 * @param counts by bitstring
 * @param probabilities by bitstring; those that rounding alone can explain are left out
 * @param expectation with its standard error, which is 0 where it is exact
 * @param millis from the bound circuit to all that was read of its state
 */
record SimulationReport(
        int qubits,
        String method,
        Optional<String> circuitSha256,
        List<Register> registers,
        Map<String, Integer> counts,
        Map<String, Double> probabilities,
        Optional<Estimate> expectation,
        double millis) {

    private static final String SHOT_BY_SHOT = "state vector, shot by shot";
    private static final double ROUNDING = 1e-15;

    /** Nothing yet. */
    static SimulationReport of(Circuit circuit, String method) {
        return new SimulationReport(
                circuit.qubits(),
                method,
                Optional.of(CanonicalForm.sha256(circuit)),
                circuit.registers(),
                Map.of(),
                Map.of(),
                Optional.empty(),
                0);
    }

    /** Nothing yet of a program that goes on after its measurements. */
    static SimulationReport of(Program.Dynamic program) {
        return new SimulationReport(
                program.qubits(),
                SHOT_BY_SHOT,
                Optional.empty(),
                program.registers(),
                Map.of(),
                Map.of(),
                Optional.empty(),
                0);
    }

    SimulationReport withCounts(Counts sampled) {
        Map<String, Integer> byText = new LinkedHashMap<>();
        for (int i = 0; i < sampled.size(); i++) {
            byText.put(sampled.outcome(i).toString(), sampled.times(i));
        }
        return with(byText, probabilities, expectation, millis);
    }

    SimulationReport withProbabilities(MeasurementMap measurements, double[] byBasisState) {
        Map<BitString, Double> byOutcome = new TreeMap<>();
        for (int index = 0; index < byBasisState.length; index++) {
            if (byBasisState[index] > ROUNDING) {
                byOutcome.merge(measurements.read(index), byBasisState[index], Double::sum);
            }
        }
        return withProbabilities(byOutcome);
    }

    SimulationReport withProbabilities(Map<BitString, Double> byOutcome) {
        Map<String, Double> byText = new LinkedHashMap<>();
        byOutcome.forEach((outcome, probability) -> byText.put(outcome.toString(), probability));
        return with(counts, byText, expectation, millis);
    }

    SimulationReport withExpectation(Estimate estimate) {
        return with(counts, probabilities, Optional.of(estimate), millis);
    }

    /** The time since a moment of {@link System#nanoTime}. */
    SimulationReport took(long start) {
        return with(counts, probabilities, expectation, (System.nanoTime() - start) / 1e6);
    }

    private SimulationReport with(
            Map<String, Integer> newCounts,
            Map<String, Double> newProbabilities,
            Optional<Estimate> newExpectation,
            double newMillis) {
        return new SimulationReport(
                qubits, method, circuitSha256, registers, newCounts, newProbabilities, newExpectation, newMillis);
    }

    String text() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%d qubits, %s, %.1f ms, kernels: %s",
                qubits,
                method,
                millis,
                Kernels.FASTEST.description()));
        if (hasOutcomes() && registers.size() > 1) {
            text.append("\n  ")
                    .append(registers.reversed().stream()
                            .map(register -> "%s[%d]".formatted(register.name(), register.size()))
                            .collect(Collectors.joining(" ")));
        }
        counts.forEach((outcome, count) -> text.append("\n  %s  %d".formatted(inRegisters(outcome), count)));
        probabilities.forEach(
                (outcome, probability) -> text.append("\n  %s  %s".formatted(inRegisters(outcome), probability)));
        expectation.ifPresent(estimate -> text.append("\n  expectation  ")
                .append(estimate.value())
                .append(estimate.standardError() == 0 ? "" : " +- " + estimate.standardError()));
        return text.toString();
    }

    private boolean hasOutcomes() {
        return !counts.isEmpty() || !probabilities.isEmpty();
    }

    /** The bitstring with a space between registers. */
    private String inRegisters(String outcome) {
        return registers.isEmpty()
                ? outcome
                : registers.reversed().stream()
                        .map(register -> outcome.substring(
                                outcome.length() - register.first() - register.size(),
                                outcome.length() - register.first()))
                        .collect(Collectors.joining(" "));
    }

    String json() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        if (!counts.isEmpty()) {
            counts.forEach(node.putObject("counts")::put);
        }
        if (!probabilities.isEmpty()) {
            probabilities.forEach(node.putObject("probabilities")::put);
        }
        if (hasOutcomes() && !registers.isEmpty()) {
            ArrayNode names = node.putArray("registers");
            registers
                    .reversed()
                    .forEach(register ->
                            names.addObject().put("name", register.name()).put("bits", register.size()));
        }
        expectation.ifPresent(
                estimate -> node.put("expectation", estimate.value()).put("standardError", estimate.standardError()));
        circuitSha256.ifPresent(hash -> node.put("circuitSha256", hash));
        return node.put("qubits", qubits)
                .put("method", method)
                .put("millis", millis)
                .toPrettyString();
    }
}
