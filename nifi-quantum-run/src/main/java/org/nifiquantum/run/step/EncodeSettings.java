// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.step;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import org.nifiquantum.optimization.encoding.InitialAngles;
import org.nifiquantum.run.document.RunException;

/**
 * How a problem becomes a circuit and its first request.
 *
 * <p>A value out of its range is refused with a {@link RunException} that names it.
 *
 * @param shots measurements per evaluation; 0 is exact
 * @param seed of the run
 * @param maximumQubits beyond which a problem is not for the quantum road
 * @param bindings values for the parameters of a bare circuit, by name
 */
public record EncodeSettings(
        AnsatzSettings ansatz, int shots, long seed, int maximumQubits, Map<String, Double> bindings) {

    public EncodeSettings {
        requireNonNull(ansatz, "ansatz");
        bindings = Map.copyOf(bindings);
        if (shots < 0) {
            throw new RunException("Shots", "must be 0 (exact) or positive, not " + shots);
        }
    }

    /** The same with another number of layers. */
    public EncodeSettings withLayers(int layers) {
        return new EncodeSettings(ansatz.withLayers(layers), shots, seed, maximumQubits, bindings);
    }

    /** With the ansatz that fits the problem. */
    public EncodeSettings(
            int layers, InitialAngles angles, int shots, long seed, int maximumQubits, Map<String, Double> bindings) {
        this(AnsatzSettings.automatic(layers, angles), shots, seed, maximumQubits, bindings);
    }
}
