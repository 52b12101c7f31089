// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.simulator;

/**
 * What the simulator may use.
 *
 * @param concurrentJobs how many jobs run at once
 * @param memoryBytes for state vectors and compiled circuits of all jobs together
 */
public record SimulatorSettings(int concurrentJobs, long memoryBytes) {

    public SimulatorSettings {
        if (concurrentJobs < 1) {
            throw new IllegalArgumentException("concurrentJobs must be positive, not " + concurrentJobs);
        }
        if (memoryBytes < 1) {
            throw new IllegalArgumentException("memoryBytes must be positive, not " + memoryBytes);
        }
    }

    /** Half of the heap, and one job a core. */
    public static SimulatorSettings ofThisMachine() {
        return new SimulatorSettings(
                Runtime.getRuntime().availableProcessors(), Runtime.getRuntime().maxMemory() / 2);
    }
}
