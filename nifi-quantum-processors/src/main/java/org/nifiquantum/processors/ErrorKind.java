// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.processors;

/** Values of {@code quantum.error.kind} that do not come from a backend, whose kinds are named as it names them. */
enum ErrorKind {
    /** The document, problem or circuit cannot be used. */
    INVALID,
    /** Valid, but too wide for the quantum road. */
    UNSUITABLE,
    /** The job did not end in time. */
    EXPIRED,
    /** The job ended without a result. */
    JOB_FAILED
}
