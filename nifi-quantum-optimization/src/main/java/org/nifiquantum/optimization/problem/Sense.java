// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem;

/** Which way the user's objective is better. */
public enum Sense {
    MINIMIZE("minimize"),
    MAXIMIZE("maximize");

    private final String text;

    Sense(String text) {
        this.text = text;
    }

    /** The name of this sense in documents. */
    public String text() {
        return text;
    }
}
