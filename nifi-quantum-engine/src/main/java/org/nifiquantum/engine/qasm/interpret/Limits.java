// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm.interpret;

/** How much a program may ask for, so that a hostile one cannot exhaust memory, stack or time. */
final class Limits {
    static final int QUBITS = 100_000;
    static final int BITS = 1_000_000;
    static final int ARRAY_ELEMENTS = 1_000_000;
    static final int OPERATIONS = 2_000_000;
    /** Of a source whose statements have to be kept, since they are gone through once for each way that outcomes can go. */
    static final int DYNAMIC_CHARACTERS = 2 << 20;
    /** Gates when every defined gate is replaced by its body. */
    static final long EXPANDED_GATES = 10_000_000;
    /** Of a gate with modifiers, which are worked out gate by gate. */
    static final long MODIFIED_GATES = 200_000;
    /** Definitions of gates inside one another. */
    static final int DEFINITIONS = 200;
    /** Numbers, names and operators of an expression of inputs; it stays open, so whoever evaluates it goes as deep. */
    static final int EXPRESSION_PARTS = 600;
    /** Statements, elements of arrays and the like that one pass through a program may take. */
    static final long STEPS = 10_000_000;
    /** What one pass through a program may take. */
    static final long NANOS = 60_000_000_000L;
    /** Blocks, calls and parts of expressions inside one another. */
    static final int DEPTH = 1500;

    static final int STATEMENT_WEIGHT = 4;
    static final int CALL_WEIGHT = 20;
    /** Calls of a subroutine by itself that are looked into where it is not known whether they are reached. */
    static final int DOUBTFUL_CALLS = 8;

    private Limits() {}
}
