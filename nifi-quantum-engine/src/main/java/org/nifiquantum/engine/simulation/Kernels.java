// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation;

import java.util.Optional;
import org.nifiquantum.engine.simulation.kernel.BlockKernels;
import org.nifiquantum.engine.simulation.kernel.KernelSelection;

/** Which inner loops a simulator uses. Results differ in their last digits only. */
public enum Kernels {
    /**
     * Those on the Vector API where the JVM has it, that is on the JDK that built the engine and started with
     * {@code --add-modules jdk.incubator.vector}; elsewhere the plain ones.
     */
    FASTEST,
    /** Loops that any JVM runs. */
    PLAIN;

    static final String PLAIN_DESCRIPTION = "plain Java";

    Optional<BlockKernels> blockKernels() {
        return switch (this) {
            case FASTEST -> KernelSelection.vector();
            case PLAIN -> Optional.empty();
        };
    }

    /** What these are in this JVM, for people: "Vector API, 512 bits" or "plain Java". */
    public String description() {
        return blockKernels().map(BlockKernels::description).orElse(PLAIN_DESCRIPTION);
    }
}
