// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.ionq;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.nifiquantum.engine.circuit.StandardGate;
import org.nifiquantum.services.support.BoundCircuit;
import org.nifiquantum.services.support.CommonGates;

/**
 * Writes circuits in IonQ's {@code qis} gates, up to a global phase. Only gates without controls and {@code cnot} are written: what
 * IonQ makes of controls on its other gates is not documented. Measurements are not written, IonQ measures every qubit.
 */
final class QisGates implements CommonGates.Sink {

    private final ArrayNode gates = JsonNodeFactory.instance.arrayNode();

    private QisGates() {}

    static ArrayNode of(BoundCircuit circuit) {
        QisGates writer = new QisGates();
        CommonGates.write(circuit, writer);
        return writer.gates;
    }

    @Override
    public boolean direct(StandardGate gate, double[] parameters, List<Integer> qubits) {
        if (gate != StandardGate.SX) {
            return false;
        }
        plain("v", qubits.getFirst());
        return true;
    }

    @Override
    public void plain(String name, int target) {
        gate(name).put("target", target);
    }

    @Override
    public void rotation(String name, double angle, int target) {
        gate(name).put("target", target).put("rotation", angle);
    }

    @Override
    public void cnot(int control, int target) {
        gate("cnot").put("control", control).put("target", target);
    }

    @Override
    public void swap(int one, int other) {
        gate("swap").putArray("targets").add(one).add(other);
    }

    private ObjectNode gate(String name) {
        return gates.addObject().put("gate", name);
    }
}
