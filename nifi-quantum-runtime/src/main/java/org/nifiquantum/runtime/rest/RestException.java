// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.rest;

import java.io.Serial;

/** NiFi refused a request, or could not be reached. */
public final class RestException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final int status;

    RestException(int status, String message) {
        super(message);
        this.status = status;
    }

    RestException(String message, Throwable cause) {
        super(message, cause);
        this.status = 0;
    }

    /** The HTTP status; 0 if there was no answer at all. */
    public int status() {
        return status;
    }
}
