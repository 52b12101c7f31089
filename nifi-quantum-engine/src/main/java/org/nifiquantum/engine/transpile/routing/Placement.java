// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.transpile.routing;

import java.util.Arrays;

/** Which qubit of the device holds each wire. */
final class Placement {
    static final int NOBODY = -1;

    private final int[] qubitOf;
    private final int[] wireAt;

    Placement(int[] qubitOfWire, int qubits) {
        qubitOf = qubitOfWire.clone();
        wireAt = new int[qubits];
        Arrays.fill(wireAt, NOBODY);
        for (int wire = 0; wire < qubitOf.length; wire++) {
            wireAt[qubitOf[wire]] = wire;
        }
    }

    int qubitOf(int wire) {
        return qubitOf[wire];
    }

    /** The wire on a qubit, or {@link #NOBODY}. */
    int wireAt(int qubit) {
        return wireAt[qubit];
    }

    void exchange(int first, int second) {
        int one = wireAt[first];
        int two = wireAt[second];
        wireAt[first] = two;
        wireAt[second] = one;
        if (one != NOBODY) {
            qubitOf[one] = second;
        }
        if (two != NOBODY) {
            qubitOf[two] = first;
        }
    }

    int[] toArray() {
        return qubitOf.clone();
    }
}
