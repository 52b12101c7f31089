// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm;

/** How large a source may be, so that a hostile one cannot exhaust memory or stack; what it asks for has limits of its own. */
final class Limits {
    static final int SOURCE_CHARACTERS = 16 << 20;
    /** Brackets of all kinds inside one another. */
    static final int NESTING = 200;
    /** Operators inside one another, which bounds the depth of expressions and of statements without braces. */
    static final int DEPTH = 300;
    /** Of a statement with all that is inside its braces, which the parser holds as a tree. */
    static final int TOKENS_PER_STATEMENT = 500_000;

    private Limits() {}
}
