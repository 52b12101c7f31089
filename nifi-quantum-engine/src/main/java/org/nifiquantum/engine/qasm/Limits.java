// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm;

/** How much a source may ask for, so that a hostile one cannot exhaust memory, stack or time. */
final class Limits {
    static final int SOURCE_CHARACTERS = 16 << 20;
    /** Brackets of all kinds inside one another. */
    static final int NESTING = 200;
    /** Operators between two semicolons, which bounds the depth of an expression. */
    static final int OPERATORS_PER_STATEMENT = 1000;

    static final int QUBITS = 100_000;
    static final int BITS = 1_000_000;
    static final int OPERATIONS = 2_000_000;
    /** Gates when every defined gate is replaced by its body. */
    static final long EXPANDED_GATES = 10_000_000;

    private Limits() {}
}
