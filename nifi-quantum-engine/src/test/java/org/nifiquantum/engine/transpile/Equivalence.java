// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.transpile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.circuit.CircuitBuilder;
import org.nifiquantum.engine.circuit.Expression;
import org.nifiquantum.engine.circuit.GateOperation;
import org.nifiquantum.engine.circuit.Operation;
import org.nifiquantum.engine.circuit.StandardGate;
import org.nifiquantum.engine.simulation.CompiledCircuit;
import org.nifiquantum.engine.simulation.MemoryBudget;
import org.nifiquantum.engine.simulation.Simulator;
import org.nifiquantum.engine.simulation.StateVector;
import org.nifiquantum.engine.transpile.device.Target;

/** Compares circuits with what they were transpiled to, on the simulator, which has tests of its own. */
final class Equivalence {
    private static final double TOLERANCE = 1e-9;

    private Equivalence() {}

    /**
     * Requires that both do the same up to a global phase and the layouts, and that all other qubits end as 0. Compares what both
     * make of one random product state: if they differ by more than a phase, only states of a set of measure zero show it not.
     */
    static void assertSame(Circuit original, Transpiled transpiled, Map<String, Double> bindings, String what) {
        Map<Integer, Integer> places = used(transpiled);
        List<Integer> initial =
                transpiled.initialLayout().stream().map(places::get).toList();
        List<Integer> last = transpiled.finalLayout().stream().map(places::get).toList();
        Circuit expected = prepared(
                original,
                IntStream.range(0, original.qubits()).boxed().toList(),
                IntStream.range(0, original.qubits()).boxed().toList(),
                original.qubits());
        Circuit actual = prepared(
                transpiled.circuit(),
                initial,
                IntStream.range(0, transpiled.circuit().qubits())
                        .mapToObj(qubit -> places.getOrDefault(qubit, -1))
                        .toList(),
                places.size());
        try (Simulator simulator = new Simulator(MemoryBudget.halfOfHeap(), 1)) {
            StateVector wanted = run(simulator, expected, bindings);
            StateVector found = run(simulator, actual, bindings);
            assertEquals(1, fidelity(wanted, found, last), TOLERANCE, () -> what + ": the states differ");
        }
    }

    /** Requires that only the device's gates are used, and those of two qubits only where it has couplings. */
    static void assertFits(Transpiled transpiled, Target target, String what) {
        for (Operation operation : transpiled.circuit().operations()) {
            if (operation instanceof GateOperation gate) {
                assertTrue(
                        target.basis().gates().contains(gate.gate().identifier()),
                        () -> what + ": gate " + gate.gate().identifier());
                if (gate.qubits().size() == 2) {
                    int from = gate.qubits().get(0);
                    int to = gate.qubits().get(1);
                    boolean allowed = target.couplings().allows(from, to)
                            || (!target.basis().isDirected()
                                    && target.couplings().allows(to, from));
                    assertTrue(allowed, () -> what + ": " + gate.gate().identifier() + " on " + from + ", " + to);
                }
            }
        }
    }

    /** The device's qubits that the circuit starts, works or ends on, numbered anew. */
    private static Map<Integer, Integer> used(Transpiled transpiled) {
        Map<Integer, Integer> places = new LinkedHashMap<>();
        transpiled.initialLayout().forEach(qubit -> places.putIfAbsent(qubit, places.size()));
        for (Operation operation : transpiled.circuit().operations()) {
            if (operation instanceof GateOperation gate) {
                gate.qubits().forEach(qubit -> places.putIfAbsent(qubit, places.size()));
            }
        }
        transpiled.finalLayout().forEach(qubit -> places.putIfAbsent(qubit, places.size()));
        return places;
    }

    /** The gates of a circuit on other qubits, after random one-qubit gates on some. */
    private static Circuit prepared(Circuit circuit, List<Integer> start, List<Integer> places, int qubits) {
        Random random = new Random(1);
        CircuitBuilder builder = Circuit.builder(qubits);
        circuit.parameters().forEach(builder::parameter);
        for (int qubit : start) {
            List<Expression> angles = new ArrayList<>();
            for (int angle = 0; angle < 3; angle++) {
                angles.add(Expression.constant(random.nextDouble(7)));
            }
            builder.gate(StandardGate.U3, angles, qubit);
        }
        for (Operation operation : circuit.operations()) {
            if (operation instanceof GateOperation gate) {
                builder.add(new GateOperation(
                        gate.gate(),
                        gate.parameters(),
                        gate.qubits().stream().map(places::get).toList()));
            }
        }
        return builder.build();
    }

    private static StateVector run(Simulator simulator, Circuit circuit, Map<String, Double> bindings) {
        return simulator.run(
                CompiledCircuit.compile(circuit),
                circuit.parameters().stream().map(bindings::get).toList());
    }

    /** {@code |<wanted|found>|^2} with qubit i of the first at {@code layout[i]} of the second, whose other qubits must be 0. */
    private static double fidelity(StateVector wanted, StateVector found, List<Integer> layout) {
        double real = 0;
        double imaginary = 0;
        for (int state = 0; state < 1 << wanted.qubits(); state++) {
            int place = 0;
            for (int qubit = 0; qubit < layout.size(); qubit++) {
                place |= (state >> qubit & 1) << layout.get(qubit);
            }
            real += wanted.amplitude(state).real() * found.amplitude(place).real()
                    + wanted.amplitude(state).imaginary()
                            * found.amplitude(place).imaginary();
            imaginary += wanted.amplitude(state).real() * found.amplitude(place).imaginary()
                    - wanted.amplitude(state).imaginary()
                            * found.amplitude(place).real();
        }
        return real * real + imaginary * imaginary;
    }
}
