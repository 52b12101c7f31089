// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.campaign.fuzz;

import java.time.Duration;

/**
 * What became of one damaged program.
 *
 * @param detail what was thrown, if it should not have been
 */
record Reading(Outcome outcome, Duration took, String detail) {

    enum Outcome {
        /** Understood all the same. */
        READ,
        /** Refused with line, column and a reason. */
        REFUSED,
        /** Something else was thrown. */
        BROKEN,
        /** Not done in time. */
        TOO_SLOW
    }

    boolean isRight() {
        return outcome == Outcome.READ || outcome == Outcome.REFUSED;
    }
}
