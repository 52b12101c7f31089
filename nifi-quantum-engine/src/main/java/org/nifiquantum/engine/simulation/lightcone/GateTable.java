// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.lightcone;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.nifiquantum.engine.circuit.Action;
import org.nifiquantum.engine.circuit.GateOperation;
import org.nifiquantum.engine.circuit.StandardGate;
import org.nifiquantum.engine.circuit.UnitaryMatrix;

/**
 * What a piece does to the values of its qubits, as complex numbers by index. Of a diagonal piece bit k of an index is operand k; of
 * another one, which is a single gate, the operands come first as they were before, then the targets as they are after.
 */
record GateTable(int operands, boolean diagonal, List<GateOperation> gates) {

    static GateTable of(Piece piece) {
        return new GateTable(piece.qubits().size(), piece.isDiagonal(), piece.gates());
    }

    /** The numbers, real before imaginary parts. */
    Table evaluate(ToDoubleFunction<String> bindings) {
        return diagonal ? phases(bindings) : entries(gates.getFirst(), bindings);
    }

    private Table phases(ToDoubleFunction<String> bindings) {
        Table table = new Table(operands);
        // Where the CX have taken each basis state.
        int[] moved = new int[table.size()];
        for (int index = 0; index < moved.length; index++) {
            moved[index] = index;
            table.set(index, 1, 0);
        }
        for (GateOperation gate : gates) {
            boolean flip = ((StandardGate) gate.gate()).action() instanceof Action.Flip;
            UnitaryMatrix matrix = matrix(gate, bindings);
            for (int index = 0; index < moved.length; index++) {
                int local = local(gate, moved[index]);
                if (flip) {
                    moved[index] ^=
                            local == 3 || local == 1 ? 1 << gate.qubits().get(1) : 0;
                } else {
                    table.multiply(index, matrix.real(local, local), matrix.imaginary(local, local));
                }
            }
        }
        return table;
    }

    private Table entries(GateOperation gate, ToDoubleFunction<String> bindings) {
        UnitaryMatrix matrix = matrix(gate, bindings);
        int controls = ((StandardGate) gate.gate()).controls();
        Table table = new Table(2 * operands - controls);
        int fixed = (1 << controls) - 1;
        for (int index = 0; index < table.size(); index++) {
            int column = index & ((1 << operands) - 1);
            int row = (index >> operands << controls) | (column & fixed);
            table.set(index, matrix.real(row, column), matrix.imaginary(row, column));
        }
        return table;
    }

    private static int local(GateOperation gate, int state) {
        int local = 0;
        for (int operand = 0; operand < gate.qubits().size(); operand++) {
            local |= (state >> gate.qubits().get(operand) & 1) << operand;
        }
        return local;
    }

    private static UnitaryMatrix matrix(GateOperation gate, ToDoubleFunction<String> bindings) {
        double[] parameters = gate.parameters().stream()
                .mapToDouble(parameter -> parameter.evaluate(bindings))
                .toArray();
        return ((StandardGate) gate.gate()).matrix(parameters);
    }
}
