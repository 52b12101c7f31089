// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.simulator;

import static java.util.Objects.requireNonNull;

import org.nifiquantum.engine.simulation.noise.NoiseModel;
import org.nifiquantum.engine.simulation.noise.NoiseSettings;

/** Noise to be simulated, and how. */
public record SimulatedNoise(NoiseModel model, NoiseSettings settings) {

    public SimulatedNoise {
        requireNonNull(model, "model");
        requireNonNull(settings, "settings");
    }
}
