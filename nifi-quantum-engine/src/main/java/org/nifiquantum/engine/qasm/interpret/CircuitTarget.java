// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm.interpret;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.nifiquantum.engine.circuit.Barrier;
import org.nifiquantum.engine.circuit.GateOperation;
import org.nifiquantum.engine.circuit.Measurement;
import org.nifiquantum.engine.circuit.Operation;
import org.nifiquantum.engine.qasm.ast.Place;

/** Writes down a circuit, and gives up at what none can do: to go on with a qubit after its measurement. */
final class CircuitTarget implements QuantumTarget {
    private final List<Operation> operations = new ArrayList<>();
    private final BitSet touched = new BitSet();
    private final BitSet measured = new BitSet();

    List<Operation> operations() {
        return operations;
    }

    @Override
    public void gate(Place place, GateOperation operation) {
        for (int qubit : operation.qubits()) {
            if (measured.get(qubit)) {
                throw new NotKnownException(
                        place,
                        "gate '%s' acts on a qubit after its measurement"
                                .formatted(operation.gate().identifier()));
            }
            touched.set(qubit);
        }
        operations.add(operation);
    }

    @Override
    public Outcome measure(Place place, int qubit, int bit) {
        measured.set(qubit);
        if (bit != BitMemory.NOT_IN_CIRCUIT) {
            operations.add(new Measurement(qubit, bit));
        }
        return Outcome.NOT_YET_KNOWN;
    }

    /** Qubits start as 0, so a reset before anything else is none. */
    @Override
    public void reset(Place place, int qubit) {
        if (touched.get(qubit) || measured.get(qubit)) {
            throw new NotKnownException(place, "a qubit is reset after it was used");
        }
    }

    @Override
    public void barrier(Place place, List<Integer> qubits) {
        operations.add(new Barrier(qubits));
    }
}
