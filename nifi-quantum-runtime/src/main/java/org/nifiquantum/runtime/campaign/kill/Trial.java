// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.campaign.kill;

import java.time.Duration;

/**
 * What came of what was to be killed.
 *
 * @param killed whether it was, before it had its answers
 * @param answered whether every run has an answer after all
 * @param sameEvaluations whether the answer has those of the undisturbed run; on the road with faults, whether every quantum answer
 *     comes from the counts in the provider's books
 * @param sameAnswer whether it has the solution of the undisturbed run; on the road with faults, whether every answer is one to its
 *     graph, quantum or classical, and says why
 * @param excessJobs how many more jobs there were than those of the undisturbed run; on the road with faults, submissions that were
 *     billed again
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
