// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.transpile;

import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.circuit.CircuitBuilder;
import org.nifiquantum.engine.circuit.GateOperation;
import org.nifiquantum.engine.circuit.StandardGate;
import org.nifiquantum.engine.transpile.optimization.BeforeMeasurement;
import org.nifiquantum.engine.transpile.optimization.CommutativeCancellation;
import org.nifiquantum.engine.transpile.rotation.RotationCircuit;

/** Counts the two-qubit gates of a circuit that is routed already, once everything but routing is done to it. */
final class Joined {
    private Joined() {}

    static int gates(Circuit routed) {
        // Exchanges as three controlled NOTs, since the transpiler would rename the qubits and break the routing.
        CircuitBuilder builder = Circuit.builder(routed.qubits());
        routed.parameters().forEach(builder::parameter);
        routed.registers().forEach(register -> builder.register(register.name(), register.size()));
        routed.operations().forEach(operation -> {
            if (operation instanceof GateOperation gate && gate.gate() == StandardGate.SWAP) {
                int one = gate.qubits().get(0);
                int two = gate.qubits().get(1);
                builder.gate(StandardGate.CX, one, two)
                        .gate(StandardGate.CX, two, one)
                        .gate(StandardGate.CX, one, two);
            } else {
                builder.add(operation);
            }
        });
        RotationCircuit gathered = CommutativeCancellation.simplify(RotationCircuit.of(builder.build()), false);
        return CommutativeCancellation.simplify(BeforeMeasurement.simplify(gathered), false)
                .cost(false);
    }
}
