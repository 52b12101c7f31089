// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.ionq;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.stream.IntStream;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.circuit.CircuitBuilder;
import org.nifiquantum.engine.circuit.GateOperation;
import org.nifiquantum.engine.circuit.MeasurementMap;
import org.nifiquantum.engine.circuit.Operation;
import org.nifiquantum.engine.transpile.Transpiler;
import org.nifiquantum.engine.transpile.device.Basis;
import org.nifiquantum.engine.transpile.device.CouplingMap;
import org.nifiquantum.engine.transpile.device.NativeGates;
import org.nifiquantum.engine.transpile.device.Target;
import org.nifiquantum.services.support.BoundCircuit;

/**
 * Circuits in IonQ's native gates, transpiled once with their parameters open. All of IonQ's qubits are coupled with each other; the
 * transpiler may all the same leave a qubit on another wire than it began on. Thread-safe.
 */
final class NativeCircuits {

    private static final int KEPT = 200;
    private static final double TURN = 2 * Math.PI;

    /** By identity: the circuits of a plan stay the same objects over all evaluations of a loop. */
    private final Cache<Circuit, Circuit> transpiled =
            Caffeine.newBuilder().weakKeys().maximumSize(KEPT).build();

    /** Gates as IonQ's JSON has them, angles in turns, and the wire that shows each qubit at the end. */
    record Lowered(ArrayNode gates, List<Integer> wires) {}

    Lowered of(BoundCircuit circuit) {
        Circuit ours = transpiled.get(circuit.circuit(), NativeCircuits::transpile);
        BoundCircuit bound = new BoundCircuit(ours, circuit.values());
        ArrayNode gates = JsonNodeFactory.instance.arrayNode();
        for (Operation operation : ours.operations()) {
            if (operation instanceof GateOperation gate) {
                write(gate, bound, gates);
            }
        }
        MeasurementMap measured = MeasurementMap.of(ours);
        return new Lowered(
                gates,
                IntStream.range(0, measured.bits())
                        .mapToObj(qubit -> measured.qubitOf(qubit).orElseThrow())
                        .toList());
    }

    private static Circuit transpile(Circuit circuit) {
        CircuitBuilder measured = Circuit.builder(circuit.qubits());
        circuit.parameters().forEach(measured::parameter);
        circuit.operations().stream().filter(GateOperation.class::isInstance).forEach(measured::add);
        Target target = Target.of(Basis.GPI_GPI2_MS, CouplingMap.full(circuit.qubits()));
        return Transpiler.transpile(measured.measureAll().build(), target).circuit();
    }

    private static void write(GateOperation operation, BoundCircuit bound, ArrayNode gates) {
        double[] p = operation.parameters().stream().mapToDouble(bound::value).toArray();
        List<Integer> q = operation.qubits();
        if (operation.gate().equals(NativeGates.MS)) {
            interact(p[0], p[1], p[2], q.get(0), q.get(1), gates);
        } else {
            turn(operation.gate().identifier(), p[0], q.get(0), gates);
        }
    }

    private static void turn(String gate, double phase, int target, ArrayNode gates) {
        gates.addObject().put("gate", gate).put("phase", turns(phase)).put("target", target);
    }

    /**
     * IonQ's angle is from 0 to a quarter turn. With {@code G = G0 G1} and up to a global phase,
     * {@code exp(-i t/2 G) = exp(-i (t - pi)/2 G) G}, where G is a {@code gpi} on each qubit; and the sign of an angle is that of one
     * of its axes.
     */
    private static void interact(double phi0, double phi1, double theta, int one, int other, ArrayNode gates) {
        double angle = Math.IEEEremainder(theta, TURN);
        if (Math.abs(angle) > Math.PI / 2) {
            turn("gpi", phi0, one, gates);
            turn("gpi", phi1, other, gates);
            angle -= Math.copySign(Math.PI, angle);
        }
        double phase = angle < 0 ? phi0 + Math.PI : phi0;
        if (angle == 0) {
            return;
        }
        ObjectNode gate = gates.addObject().put("gate", "ms").put("angle", Math.abs(angle) / TURN);
        gate.putArray("phases").add(turns(phase)).add(turns(phi1));
        gate.putArray("targets").add(one).add(other);
    }

    /** From 0 to 1. */
    private static double turns(double radians) {
        double turns = radians / TURN;
        double part = turns - Math.floor(turns);
        return part == 1 ? 0 : part;
    }
}
