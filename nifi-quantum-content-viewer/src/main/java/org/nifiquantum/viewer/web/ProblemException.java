// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.viewer.web;

/** Ends a request with a {@link Problem}. */
final class ProblemException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    ProblemException(int status, String message) {
        super(message);
        this.problem = new Problem(status, message);
    }

    ProblemException(int status, String message, Throwable cause) {
        super(message, cause);
        this.problem = new Problem(status, message);
    }

    Problem problem() {
        return problem;
    }
}
