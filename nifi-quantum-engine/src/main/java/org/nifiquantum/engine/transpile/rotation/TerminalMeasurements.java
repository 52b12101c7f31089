// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.transpile.rotation;

import org.nifiquantum.engine.circuit.Barrier;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.circuit.GateOperation;
import org.nifiquantum.engine.circuit.Measurement;

/** Finds the measurements that can wait for the end: routing may then use their qubits, and no gate follows a measurement. */
final class TerminalMeasurements {
    private TerminalMeasurements() {}

    /** For each operation whether it is a measurement after which nothing happens to its qubit or, before the end, its bit. */
    static boolean[] of(Circuit circuit) {
        boolean[] atEnd = new boolean[circuit.operations().size()];
        boolean[] busyQubits = new boolean[circuit.qubits()];
        boolean[] busyBits = new boolean[circuit.bits()];
        for (int index = atEnd.length - 1; index >= 0; index--) {
            switch (circuit.operations().get(index)) {
                case GateOperation gate -> gate.qubits().forEach(qubit -> busyQubits[qubit] = true);
                case Barrier barrier -> {}
                case Measurement measurement -> {
                    atEnd[index] = !busyQubits[measurement.qubit()] && !busyBits[measurement.bit()];
                    busyQubits[measurement.qubit()] |= !atEnd[index];
                    busyBits[measurement.bit()] |= !atEnd[index];
                }
            }
        }
        return atEnd;
    }
}
