// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.command;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.nifiquantum.engine.program.Program;
import org.nifiquantum.engine.qasm.OpenQasmException;
import org.nifiquantum.engine.qasm.OpenQasmReader;
import org.nifiquantum.engine.simulation.MemoryBudget;
import org.nifiquantum.engine.simulation.MemoryBudgetException;
import org.nifiquantum.engine.simulation.dynamic.TimeLimitException;
import org.nifiquantum.engine.simulation.noise.NoiseModel;
import org.nifiquantum.run.document.RunException;
import org.nifiquantum.services.simulator.NoiseModelJson;
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

    @Option(
            names = "--noise",
            paramLabel = "FILE",
            description = "JSON: what disturbs gates and readout, as the simulator's Noise Model in NiFi.")
    private Optional<Path> noise;

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
        Simulation simulation = new Simulation(
                shots,
                seed,
                probabilities,
                observable.map(ObservableFile::read),
                noise.map(SimulateCommand::readNoise),
                MemoryBudget.halfOfHeap());
        try {
            Program program = OpenQasmReader.readProgram(source);
            if (program.qubits() == 0) {
                throw new RunException(circuit.toString(), "declares no qubits; the circuit is empty");
            }
            program.remarks().notes().forEach(Console.of(command)::say);
            double[] bindings = bindings(program.parameters()).stream()
                    .mapToDouble(Double::doubleValue)
                    .toArray();
            return simulation.of(program, bindings);
        } catch (OpenQasmException | MemoryBudgetException | TimeLimitException | IllegalArgumentException e) {
            throw new RunException(circuit.toString(), e.getMessage(), e);
        }
    }

    private static NoiseModel readNoise(Path file) {
        try {
            return NoiseModelJson.read(new String(ProblemFile.bytes(file), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw new RunException(file.toString(), e.getMessage(), e);
        }
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
}
