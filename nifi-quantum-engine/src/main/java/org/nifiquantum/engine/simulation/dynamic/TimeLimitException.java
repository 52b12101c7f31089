// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.dynamic;

import java.time.Duration;

/** A run was stopped since it took longer than it may; the message says what may help. */
public final class TimeLimitException extends RuntimeException {
    private static final long serialVersionUID = 1;

    TimeLimitException(Duration limit) {
        super("The program takes longer than %d s; fewer qubits or shots may help".formatted(limit.toSeconds()));
    }
}
