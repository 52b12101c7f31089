// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.transpile;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.nifiquantum.engine.QaoaCircuits;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.circuit.CircuitBuilder;
import org.nifiquantum.engine.circuit.Expression;
import org.nifiquantum.engine.circuit.StandardGate;
import org.nifiquantum.engine.transpile.device.Basis;
import org.nifiquantum.engine.transpile.device.Calibration;
import org.nifiquantum.engine.transpile.device.CouplingMap;
import org.nifiquantum.engine.transpile.device.CouplingMap.Coupling;
import org.nifiquantum.engine.transpile.device.Target;

/** Prints how long large circuits take on a lattice of 129 qubits: {@code java ... TranspileTiming}. A measurement, not a test. */
final class TranspileTiming {
    private TranspileTiming() {}

    public static void main(String[] arguments) {
        Target target = Target.of(Basis.RZ_SX_X_CZ, CouplingMap.heavyHex(7, 15));
        print("random, 100 qubits, 10,000 gates", random(100, 10_000), target);
        print("neighbours, 100 qubits, 10,000 gates", neighbours(100, 10_000), target);
        print(
                "QAOA, 100 nodes of degree 3",
                QaoaCircuits.circuit(100, QaoaCircuits.randomGraph(100, 0.03, 1), 2),
                target);
        print("QAOA, 60 nodes, every pair", QaoaCircuits.circuit(60, QaoaCircuits.randomGraph(60, 1, 1), 1), target);
        print("Fourier transform, 50 qubits", fourier(50), target);
        Target calibrated = calibrated(target);
        print(
                "QAOA, 20 nodes, calibrated",
                QaoaCircuits.circuit(20, QaoaCircuits.randomGraph(20, 0.2, 1), 1),
                calibrated);
        print("Fourier transform, 12 qubits, calibrated", fourier(12), calibrated);
    }

    private static void print(String name, Circuit circuit, Target target) {
        for (int repetition = 0; repetition < 2; repetition++) {
            long start = System.nanoTime();
            Transpiled transpiled = Transpiler.transpile(circuit, target);
            System.out.printf(
                    Locale.ROOT,
                    "%s: %d two-qubit gates of %d plain, depth %d, %.2f s%n",
                    name,
                    transpiled.circuit().twoQubitGates(),
                    PlainRouting.route(circuit, target.couplings()).controlledNots(),
                    transpiled.circuit().depth(),
                    (System.nanoTime() - start) / 1e9);
        }
    }

    private static Target calibrated(Target target) {
        Random random = new Random(3);
        Map<Coupling, Double> errors = new HashMap<>();
        target.couplings().couplings().forEach(coupling -> errors.put(coupling, random.nextDouble(0.02)));
        List<Double> pulses = random.doubles(129, 0, 0.001).boxed().toList();
        List<Double> readout = random.doubles(129, 0, 0.05).boxed().toList();
        return new Target(target.basis(), target.couplings(), Optional.of(new Calibration(pulses, readout, errors)));
    }

    private static Circuit random(int qubits, int gates) {
        Random random = new Random(1);
        CircuitBuilder builder = Circuit.builder(qubits);
        for (int gate = 0; gate < gates; gate++) {
            int first = random.nextInt(qubits);
            int second = (first + 1 + random.nextInt(qubits - 1)) % qubits;
            if (gate % 2 == 0) {
                builder.gate(StandardGate.CX, first, second);
            } else {
                builder.gate(StandardGate.RY, List.of(Expression.constant(random.nextDouble())), first);
            }
        }
        return builder.build();
    }

    private static Circuit neighbours(int qubits, int gates) {
        Random random = new Random(2);
        CircuitBuilder builder = Circuit.builder(qubits);
        for (int gate = 0; gate < gates; gate++) {
            int first = random.nextInt(qubits - 2);
            if (gate % 2 == 0) {
                builder.gate(StandardGate.CX, first, first + 1 + random.nextInt(2));
            } else {
                builder.gate(StandardGate.RY, List.of(Expression.constant(random.nextDouble())), first);
            }
        }
        return builder.build();
    }

    /** Without the exchanges at its end. */
    static Circuit fourier(int qubits) {
        CircuitBuilder builder = Circuit.builder(qubits);
        for (int target = qubits - 1; target >= 0; target--) {
            builder.gate(StandardGate.H, target);
            for (int control = target - 1; control >= 0; control--) {
                builder.gate(
                        StandardGate.CP,
                        List.of(Expression.constant(Math.PI / (1L << (target - control)))),
                        control,
                        target);
            }
        }
        return builder.build();
    }
}
