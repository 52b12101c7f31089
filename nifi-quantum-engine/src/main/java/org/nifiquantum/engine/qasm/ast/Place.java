// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm.ast;

/** Where something stands in the source; line and column are counted from 1. */
public record Place(int line, int column) {
    @Override
    public String toString() {
        return line + ":" + column;
    }
}
