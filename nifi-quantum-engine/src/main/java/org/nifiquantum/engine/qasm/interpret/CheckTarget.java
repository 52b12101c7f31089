// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm.interpret;

import java.util.List;
import org.nifiquantum.engine.circuit.GateOperation;
import org.nifiquantum.engine.qasm.ast.Place;

/** Does nothing: the program is only looked through for errors. */
final class CheckTarget implements QuantumTarget {
    @Override
    public void gate(Place place, GateOperation operation) {}

    @Override
    public Outcome measure(Place place, int qubit, int bit) {
        return Outcome.NOT_YET_KNOWN;
    }

    @Override
    public void reset(Place place, int qubit) {}

    @Override
    public void barrier(Place place, List<Integer> qubits) {}
}
