// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm.interpret;

/** The program has reached its {@code end}. */
final class EndException extends RuntimeException {
    private static final long serialVersionUID = 1;

    EndException() {
        super("end", null, false, false);
    }
}
