// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.noise;

import java.util.List;

/** A channel on qubits of a circuit: operand k of the channel is {@code qubits[k]}. */
record PlacedChannel(Channel channel, List<Integer> qubits) {
    PlacedChannel {
        qubits = List.copyOf(qubits);
    }

    int[] qubitArray() {
        return qubits.stream().mapToInt(Integer::intValue).toArray();
    }
}
