// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.campaign.kill;

import java.time.Duration;

/** What is killed: runs on their way to a backend, and how to tell whether they came to the end they should. */
interface Road {

    BackendKind kind();

    /** Feeds what the next kill is to meet. */
    void feed();

    /** Whether NiFi has taken all of it for good. */
    boolean hasBegun();

    /** Whether all that was fed is answered, as far as one sees at once. */
    boolean isAnswered();

    /** Waits for the last answer; false if the time is over first. */
    boolean awaitAnswer(Duration limit);

    /** How long what is fed takes without a kill, from its being taken on. */
    Duration duration();

    /**
     * What came of what was fed last.
     *
     * @param recovery from the last kill to the last answer
     */
    Trial judge(boolean killed, boolean answered, Duration recovery);

    /** How many answers there are more than runs; negative if some are missing. */
    int excessAnswers();
}
