// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.command;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.operator.PauliSum;
import org.nifiquantum.engine.program.Program;
import org.nifiquantum.engine.qasm.OpenQasmException;
import org.nifiquantum.engine.qasm.OpenQasmReader;
import org.nifiquantum.engine.simulation.CompiledCircuit;
import org.nifiquantum.engine.simulation.MemoryBudget;
import org.nifiquantum.engine.simulation.MemoryBudgetException;
import org.nifiquantum.engine.simulation.Simulator;
import org.nifiquantum.engine.simulation.StateVector;
import org.nifiquantum.engine.simulation.dynamic.DynamicSimulator;
import org.nifiquantum.engine.simulation.dynamic.TimeLimitException;
import org.nifiquantum.run.document.RunException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The engine alone: one circuit or program, once. */
@Command(
        name = "simulate",
        description =
                "Simulate an OpenQASM 2 or 3 program. Bitstrings are c[n-1]...c[0], a later register to the left.",
        mixinStandardHelpOptions = true)
final class SimulateCommand implements Callable<Integer> {

    private static final int DEFAULT_SHOTS = 1024;
    private static final Duration LONGEST_RUN = Duration.ofMinutes(10);

    @Spec
    private CommandSpec command;

    @Parameters(paramLabel = "CIRCUIT.qasm", description = "A program in OpenQASM 2 or 3.")
    private Path circuit;

    @Option(names = "--shots", paramLabel = "N", description = "Measure so often; 1024 where nothing is asked for.")
    private Optional<Integer> shots;

    @Option(names = "--seed", paramLabel = "S", description = "Of the shots (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(names = "--set", paramLabel = "NAME=VALUE", description = "A value for an input parameter, radians.")
    private Map<String, Double> values = new LinkedHashMap<>();

    @Option(names = "--probabilities", description = "The exact probability of every outcome.")
    private boolean probabilities;

    @Option(
            names = "--observable",
            paramLabel = "FILE",
            description =
                    "JSON: {\"terms\": [{\"pauli\": \"ZZ\", \"qubits\": [0, 1], \"coefficient\": 1}], \"constant\": 0}")
    private Optional<Path> observable;

    @Option(names = "--format", paramLabel = "text|json", description = "json: one document with what was asked for.")
    private Format format = Format.TEXT;

    @Override
    public Integer call() {
        requireSensible();
        SimulationReport report = simulate();
        Console.of(command)
                .result(
                        switch (format) {
                            case TEXT -> report.text();
                            case JSON -> report.json();
                        });
        return 0;
    }

    private void requireSensible() {
        if (shots.filter(count -> count < 1).isPresent()) {
            throw new ParameterException(
                    command.commandLine(), "--shots must be positive; --probabilities gives exact results");
        }
    }

    private SimulationReport simulate() {
        String source = new String(ProblemFile.bytes(circuit), StandardCharsets.UTF_8);
        MemoryBudget budget = MemoryBudget.halfOfHeap();
        try {
            Program program = OpenQasmReader.readProgram(source);
            if (program.qubits() == 0) {
                throw new RunException(circuit.toString(), "declares no qubits; the circuit is empty");
            }
            program.remarks().notes().forEach(Console.of(command)::say);
            List<Double> bindings = bindings(program.parameters());
            return switch (program) {
                case Program.Static plain -> simulate(plain.circuit(), bindings, budget);
                case Program.Dynamic dynamic -> simulate(dynamic, bindings, budget);
            };
        } catch (OpenQasmException | MemoryBudgetException | TimeLimitException | IllegalArgumentException e) {
            throw new RunException(circuit.toString(), e.getMessage(), e);
        }
    }

    private SimulationReport simulate(Circuit plain, List<Double> bindings, MemoryBudget budget) {
        try (Simulator simulator = new Simulator(budget, Runtime.getRuntime().availableProcessors())) {
            CompiledCircuit compiled = CompiledCircuit.compile(plain, budget);
            Optional<PauliSum> operator = observable.map(ObservableFile::read);
            long start = System.nanoTime();
            SimulationReport report =
                    read(SimulationReport.of(plain), compiled, simulator.run(compiled, bindings), operator);
            return report.took((System.nanoTime() - start) / 1e6);
        }
    }

    /** Steps that depend on outcomes leave no one state to read, only shots and probabilities. */
    private SimulationReport simulate(Program.Dynamic program, List<Double> bindings, MemoryBudget budget) {
        if (observable.isPresent()) {
            throw new RunException(
                    circuit.toString(),
                    "line %d:%d: %s, so there is no one state to take the expectation in; ask for --shots"
                            .formatted(program.line(), program.column(), program.reason()));
        }
        DynamicSimulator simulator = new DynamicSimulator(budget, LONGEST_RUN);
        double[] values = bindings.stream().mapToDouble(Double::doubleValue).toArray();
        long start = System.nanoTime();
        SimulationReport report = SimulationReport.of(program);
        if (shots.isPresent() || !probabilities) {
            report = report.withCounts(simulator.run(program, shots.orElse(DEFAULT_SHOTS), seed, values));
        }
        if (probabilities) {
            report = report.withProbabilities(simulator.probabilities(program, values));
        }
        return report.took((System.nanoTime() - start) / 1e6);
    }

    private List<Double> bindings(List<String> parameters) {
        values.keySet().stream()
                .filter(name -> !parameters.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new RunException("--set " + name, "the circuit's input parameters are " + parameters);
                });
        return parameters.stream()
                .map(name -> Optional.ofNullable(values.get(name))
                        .orElseThrow(() -> new RunException(
                                circuit.toString(),
                                "input %s has no value; give it by --set %s=...".formatted(name, name))))
                .toList();
    }

    private SimulationReport read(
            SimulationReport empty, CompiledCircuit compiled, StateVector state, Optional<PauliSum> operator) {
        SimulationReport report = empty;
        boolean nothingAsked = shots.isEmpty() && !probabilities && operator.isEmpty();
        if (shots.isPresent() || nothingAsked) {
            report = report.withCounts(state.sample(compiled.measurements(), shots.orElse(DEFAULT_SHOTS), seed));
        }
        if (probabilities) {
            report = report.withProbabilities(compiled.measurements(), state.probabilities());
        }
        if (operator.isPresent()) {
            report = report.withExpectation(state.expectation(operator.get()));
        }
        return report;
    }
}
