// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.support;

import java.util.List;
import org.nifiquantum.engine.circuit.Barrier;
import org.nifiquantum.engine.circuit.DefinedGate;
import org.nifiquantum.engine.circuit.GateOperation;
import org.nifiquantum.engine.circuit.Measurement;
import org.nifiquantum.engine.circuit.Operation;
import org.nifiquantum.engine.circuit.StandardGate;

/**
 * Writes circuits, up to a global phase, in the gates that every provider's compiler takes. Measurements are not written: every qubit
 * of a bound circuit is measured, each provider has its own way to say so.
 */
public final class CommonGates {

    private static final double HALF = Math.PI / 2;
    private static final double QUARTER = Math.PI / 4;

    private final BoundCircuit circuit;
    private final Sink sink;

    /** Where gates go, one by one; angles are radians. */
    public interface Sink {

        /**
         * A gate without an angle.
         *
         * @param name one of {@code x y z h s si t ti}, where {@code i} is for the inverse
         */
        void plain(String name, int target);

        /**
         * A rotation.
         *
         * @param name one of {@code rx ry rz}
         */
        void rotation(String name, double angle, int target);

        void cnot(int control, int target);

        void swap(int one, int other);

        /**
         * Writes a gate as it is, where the provider has it.
         *
         * @return false to have it written in the gates above
         */
        default boolean direct(StandardGate gate, double[] parameters, List<Integer> qubits) {
            return false;
        }
    }

    private CommonGates(BoundCircuit circuit, Sink sink) {
        this.circuit = circuit;
        this.sink = sink;
    }

    /** Writes all gates of a circuit. */
    public static void write(BoundCircuit circuit, Sink sink) {
        CommonGates writer = new CommonGates(circuit, sink);
        for (Operation operation : circuit.circuit().operations()) {
            switch (operation) {
                case GateOperation gate -> writer.write(gate);
                // A compiler may move gates across where a barrier stood: the circuit means the same.
                case Barrier barrier -> {}
                case Measurement measurement -> {}
            }
        }
    }

    private void write(GateOperation operation) {
        switch (operation.gate()) {
            case DefinedGate defined -> operation.expand().forEach(this::write);
            case StandardGate gate -> {
                double[] parameters = operation.parameters().stream()
                        .mapToDouble(circuit::value)
                        .toArray();
                if (!sink.direct(gate, parameters, operation.qubits())) {
                    write(gate, parameters, operation.qubits());
                }
            }
        }
    }

    private void write(StandardGate gate, double[] p, List<Integer> q) {
        switch (gate) {
            case GPHASE, ID -> {}
            case X, Y, Z, H, S, T -> sink.plain(gate.identifier(), q.get(0));
            case SDG -> sink.plain("si", q.get(0));
            case TDG -> sink.plain("ti", q.get(0));
            case SX -> sink.rotation("rx", HALF, q.get(0));
            case RX, RY, RZ -> sink.rotation(gate.identifier(), p[0], q.get(0));
            case P, PHASE_GATE, U1 -> sink.rotation("rz", p[0], q.get(0));
            case U2 -> euler(HALF, p[0], p[1], q.get(0));
            case BUILTIN_U, U3 -> euler(p[0], p[1], p[2], q.get(0));
            case SWAP -> sink.swap(q.get(0), q.get(1));
            case CX, LEGACY_CX -> sink.cnot(q.get(0), q.get(1));
            case CY -> {
                sink.plain("si", q.get(1));
                sink.cnot(q.get(0), q.get(1));
                sink.plain("s", q.get(1));
            }
            case CZ -> cz(q.get(0), q.get(1));
            case CH -> {
                // H = Ry(pi/4) Z Ry(-pi/4)
                sink.rotation("ry", -QUARTER, q.get(1));
                cz(q.get(0), q.get(1));
                sink.rotation("ry", QUARTER, q.get(1));
            }
            case CP, CPHASE -> controlledPhase(p[0], q.get(0), q.get(1));
            case CRX -> {
                sink.plain("h", q.get(1));
                controlledRotation("rz", p[0], q.get(0), q.get(1));
                sink.plain("h", q.get(1));
            }
            case CRY -> controlledRotation("ry", p[0], q.get(0), q.get(1));
            case CRZ -> controlledRotation("rz", p[0], q.get(0), q.get(1));
            case CU -> controlledU(p[0], p[1], p[2], p[3], q.get(0), q.get(1));
            case CCX -> toffoli(q.get(0), q.get(1), q.get(2));
            case CSWAP -> {
                sink.cnot(q.get(2), q.get(1));
                toffoli(q.get(0), q.get(1), q.get(2));
                sink.cnot(q.get(2), q.get(1));
            }
        }
    }

    /** {@code U(theta, phi, lambda) = Rz(phi) Ry(theta) Rz(lambda)}. */
    private void euler(double theta, double phi, double lambda, int target) {
        sink.rotation("rz", lambda, target);
        sink.rotation("ry", theta, target);
        sink.rotation("rz", phi, target);
    }

    private void cz(int control, int target) {
        sink.plain("h", target);
        sink.cnot(control, target);
        sink.plain("h", target);
    }

    private void controlledRotation(String name, double angle, int control, int target) {
        sink.rotation(name, angle / 2, target);
        sink.cnot(control, target);
        sink.rotation(name, -angle / 2, target);
        sink.cnot(control, target);
    }

    private void controlledPhase(double angle, int control, int target) {
        sink.rotation("rz", angle / 2, control);
        controlledRotation("rz", angle, control, target);
    }

    /** Barenco et al., arXiv:quant-ph/9503016, lemma 5.1, with the phase on the control. */
    private void controlledU(double theta, double phi, double lambda, double gamma, int control, int target) {
        sink.rotation("rz", gamma + (phi + lambda) / 2, control);
        sink.rotation("rz", (lambda - phi) / 2, target);
        sink.cnot(control, target);
        sink.rotation("rz", -(phi + lambda) / 2, target);
        sink.rotation("ry", -theta / 2, target);
        sink.cnot(control, target);
        sink.rotation("ry", theta / 2, target);
        sink.rotation("rz", phi, target);
    }

    /** Nielsen and Chuang, figure 4.9. */
    private void toffoli(int one, int two, int target) {
        sink.plain("h", target);
        sink.cnot(two, target);
        sink.plain("ti", target);
        sink.cnot(one, target);
        sink.plain("t", target);
        sink.cnot(two, target);
        sink.plain("ti", target);
        sink.cnot(one, target);
        sink.plain("t", two);
        sink.plain("t", target);
        sink.plain("h", target);
        sink.cnot(one, two);
        sink.plain("t", one);
        sink.plain("ti", two);
        sink.cnot(one, two);
    }
}
