// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem.model;

/** How the two sides of a constraint compare. */
public enum Relation {
    AT_MOST("<="),
    EQUAL("="),
    AT_LEAST(">=");

    private final String text;

    Relation(String text) {
        this.text = text;
    }

    /** As in documents and LP files. */
    public String text() {
        return text;
    }
}
