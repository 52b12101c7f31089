// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem.data;

/** What a table is turned into. */
public enum Wanted {
    /** How much the states of two rows overlap, for each pair: what a kernel method takes. */
    KERNEL("kernel"),
    /** The expectations of Z on each qubit and of ZZ on each two, for each row: what any model takes. */
    FEATURES("features");

    private final String text;

    Wanted(String text) {
        this.text = text;
    }

    /** The name in documents. */
    public String text() {
        return text;
    }
}
