// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.encoding.ansatz;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nifiquantum.engine.circuit.BitString;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.circuit.CircuitBuilder;
import org.nifiquantum.engine.circuit.Expression;
import org.nifiquantum.engine.circuit.StandardGate;
import org.nifiquantum.engine.simulation.CompiledCircuit;
import org.nifiquantum.engine.simulation.MemoryBudget;
import org.nifiquantum.engine.simulation.Simulator;
import org.nifiquantum.optimization.problem.SpinOrder;

class UccsdTest {

    /** Against the operators themselves, on states with every basis state in them: up to the sign of theta. */
    @ParameterizedTest
    @CsvSource({"3, 0, -, 2, -", "4, 3, -, 0, -", "4, 0, 1, 2, 3", "4, 0, 3, 1, 2", "6, 1, 2, 0, 5", "6, 0, 4, 2, 5"})
    void excitationsAreThoseOfTheFermions(int qubits, int i, String j, int a, String b) {
        long seed = 31L * qubits + i;
        List<Integer> from = j.equals("-") ? List.of(i) : List.of(i, Integer.valueOf(j));
        List<Integer> to = b.equals("-") ? List.of(a) : List.of(a, Integer.valueOf(b));
        double theta = 0.83;
        CircuitBuilder start = someState(qubits, seed);
        double[] before = realAmplitudes(start.build());
        CircuitBuilder circuit = someState(qubits, seed);
        new Excitation(from, to).addTo(circuit, Expression.constant(theta));
        double[] after = realAmplitudes(circuit.build());
        double[] forwards = exponential(from, to, theta, before);
        double[] backwards = exponential(from, to, -theta, before);
        double distance = Math.min(distance(after, forwards), distance(after, backwards));
        assertEquals(0, distance, 1e-12, "seed " + seed);
        assertEquals(1, Math.signum(distance(forwards, backwards)), "the excitation does something");
    }

    @ParameterizedTest
    @CsvSource({
        // One electron of each spin in k orbitals: 2 (k - 1) singles, (k - 1)^2 doubles.
        "0011, INTERLEAVED, 3",
        "0101, BLOCKED, 3",
        "0000000011, INTERLEAVED, 24",
        // Two of each spin in four orbitals: 8 singles, 16 doubles of both spins and one of each.
        "00001111, INTERLEAVED, 26"
    })
    void hasAnAmplitudeForEachExcitationThatKeepsSpins(String reference, SpinOrder order, int amplitudes) {
        assertEquals(
                amplitudes,
                new Uccsd(order)
                        .circuit(BitString.parse(reference))
                        .parameters()
                        .size());
    }

    @Test
    void withoutAmplitudesItIsTheReference() {
        Circuit circuit = new Uccsd(SpinOrder.INTERLEAVED).circuit(BitString.parse("001011"));
        double[] amplitudes =
                realAmplitudes(circuit, new double[circuit.parameters().size()]);
        assertEquals(1, Math.abs(amplitudes[0b001011]), 1e-12);
    }

    @Test
    void nothingToMoveIsRefused() {
        Uccsd uccsd = new Uccsd(SpinOrder.BLOCKED);
        assertThrows(IllegalArgumentException.class, () -> uccsd.circuit(BitString.parse("1111")));
    }

    private static CircuitBuilder someState(int qubits, long seed) {
        Random random = new Random(seed);
        CircuitBuilder circuit = Circuit.builder(qubits);
        for (int layer = 0; layer < 2; layer++) {
            for (int qubit = 0; qubit < qubits; qubit++) {
                circuit.gate(StandardGate.RY, List.of(Expression.constant(random.nextDouble(6))), qubit);
            }
            for (int qubit = 0; qubit + 1 < qubits; qubit++) {
                circuit.gate(StandardGate.CX, qubit, qubit + 1);
            }
        }
        return circuit;
    }

    private static double[] realAmplitudes(Circuit circuit, double... bindings) {
        try (Simulator simulator = new Simulator(MemoryBudget.halfOfHeap(), 1)) {
            return simulator.evaluate(CompiledCircuit.compile(circuit), bindings, state -> {
                double[] real = new double[1 << circuit.qubits()];
                for (int index = 0; index < real.length; index++) {
                    real[index] = state.amplitude(index).real();
                    assertEquals(0, state.amplitude(index).imaginary(), 1e-12, "G is real");
                }
                return real;
            });
        }
    }

    /** exp(theta G) on a vector by its power series. */
    private static double[] exponential(List<Integer> from, List<Integer> to, double theta, double... vector) {
        double[] sum = vector.clone();
        double[] term = vector.clone();
        for (int order = 1; order < 40; order++) {
            double[] forth = move(from, to, term);
            double[] back = move(to, from, term);
            for (int index = 0; index < term.length; index++) {
                term[index] = (forth[index] - back[index]) * theta / order;
                sum[index] += term[index];
            }
        }
        return sum;
    }

    /** Annihilates all of one list, the first one first, then creates all of the other, the last one first: the adjoint is back. */
    private static double[] move(List<Integer> from, List<Integer> to, double... vector) {
        double[] result = vector;
        for (int orbital : from) {
            result = ladder(orbital, true, result);
        }
        for (int orbital : to.reversed()) {
            result = ladder(orbital, false, result);
        }
        return result;
    }

    /** The sign of Jordan and Wigner is that of the occupied orbitals below. */
    private static double[] ladder(int orbital, boolean annihilate, double... vector) {
        double[] result = new double[vector.length];
        for (int index = 0; index < vector.length; index++) {
            boolean occupied = (index >> orbital & 1) == 1;
            if (occupied == annihilate) {
                int below = Integer.bitCount(index & ((1 << orbital) - 1));
                result[index ^ 1 << orbital] = below % 2 == 0 ? vector[index] : -vector[index];
            }
        }
        return result;
    }

    private static double distance(double[] left, double[] right) {
        double most = 0;
        for (int index = 0; index < left.length; index++) {
            most = Math.max(most, Math.abs(left[index] - right[index]));
        }
        assertArrayEquals(new int[] {left.length}, new int[] {right.length});
        return most;
    }
}
