// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation;

import java.time.Duration;
import java.util.List;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.circuit.CircuitBuilder;
import org.nifiquantum.engine.circuit.Expression;
import org.nifiquantum.engine.circuit.StandardGate;
import org.nifiquantum.engine.operator.PauliSum;
import org.nifiquantum.engine.operator.PauliSumBuilder;

/**
 * Runs small circuits so that the JIT compiler has seen the inner loops before the first user waits: until then those on the Vector
 * API are many times slower than plain Java. On a thread of its own, so that nobody waits for the warm-up either.
 */
public final class WarmUp {
    private static final int QUBITS = 14;
    private static final int LAYERS = 2;

    private WarmUp() {}

    /** Starts a daemon thread that ends soon after so much time. */
    public static Thread start(Duration atMost) {
        return Thread.ofPlatform().name("quantum-simulator-warm-up").daemon().start(() -> run(atMost));
    }

    private static void run(Duration atMost) {
        if (Kernels.FASTEST.blockKernels().isEmpty()) {
            // Plain loops are fast after a few calls.
            return;
        }
        long end = System.nanoTime() + atMost.toNanos();
        CompiledCircuit circuit = CompiledCircuit.compile(circuit());
        CompiledObservable ring = CompiledObservable.compile(ring(), QUBITS);
        double[] bindings = {0.4, 0.3};
        try (Simulator simulator = new Simulator(MemoryBudget.halfOfHeap(), 1)) {
            while (System.nanoTime() < end && !Thread.currentThread().isInterrupted()) {
                simulator.evaluate(circuit, bindings, state -> {
                    state.sample(circuit.measurements(), 100, 1);
                    return state.expectation(ring);
                });
            }
        }
    }

    /** Cost layers, mixers of the three forms that have loops of their own, and a flip. */
    private static Circuit circuit() {
        CircuitBuilder builder = Circuit.builder(QUBITS).parameter("gamma").parameter("beta");
        List<Expression> gamma = List.of(Expression.parameter("gamma"));
        List<Expression> beta = List.of(Expression.parameter("beta"));
        List<Expression> three = List.of(beta.get(0), gamma.get(0), gamma.get(0));
        for (int layer = 0; layer < LAYERS; layer++) {
            for (StandardGate mixer : List.of(StandardGate.RX, StandardGate.RY, StandardGate.U3)) {
                for (int qubit = 0; qubit < QUBITS; qubit++) {
                    int next = (qubit + 1) % QUBITS;
                    // Costs of few different values have tables of their own, others not.
                    Expression angle = gamma.get(0).times(layer == 0 ? 1 : Math.sqrt(qubit + 2.0));
                    builder.gate(StandardGate.CX, qubit, next)
                            .gate(StandardGate.RZ, List.of(angle), next)
                            .gate(StandardGate.CX, qubit, next);
                }
                for (int qubit = 0; qubit < QUBITS; qubit++) {
                    builder.gate(mixer, mixer == StandardGate.U3 ? three : beta, qubit);
                }
            }
            builder.gate(StandardGate.CX, layer, QUBITS - 1 - layer);
        }
        return builder.build();
    }

    private static PauliSum ring() {
        PauliSumBuilder builder = PauliSum.builder().add(1, "X", 0).add(1, "Y", QUBITS - 1);
        for (int qubit = 0; qubit < QUBITS; qubit++) {
            builder.add(Math.sqrt(qubit + 2.0), "ZZ", qubit, (qubit + 1) % QUBITS);
        }
        return builder.build();
    }
}
