// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.testkit.compatibility;

import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.nifiquantum.services.api.QuantumBackend;
import org.nifiquantum.services.simulator.EmbeddedSimulator;
import org.nifiquantum.services.simulator.SimulatorSettings;

class EmbeddedSimulatorCompatibilityTest extends BackendCompatibility {

    private static final long MEMORY = 64 << 20;

    private final EmbeddedSimulator simulator =
            new EmbeddedSimulator("kit", new SimulatorSettings(2, MEMORY), InstantSource.system());

    @Override
    protected QuantumBackend backend() {
        return simulator;
    }

    @AfterEach
    void close() {
        simulator.close();
    }
}
