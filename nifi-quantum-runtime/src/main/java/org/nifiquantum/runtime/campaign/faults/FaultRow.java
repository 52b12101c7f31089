// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.campaign.faults;

import java.time.Duration;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What came of the runs of one lane.
 *
 * @param met how many requests met the trouble, refusals of connections included
 * @param quantum answers from what the provider has measured
 * @param classical answers that say why they are classical
 * @param wrong answers that are neither, or from counts that nobody has measured
 * @param lost runs without an answer
 * @param answeredTwice answers more than runs
 * @param billed jobs, by the provider's books
 * @param billedTwice jobs of a submission that has one already, and jobs that nobody could find by a key
 * @param median from the moment a run was fed to the one its answer was seen
 * @param reasons of classical answers, how often each
 */
public record FaultRow(
        String trouble,
        int runs,
        long met,
        int quantum,
        int classical,
        int wrong,
        int lost,
        int answeredTwice,
        int billed,
        int billedTwice,
        Duration median,
        SortedMap<String, Long> reasons) {

    public FaultRow {
        reasons = Collections.unmodifiableSortedMap(new TreeMap<>(reasons));
    }

    /** Whether it is as it must be; trouble that has met nobody proves nothing. */
    public boolean isClean() {
        return met > 0
                && quantum + classical == runs
                && wrong == 0
                && lost == 0
                && answeredTwice == 0
                && billedTwice == 0;
    }
}
