// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.ionq;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.nifiquantum.engine.circuit.Barrier;
import org.nifiquantum.engine.circuit.DefinedGate;
import org.nifiquantum.engine.circuit.GateOperation;
import org.nifiquantum.engine.circuit.Measurement;
import org.nifiquantum.engine.circuit.Operation;
import org.nifiquantum.engine.circuit.StandardGate;
import org.nifiquantum.services.support.BoundCircuit;

/**
 * Writes circuits in IonQ's {@code qis} gates, up to a global phase. Only gates without controls and {@code cnot} are written: what
 * IonQ makes of controls on its other gates is not documented. Measurements are not written, IonQ measures every qubit.
 */
final class QisGates {

    private static final double HALF = Math.PI / 2;
    private static final double QUARTER = Math.PI / 4;

    private final BoundCircuit circuit;
    private final ArrayNode gates = JsonNodeFactory.instance.arrayNode();

    private QisGates(BoundCircuit circuit) {
        this.circuit = circuit;
    }

    static ArrayNode of(BoundCircuit circuit) {
        QisGates writer = new QisGates(circuit);
        for (Operation operation : circuit.circuit().operations()) {
            switch (operation) {
                case GateOperation gate -> writer.write(gate);
                // IonQ's compiler may move gates across where a barrier stood: the circuit means the same.
                case Barrier barrier -> {}
                case Measurement measurement -> {}
            }
        }
        return writer.gates;
    }

    private void write(GateOperation operation) {
        switch (operation.gate()) {
            case DefinedGate defined -> operation.expand().forEach(this::write);
            case StandardGate gate ->
                write(
                        gate,
                        operation.parameters().stream()
                                .mapToDouble(circuit::value)
                                .toArray(),
                        operation.qubits());
        }
    }

    private void write(StandardGate gate, double[] p, List<Integer> q) {
        switch (gate) {
            case GPHASE, ID -> {}
            case X, Y, Z, H, S, T -> plain(gate.identifier(), q.get(0));
            case SDG -> plain("si", q.get(0));
            case TDG -> plain("ti", q.get(0));
            case SX -> plain("v", q.get(0));
            case RX, RY, RZ -> rotation(gate.identifier(), p[0], q.get(0));
            case P, PHASE_GATE, U1 -> rotation("rz", p[0], q.get(0));
            case U2 -> euler(HALF, p[0], p[1], q.get(0));
            case BUILTIN_U, U3 -> euler(p[0], p[1], p[2], q.get(0));
            case SWAP -> swap(q.get(0), q.get(1));
            case CX, LEGACY_CX -> cnot(q.get(0), q.get(1));
            case CY -> {
                plain("si", q.get(1));
                cnot(q.get(0), q.get(1));
                plain("s", q.get(1));
            }
            case CZ -> cz(q.get(0), q.get(1));
            case CH -> {
                // H = Ry(pi/4) Z Ry(-pi/4)
                rotation("ry", -QUARTER, q.get(1));
                cz(q.get(0), q.get(1));
                rotation("ry", QUARTER, q.get(1));
            }
            case CP, CPHASE -> controlledPhase(p[0], q.get(0), q.get(1));
            case CRX -> {
                plain("h", q.get(1));
                controlledRotation("rz", p[0], q.get(0), q.get(1));
                plain("h", q.get(1));
            }
            case CRY -> controlledRotation("ry", p[0], q.get(0), q.get(1));
            case CRZ -> controlledRotation("rz", p[0], q.get(0), q.get(1));
            case CU -> controlledU(p[0], p[1], p[2], p[3], q.get(0), q.get(1));
            case CCX -> toffoli(q.get(0), q.get(1), q.get(2));
            case CSWAP -> {
                cnot(q.get(2), q.get(1));
                toffoli(q.get(0), q.get(1), q.get(2));
                cnot(q.get(2), q.get(1));
            }
        }
    }

    private void plain(String name, int target) {
        gate(name).put("target", target);
    }

    private void rotation(String name, double angle, int target) {
        gate(name).put("target", target).put("rotation", angle);
    }

    private void cnot(int control, int target) {
        gate("cnot").put("control", control).put("target", target);
    }

    private void swap(int one, int other) {
        gate("swap").putArray("targets").add(one).add(other);
    }

    private ObjectNode gate(String name) {
        return gates.addObject().put("gate", name);
    }

    /** {@code U(theta, phi, lambda) = Rz(phi) Ry(theta) Rz(lambda)}. */
    private void euler(double theta, double phi, double lambda, int target) {
        rotation("rz", lambda, target);
        rotation("ry", theta, target);
        rotation("rz", phi, target);
    }

    private void cz(int control, int target) {
        plain("h", target);
        cnot(control, target);
        plain("h", target);
    }

    private void controlledRotation(String name, double angle, int control, int target) {
        rotation(name, angle / 2, target);
        cnot(control, target);
        rotation(name, -angle / 2, target);
        cnot(control, target);
    }

    private void controlledPhase(double angle, int control, int target) {
        rotation("rz", angle / 2, control);
        controlledRotation("rz", angle, control, target);
    }

    /** Barenco et al., arXiv:quant-ph/9503016, lemma 5.1, with the phase on the control. */
    private void controlledU(double theta, double phi, double lambda, double gamma, int control, int target) {
        rotation("rz", gamma + (phi + lambda) / 2, control);
        rotation("rz", (lambda - phi) / 2, target);
        cnot(control, target);
        rotation("rz", -(phi + lambda) / 2, target);
        rotation("ry", -theta / 2, target);
        cnot(control, target);
        rotation("ry", theta / 2, target);
        rotation("rz", phi, target);
    }

    /** Nielsen and Chuang, figure 4.9. */
    private void toffoli(int one, int two, int target) {
        plain("h", target);
        cnot(two, target);
        plain("ti", target);
        cnot(one, target);
        plain("t", target);
        cnot(two, target);
        plain("ti", target);
        cnot(one, target);
        plain("t", two);
        plain("t", target);
        plain("h", target);
        cnot(one, two);
        plain("t", one);
        plain("ti", two);
        cnot(one, two);
    }
}
