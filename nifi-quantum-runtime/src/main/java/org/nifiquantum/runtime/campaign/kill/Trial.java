// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.campaign.kill;

import java.time.Duration;

/**
 * What came of one run that was to be killed.
 *
 * @param killed whether it was, before it had its answer
 * @param answered whether it has exactly one answer after all
 * @param sameEvaluations whether the answer has those of the undisturbed run
 * @param sameAnswer whether it has the solution of the undisturbed run
 * @param excessJobs how many more jobs there were than those of the undisturbed run
 * @param recovery from the last kill to the answer, NiFi's own start included
 */
public record Trial(
        boolean killed,
        boolean answered,
        boolean sameEvaluations,
        boolean sameAnswer,
        int excessJobs,
        Duration recovery) {

    public boolean isClean() {
        return killed && answered && sameEvaluations && sameAnswer && excessJobs == 0;
    }

    /** One line for who watches. */
    public String text() {
        return (killed ? "killed" : "NOT KILLED")
                + (answered ? ", answered" : ", NOT ANSWERED")
                + (sameEvaluations ? ", same evaluations" : ", OTHER EVALUATIONS")
                + (sameAnswer ? ", same answer" : ", ANOTHER ANSWER")
                + (excessJobs == 0 ? "" : ", %+d JOBS".formatted(excessJobs))
                + ", recovered in %.1f s".formatted(recovery.toMillis() / 1000.0);
    }
}
