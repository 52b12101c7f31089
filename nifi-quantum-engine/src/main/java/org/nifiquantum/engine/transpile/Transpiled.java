// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.transpile;

import java.util.List;
import java.util.OptionalDouble;
import org.nifiquantum.engine.circuit.Circuit;

/**
 * A circuit as a device takes it. It does what the original does up to a global phase: with qubit i of the original at {@code
 * initialLayout[i]} of the device at the start and all others 0, it is at {@code finalLayout[i]} at the end and all others are 0.
 * Where a qubit is measured at the end, what that measurement cannot tell may differ. Classical bits mean what they meant.
 *
 * @param circuit over all qubits of the device; its parameters are those of the original
 * @param initialLayout for each qubit of the original the device's qubit at the start
 * @param finalLayout for each qubit of the original the device's qubit at the end
 * @param fidelity the product of the success probabilities of all pulses, gates and measurements, if the device reports errors
 */
public record Transpiled(
        Circuit circuit, List<Integer> initialLayout, List<Integer> finalLayout, OptionalDouble fidelity) {
    public Transpiled {
        initialLayout = List.copyOf(initialLayout);
        finalLayout = List.copyOf(finalLayout);
    }
}
