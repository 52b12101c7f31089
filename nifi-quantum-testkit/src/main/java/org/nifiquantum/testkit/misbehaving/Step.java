// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.testkit.misbehaving;

/** What a client asks a provider for. */
public enum Step {
    DESCRIBE,
    ESTIMATE,
    SUBMIT,
    LIST,
    /** The states of several jobs. */
    POLL,
    /** One job with all that is known of it, as for its result. */
    JOB,
    RESULT,
    COST,
    CANCEL,
    /** Whatever the dialect does not know. */
    OTHER
}
