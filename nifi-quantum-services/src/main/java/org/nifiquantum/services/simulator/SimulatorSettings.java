// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.simulator;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What the simulator may use.
 *
 * @param concurrentJobs how many jobs run at once
 * @param memoryBytes for state vectors and compiled circuits of all jobs together
 * @param noise empty for ideal circuits
 */
public record SimulatorSettings(int concurrentJobs, long memoryBytes, Optional<SimulatedNoise> noise) {

    public SimulatorSettings {
        if (concurrentJobs < 1) {
            throw new IllegalArgumentException("concurrentJobs must be positive, not " + concurrentJobs);
        }
        if (memoryBytes < 1) {
            throw new IllegalArgumentException("memoryBytes must be positive, not " + memoryBytes);
        }
        requireNonNull(noise, "noise");
    }

    /** Ideal circuits. */
    public SimulatorSettings(int concurrentJobs, long memoryBytes) {
        this(concurrentJobs, memoryBytes, Optional.empty());
    }

    /** Half of the heap, and one job a core. */
    public static SimulatorSettings ofThisMachine() {
        return new SimulatorSettings(
                Runtime.getRuntime().availableProcessors(), Runtime.getRuntime().maxMemory() / 2);
    }
}
