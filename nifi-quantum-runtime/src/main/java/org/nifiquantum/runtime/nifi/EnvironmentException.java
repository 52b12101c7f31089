// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.nifi;

/** Something about this machine or this checkout stands in the way; the message says what, and the remedy. */
public final class EnvironmentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public EnvironmentException(String message) {
        super(message);
    }

    public EnvironmentException(String message, Throwable cause) {
        super(message, cause);
    }
}
