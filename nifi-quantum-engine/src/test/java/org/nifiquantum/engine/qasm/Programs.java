// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.program.Program;
import org.nifiquantum.engine.simulation.CompiledCircuit;
import org.nifiquantum.engine.simulation.Counts;
import org.nifiquantum.engine.simulation.MemoryBudget;
import org.nifiquantum.engine.simulation.Simulator;
import org.nifiquantum.engine.simulation.dynamic.DynamicSimulator;

/** Runs sources, whether they are circuits or programs. */
final class Programs {
    private Programs() {}

    static DynamicSimulator simulator() {
        return new DynamicSimulator(MemoryBudget.halfOfHeap(), Duration.ofMinutes(2));
    }

    /** By bit string of the result. */
    static Map<String, Double> probabilities(String source, double... bindings) {
        Map<String, Double> probabilities = new TreeMap<>();
        switch (OpenQasmReader.readProgram(source)) {
            case Program.Static circuit -> probabilities.putAll(probabilities(circuit.circuit(), bindings));
            case Program.Dynamic program ->
                simulator()
                        .probabilities(program, bindings)
                        .forEach((outcome, probability) -> probabilities.put(outcome.toString(), probability));
        }
        return probabilities;
    }

    static Map<String, Double> probabilities(Circuit circuit, double... bindings) {
        CompiledCircuit compiled = CompiledCircuit.compile(circuit);
        double[] ofStates;
        try (Simulator simulator = new Simulator(MemoryBudget.halfOfHeap(), 1)) {
            ofStates = simulator.run(compiled, bindings).probabilities();
        }
        Map<String, Double> probabilities = new TreeMap<>();
        for (int state = 0; state < ofStates.length; state++) {
            probabilities.merge(compiled.measurements().read(state).toString(), ofStates[state], Double::sum);
        }
        return probabilities;
    }

    /** Prints a row of the table in docs/engine.md. */
    static void report(String file, Program program, long nanos, double distance) {
        String gates = program instanceof Program.Static circuit
                ? Integer.toString(circuit.circuit().gateCounts().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                : "by outcome";
        System.out.printf(
                Locale.ROOT, "| %s | %d | %s | %.1f | %.0e |%n", file, program.qubits(), gates, nanos / 1e6, distance);
    }

    static Program.Dynamic dynamic(String source) {
        return (Program.Dynamic) OpenQasmReader.readProgram(source);
    }

    static Counts counts(String source, int shots, long seed, double... bindings) {
        return simulator().run(dynamic(source), shots, seed, bindings);
    }

    /** The largest difference of two distributions. */
    static double distance(Map<String, Double> expected, Map<String, Double> actual) {
        Map<String, Double> all = new TreeMap<>(expected);
        actual.forEach((outcome, probability) -> all.putIfAbsent(outcome, 0.0));
        double distance = 0;
        for (String outcome : all.keySet()) {
            distance = Math.max(
                    distance, Math.abs(expected.getOrDefault(outcome, 0.0) - actual.getOrDefault(outcome, 0.0)));
        }
        return distance;
    }

    /** The distribution of some of the bits, counted from the right, the first given first from the right. */
    static Map<String, Double> marginal(Map<String, Double> probabilities, int... bits) {
        Map<String, Double> marginal = new TreeMap<>();
        probabilities.forEach((outcome, probability) -> {
            StringBuilder part = new StringBuilder();
            for (int bit : bits) {
                part.insert(0, outcome.charAt(outcome.length() - 1 - bit));
            }
            marginal.merge(part.toString(), probability, Double::sum);
        });
        return marginal;
    }
}
