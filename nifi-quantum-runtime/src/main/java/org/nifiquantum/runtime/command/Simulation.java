// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.command;

import java.util.Optional;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.operator.PauliSum;
import org.nifiquantum.engine.program.Program;
import org.nifiquantum.engine.simulation.CompiledCircuit;
import org.nifiquantum.engine.simulation.Estimate;
import org.nifiquantum.engine.simulation.MemoryBudget;
import org.nifiquantum.engine.simulation.Simulator;
import org.nifiquantum.engine.simulation.StateVector;
import org.nifiquantum.engine.simulation.dynamic.DynamicSimulator;
import org.nifiquantum.engine.simulation.lightcone.ExactExpectation;
import org.nifiquantum.engine.simulation.noise.NoiseModel;
import org.nifiquantum.engine.simulation.noise.NoiseSettings;
import org.nifiquantum.engine.simulation.noise.NoiseSettings.Method;
import org.nifiquantum.engine.simulation.noise.NoisyCircuit;
import org.nifiquantum.engine.simulation.noise.NoisySimulator;

/**
 * What is asked of a simulation; the program decides how it is done.
 *
 * @param shots how often to measure; a default where nothing at all is asked for
 */
record Simulation(
        Optional<Integer> shots,
        long seed,
        boolean probabilities,
        Optional<PauliSum> observable,
        Optional<NoiseModel> noise,
        MemoryBudget budget) {

    private static final int DEFAULT_SHOTS = 1024;

    /**
     * Does it.
     *
     * @throws IllegalArgumentException if the program cannot give what is asked for
     */
    SimulationReport of(Program program, double... bindings) {
        return switch (program) {
            case Program.Static plain ->
                noise.isPresent() ? noisy(plain.circuit(), noise.get(), bindings) : ideal(plain.circuit(), bindings);
            case Program.Dynamic dynamic -> shotByShot(dynamic, bindings);
        };
    }

    private boolean counts() {
        return shots.isPresent() || (!probabilities && observable.isEmpty());
    }

    private static int threads() {
        return Runtime.getRuntime().availableProcessors();
    }

    private SimulationReport ideal(Circuit circuit, double... bindings) {
        if (!counts() && !probabilities) {
            return expectation(circuit, observable.orElseThrow(), bindings);
        }
        try (Simulator simulator = new Simulator(budget, threads())) {
            CompiledCircuit compiled = CompiledCircuit.compile(circuit, budget);
            long start = System.nanoTime();
            StateVector state = simulator.run(compiled, bindings);
            SimulationReport report = SimulationReport.of(circuit, "state vector");
            if (counts()) {
                report = report.withCounts(state.sample(compiled.measurements(), shots.orElse(DEFAULT_SHOTS), seed));
            }
            if (probabilities) {
                report = report.withProbabilities(compiled.measurements(), state.probabilities());
            }
            if (observable.isPresent()) {
                report = report.withExpectation(Estimate.exact(state.expectation(observable.get())));
            }
            return report.took(start);
        }
    }

    /** An expectation alone may not need the state. */
    private SimulationReport expectation(Circuit circuit, PauliSum sum, double... bindings) {
        try (Simulator simulator = new Simulator(budget, threads())) {
            ExactExpectation expectation = ExactExpectation.compile(circuit, sum, budget);
            long start = System.nanoTime();
            double value = expectation.of(simulator, bindings);
            return SimulationReport.of(circuit, expectation.method())
                    .withExpectation(Estimate.exact(value))
                    .took(start);
        }
    }

    private SimulationReport noisy(Circuit circuit, NoiseModel model, double... bindings) {
        try (NoisySimulator simulator = new NoisySimulator(budget, threads(), NoiseSettings.DEFAULT)) {
            NoisyCircuit compiled = NoisyCircuit.compile(circuit, model);
            long start = System.nanoTime();
            String method = simulator.method(compiled) == Method.TRAJECTORIES ? "trajectories" : "density matrix";
            SimulationReport report = SimulationReport.of(circuit, method);
            if (counts()) {
                report = report.withCounts(simulator.sample(compiled, shots.orElse(DEFAULT_SHOTS), seed, bindings));
            }
            if (probabilities) {
                report = report.withProbabilities(compiled.measurements(), simulator.probabilities(compiled, bindings));
            }
            if (observable.isPresent()) {
                report = report.withExpectation(simulator.expectation(compiled, observable.get(), seed, bindings));
            }
            return report.took(start);
        }
    }

    /** Steps that depend on outcomes leave no one state to read, only shots and probabilities. */
    private SimulationReport shotByShot(Program.Dynamic program, double... bindings) {
        if (observable.isPresent() || noise.isPresent()) {
            throw new IllegalArgumentException("line %d:%d: %s, so there is %s; ask for --shots alone"
                    .formatted(
                            program.line(),
                            program.column(),
                            program.reason(),
                            observable.isPresent()
                                    ? "no one state to take the expectation in"
                                    : "no circuit to put noise into"));
        }
        DynamicSimulator simulator = new DynamicSimulator(budget);
        long start = System.nanoTime();
        SimulationReport report = SimulationReport.of(program);
        if (counts()) {
            report = report.withCounts(simulator.run(program, shots.orElse(DEFAULT_SHOTS), seed, bindings));
        }
        if (probabilities) {
            report = report.withProbabilities(simulator.probabilities(program, bindings));
        }
        return report.took(start);
    }
}
