// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.support;

/** A credential that shows itself to nobody who prints it, and hides itself in what others print. */
public final class Secret {

    private static final String HIDDEN = "********";

    private final String value;

    public Secret(String value) {
        this.value = value;
    }

    /** For the header it is meant for, and nothing else. */
    public String reveal() {
        return value;
    }

    /** The text without the credential: providers may repeat what they were sent. */
    public String hideIn(String text) {
        return value.isEmpty() ? text : text.replace(value, HIDDEN);
    }

    @Override
    public String toString() {
        return HIDDEN;
    }
}
