// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm.ast;

import java.util.List;

/** Statements in a scope of their own. */
public record Block(List<Statement> statements) {
    public Block {
        statements = List.copyOf(statements);
    }
}
