// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.lightcone;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.nifiquantum.engine.circuit.GateOperation;
import org.nifiquantum.engine.circuit.StandardGate;
import org.nifiquantum.engine.operator.Pauli;

/**
 * The expectation of a cone as a sum over paths: a product of numbers for all values of variables, one of which a qubit gets with each
 * piece that is not diagonal on it, in the ket and again in the bra (S. Boixo, S. Isakov, V. Smelyanskiy, H. Neven,
 * arXiv:1712.05384). Where a path ends both are the same.
 */
final class Network {
    /** A qubit that is still 0. */
    static final int ZERO = -1;

    private final List<Factor> factors = new ArrayList<>();
    private int variables;

    private Network() {}

    /**
     * A factor of the sum.
     *
     * @param variables the variable of each bit of an index of the piece's table, or {@link #ZERO}
     */
    record Factor(GateTable piece, List<Integer> variables, boolean conjugate) {}

    /** The factors of a cone. */
    static List<Factor> of(Cone cone) {
        Network network = new Network();
        int[] ket = new int[cone.qubits()];
        int[] bra = new int[cone.qubits()];
        Arrays.fill(ket, ZERO);
        Arrays.fill(bra, ZERO);
        for (Piece piece : cone.pieces()) {
            network.add(piece, ket, false);
            network.add(piece, bra, true);
        }
        for (Map.Entry<Integer, Pauli> letter : cone.string().letters().entrySet()) {
            StandardGate gate = StandardGate.valueOf(letter.getValue().name());
            network.add(Piece.of(new GateOperation(gate, List.of(), List.of(letter.getKey()))), ket, false);
        }
        return network.joined(ket, bra);
    }

    private void add(Piece piece, int[] wires, boolean conjugate) {
        List<Integer> bits = new ArrayList<>();
        piece.qubits().forEach(qubit -> bits.add(wires[qubit]));
        for (int operand = 0; operand < piece.qubits().size(); operand++) {
            if ((piece.diagonal() >> operand & 1) == 0) {
                wires[piece.qubits().get(operand)] = variables;
                bits.add(variables++);
            }
        }
        factors.add(new Factor(GateTable.of(piece), bits, conjugate));
    }

    /** The factors, where the ends of ket and bra are the same variables. */
    private List<Factor> joined(int[] ket, int[] bra) {
        int[] renamed = new int[variables];
        Arrays.setAll(renamed, variable -> variable);
        for (int qubit = 0; qubit < ket.length; qubit++) {
            if (ket[qubit] == ZERO || bra[qubit] == ZERO) {
                int other = Math.max(ket[qubit], bra[qubit]);
                if (other != ZERO) {
                    renamed[other] = ZERO;
                }
            } else {
                renamed[bra[qubit]] = ket[qubit];
            }
        }
        return factors.stream()
                .map(factor -> new Factor(
                        factor.piece(),
                        factor.variables().stream()
                                .map(variable -> variable == ZERO ? ZERO : renamed[variable])
                                .toList(),
                        factor.conjugate()))
                .toList();
    }
}
