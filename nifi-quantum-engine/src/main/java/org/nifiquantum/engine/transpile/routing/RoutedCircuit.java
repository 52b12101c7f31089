// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.transpile.routing;

import java.util.List;
import org.nifiquantum.engine.transpile.rotation.RotationCircuit;

/**
 * A circuit on a device's qubits.
 *
 * @param circuit its wires are the device's qubits, every interaction is of coupled ones
 * @param initialLayout for each qubit of the source its qubit of the device at the start
 */
public record RoutedCircuit(RotationCircuit circuit, List<Integer> initialLayout) {
    public RoutedCircuit {
        initialLayout = List.copyOf(initialLayout);
    }
}
