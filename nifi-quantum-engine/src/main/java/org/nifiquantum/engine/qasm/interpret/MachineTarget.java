// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm.interpret;

import java.util.List;
import org.nifiquantum.engine.circuit.GateOperation;
import org.nifiquantum.engine.program.QuantumMachine;
import org.nifiquantum.engine.qasm.ast.Place;

/** Drives a machine. */
final class MachineTarget implements QuantumTarget {
    private final QuantumMachine machine;

    MachineTarget(QuantumMachine machine) {
        this.machine = machine;
    }

    @Override
    public void gate(Place place, GateOperation operation) {
        machine.apply(operation);
    }

    @Override
    public Outcome measure(Place place, int qubit, int bit) {
        return Outcome.of(machine.measure(qubit));
    }

    @Override
    public void reset(Place place, int qubit) {
        machine.reset(qubit);
    }

    @Override
    public void barrier(Place place, List<Integer> qubits) {}
}
