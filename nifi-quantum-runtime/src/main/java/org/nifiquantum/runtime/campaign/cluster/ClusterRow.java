// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.campaign.cluster;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What came of the runs of one phase.
 *
 * @param runs that were fed; a file that NiFi reads again after a kill is one more
 * @param quantum answers from what the provider has measured
 * @param classical answers that say why they are classical
 * @param wrong answers that are neither
 * @param lost runs without an answer
 * @param answeredTwice answers more than runs
 * @param billedTwice jobs of a submission that had one already
 * @param spent what the provider has billed from the campaign's start to the phase's end
 * @param leasing how many nodes held a part of the budget at its end
 * @param took from the first run to the last answer, and to a complete cluster
 * @param reasons of classical answers, how often each
 */
public record ClusterRow(
        ClusterPhase phase,
        int runs,
        int quantum,
        int classical,
        int wrong,
        int lost,
        int answeredTwice,
        int billedTwice,
        BigDecimal spent,
        int leasing,
        Duration took,
        SortedMap<String, Long> reasons) {

    public ClusterRow {
        reasons = Collections.unmodifiableSortedMap(new TreeMap<>(reasons));
    }

    /** Whether every run is answered once and rightly, and no job was paid twice. */
    boolean isClean() {
        return quantum + classical >= runs && wrong == 0 && lost == 0 && answeredTwice == 0 && billedTwice == 0;
    }
}
