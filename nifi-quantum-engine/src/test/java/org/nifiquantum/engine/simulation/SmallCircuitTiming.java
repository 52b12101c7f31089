// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.DoubleSupplier;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.circuit.CircuitBuilder;
import org.nifiquantum.engine.circuit.Expression;
import org.nifiquantum.engine.circuit.StandardGate;
import org.nifiquantum.engine.operator.PauliSum;
import org.nifiquantum.engine.operator.PauliSumBuilder;
import org.nifiquantum.engine.simulation.lightcone.ExactExpectation;

/**
 * Prints where the time of a small circuit goes on one thread, warm, from its gates to one value: {@code java ... SmallCircuitTiming 4 6}.
 * A measurement, not a test.
 */
final class SmallCircuitTiming {
    private static final int DEPTH = 4;
    private static final int BATCHES = 25;
    private static final double BATCH_NANOS = 4e7;
    private static final double WARM_UP_NANOS = 1.5e9;
    /** Processor time, since the machine may be shared. */
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private SmallCircuitTiming() {}

    public static void main(String[] arguments) {
        PauliSum z = PauliSum.builder().add(1, "Z", 0).build();
        try (Simulator simulator = new Simulator(MemoryBudget.halfOfHeap(), 1)) {
            for (int qubits : sizes(arguments)) {
                double[] angles = new Random(7)
                        .doubles(2L * DEPTH * qubits, -Math.PI, Math.PI)
                        .toArray();
                Circuit circuit = circuit(qubits, angles);
                CompiledCircuit compiled = CompiledCircuit.compile(circuit);
                PauliSum sum = everyZ(qubits);
                double[] none = {};
                StateVector state = simulator.run(compiled);
                print(qubits, "build", () -> circuit(qubits, angles).qubits());
                print(qubits, "compile", () -> CompiledCircuit.compile(circuit).qubits());
                print(qubits, "run", () -> simulator.evaluate(compiled, none, StateVector::qubits));
                print(qubits, "value", () -> state.expectation(z));
                print(
                        qubits,
                        "cone",
                        () -> ExactExpectation.compile(circuit, z, simulator.budget())
                                .bytes());
                print(qubits, "all, Z on one qubit", () -> value(simulator, circuit(qubits, angles), z));
                print(qubits, "all, Z on each qubit", () -> value(simulator, circuit(qubits, angles), sum));
            }
        }
    }

    private static int[] sizes(String[] arguments) {
        return arguments.length == 0
                ? new int[] {4, 6, 8, 10}
                : Arrays.stream(arguments).mapToInt(Integer::parseInt).toArray();
    }

    private static PauliSum everyZ(int qubits) {
        PauliSumBuilder builder = PauliSum.builder();
        for (int qubit = 0; qubit < qubits; qubit++) {
            builder.add(1, "Z", qubit);
        }
        return builder.build();
    }

    private static double value(Simulator simulator, Circuit circuit, PauliSum observable) {
        return ExactExpectation.compile(circuit, observable, simulator.budget()).of(simulator);
    }

    private static Circuit circuit(int qubits, double[] angles) {
        CircuitBuilder builder = Circuit.builder(qubits);
        int next = 0;
        for (int layer = 0; layer < DEPTH; layer++) {
            for (int qubit = 0; qubit < qubits; qubit++) {
                builder.gate(StandardGate.RX, List.of(Expression.constant(angles[next++])), qubit)
                        .gate(StandardGate.RY, List.of(Expression.constant(angles[next++])), qubit);
            }
            for (int qubit = layer % 2; qubit + 1 < qubits; qubit += 2) {
                builder.gate(StandardGate.CX, qubit, qubit + 1);
            }
        }
        return builder.build();
    }

    private static void print(int qubits, String what, DoubleSupplier work) {
        nanos(work, WARM_UP_NANOS);
        double[] nanos = new double[BATCHES];
        for (int batch = 0; batch < BATCHES; batch++) {
            nanos[batch] = nanos(work, BATCH_NANOS);
        }
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "n = %d, %s: %.0f ns of processor time, at best %.0f%n",
                qubits,
                what,
                nanos[BATCHES / 2],
                nanos[0]);
    }

    private static double nanos(DoubleSupplier work, double atLeast) {
        double checksum = 0;
        long repetitions = 0;
        long start = THREADS.getCurrentThreadCpuTime();
        double nanos = 0;
        while (nanos < atLeast) {
            for (int index = 0; index < 1_000; index++) {
                checksum += work.getAsDouble();
            }
            repetitions += 1_000;
            nanos = THREADS.getCurrentThreadCpuTime() - start;
        }
        if (Double.isNaN(checksum)) {
            throw new IllegalStateException("The result is not a number");
        }
        return nanos / repetitions;
    }
}
