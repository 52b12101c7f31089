// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.encoding.ansatz;

import java.util.List;
import java.util.SplittableRandom;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.circuit.CircuitBuilder;
import org.nifiquantum.engine.circuit.Expression;
import org.nifiquantum.engine.circuit.StandardGate;

/**
 * Random rotations of each qubit, and between them CZ gates on a line like the bricks of a wall: pairs that begin with qubit 0,
 * then pairs that begin with qubit 1, by turns. There are no parameters. F. Brandao, A. Harrow, M. Horodecki, Commun. Math. Phys. 346, 397
 * (2016): in a depth that grows like the number of qubits the state is nearly as random as a state can be; A. Dalzell, N.
 * Hunter-Jones, F. Brandao, PRX Quantum 3, 010333 (2022): its probabilities are spread that way in a depth that grows like the
 * logarithm.
 *
 * <p>A rotation of a qubit that is uniform among all is RZ(a) RY(t) RZ(b) with a and b uniform in a turn and cos t uniform. RZ
 * commutes with CZ, so two that follow each other are one, the first of all only acts on |0>, and after the last nothing is seen
 * of it: RY and RZ before each layer of bricks, and RY at the end, do.
 *
 * @param layers of bricks, at least 1
 */
public record RandomBrickwork(int layers, long seed) {

    public RandomBrickwork {
        if (layers < 1) {
            throw new IllegalArgumentException("A random circuit needs at least 1 layer, not " + layers + ".");
        }
    }

    /** The circuit; every qubit is measured at its end. */
    public Circuit circuit(int qubits) {
        SplittableRandom random = new SplittableRandom(seed);
        CircuitBuilder circuit = Circuit.builder(qubits).bits(qubits);
        for (int layer = 0; layer < layers; layer++) {
            tilt(circuit, qubits, random);
            for (int qubit = 0; qubit < qubits; qubit++) {
                double turn = random.nextDouble(-Math.PI, Math.PI);
                circuit.gate(StandardGate.RZ, List.of(Expression.constant(turn)), qubit);
            }
            for (int qubit = layer % 2; qubit + 1 < qubits; qubit += 2) {
                circuit.gate(StandardGate.CZ, qubit, qubit + 1);
            }
        }
        tilt(circuit, qubits, random);
        return circuit.measureAll().build();
    }

    private static void tilt(CircuitBuilder circuit, int qubits, SplittableRandom random) {
        for (int qubit = 0; qubit < qubits; qubit++) {
            double tilt = Math.acos(random.nextDouble(-1, 1));
            circuit.gate(StandardGate.RY, List.of(Expression.constant(tilt)), qubit);
        }
    }
}
