// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.bench.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.circuit.CircuitBuilder;
import org.nifiquantum.engine.circuit.Expression;
import org.nifiquantum.engine.circuit.StandardGate;
import org.nifiquantum.engine.operator.PauliSum;
import org.nifiquantum.engine.operator.PauliSumBuilder;
import org.redfx.strange.Complex;
import org.redfx.strange.Gate;
import org.redfx.strange.Program;
import org.redfx.strange.Step;
import org.redfx.strange.gate.Cnot;
import org.redfx.strange.gate.RotationX;
import org.redfx.strange.gate.RotationY;
import org.redfx.strange.local.SimpleQuantumExecutionEnvironment;

/** A small circuit of rotations and CX, for us and for Strange, the quantum simulator in Java of Maven Central. */
final class SmallCircuit {

    private static final int DEPTH = 4;

    /** How gates are put into the steps of a program of Strange, each of which is a pass over the state. */
    enum Steps {
        /** As if gate by gate from a list. */
        ONE_GATE_EACH("a step for each gate"),
        /** Gates on different qubits together, by somebody who knows. */
        FILLED("filled steps");

        private final String text;

        Steps(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    /** What is asked about the state at the end. */
    enum Observed {
        /** Z on the first qubit, which depends on a part of the circuit only. */
        ONE_QUBIT("one value"),
        /** The sum of Z on each qubit, which depends on all of it. */
        EVERY_QUBIT("sum over qubits");

        private final String text;

        Observed(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }

        PauliSum observable(int qubits) {
            PauliSumBuilder builder = PauliSum.builder();
            for (int qubit = 0; qubit < count(qubits); qubit++) {
                builder.add(1, "Z", qubit);
            }
            return builder.build();
        }

        /** What it is of a basis state. */
        private int of(int state, int qubits) {
            int ones = Integer.bitCount(state & ((1 << count(qubits)) - 1));
            return count(qubits) - 2 * ones;
        }

        private int count(int qubits) {
            return this == ONE_QUBIT ? 1 : qubits;
        }
    }

    private final int qubits;
    /** An angle about X and one about Y for each layer and qubit. */
    private final double[] angles;

    SmallCircuit(int qubits, long seed) {
        this.qubits = qubits;
        angles =
                new Random(seed).doubles(2L * DEPTH * qubits, -Math.PI, Math.PI).toArray();
    }

    Circuit ours() {
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

    /** Builds the circuit, runs it, and gives the expectation of what is observed. */
    double byStrange(Steps steps, Observed observed) {
        Program program = new Program(qubits);
        int next = 0;
        for (int layer = 0; layer < DEPTH; layer++) {
            List<Gate> aboutX = new ArrayList<>();
            List<Gate> aboutY = new ArrayList<>();
            for (int qubit = 0; qubit < qubits; qubit++) {
                aboutX.add(new RotationX(angles[next++], qubit));
                aboutY.add(new RotationY(angles[next++], qubit));
            }
            List<Gate> entangling = new ArrayList<>();
            for (int qubit = layer % 2; qubit + 1 < qubits; qubit += 2) {
                entangling.add(new Cnot(qubit, qubit + 1));
            }
            for (List<Gate> gates : List.of(aboutX, aboutY, entangling)) {
                switch (steps) {
                    case ONE_GATE_EACH -> gates.forEach(gate -> program.addStep(new Step(gate)));
                    case FILLED -> program.addStep(new Step(gates.toArray(Gate[]::new)));
                }
            }
        }
        Complex[] amplitudes =
                new SimpleQuantumExecutionEnvironment().runProgram(program).getProbability();
        double expectation = 0;
        for (int state = 0; state < amplitudes.length; state++) {
            expectation += observed.of(state, qubits) * amplitudes[state].abssqr();
        }
        return expectation;
    }
}
