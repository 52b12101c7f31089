// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.kernel.vector;

import static org.nifiquantum.engine.simulation.kernel.vector.Lanes.SPECIES;

import jdk.incubator.vector.DoubleVector;

/** The {@link TurnKernel} on the qubits inside a vector. */
final class TurnLanes {
    private TurnLanes() {}

    /** All qubits inside a vector; a tangent of 0 is no matrix. */
    static void lanes(double[] part, int first, int end, double t0, double t1, double t2) {
        DoubleVector by0 = Lanes.byBit(0, -t0, t0);
        DoubleVector by1 = Lanes.byBit(1, -t1, t1);
        DoubleVector by2 = Lanes.byBit(2, -t2, t2);
        for (int at = first; at < end; at += Lanes.COUNT) {
            DoubleVector a = DoubleVector.fromArray(SPECIES, part, at);
            DoubleVector b = a.rearrange(Lanes.FLIP_0).fma(by0, a);
            if (Lanes.QUBITS < 2) {
                b.intoArray(part, at);
                continue;
            }
            DoubleVector c = b.rearrange(Lanes.FLIP_1).fma(by1, b);
            if (Lanes.QUBITS < 3) {
                c.intoArray(part, at);
                continue;
            }
            c.rearrange(Lanes.FLIP_2).fma(by2, c).intoArray(part, at);
        }
    }
}
