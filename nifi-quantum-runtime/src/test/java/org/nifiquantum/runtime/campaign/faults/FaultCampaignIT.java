// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.campaign.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nifiquantum.runtime.SharedNiFi;
import org.nifiquantum.runtime.campaign.CampaignProvider;

/** The campaign in small: the faults that cost a provider's answer, and all of them together. */
class FaultCampaignIT {

    private static final int RUNS = 100;

    @ParameterizedTest
    @EnumSource(CampaignProvider.class)
    void everyRunIsAnsweredAndNothingIsBilledTwice(CampaignProvider like) {
        List<Trouble> troubles = Trouble.all().stream()
                .filter(trouble -> List.of("reset_after", "half_answer", "connection_refused", "everything")
                        .contains(trouble.label()))
                .toList();
        assertEquals(4, troubles.size());
        FaultPlanning planning = new FaultPlanning(like, troubles, RUNS, troubles.size(), 7);
        FaultReport report = new FaultCampaign(planning, line -> {})
                .run(SharedNiFi.client(), SharedNiFi.folder("faults-" + like.name()));
        assertTrue(report.isClean(), report::text);
        assertEquals(RUNS, report.rows().stream().mapToInt(FaultRow::runs).sum());
        assertTrue(report.rows().stream().mapToInt(FaultRow::quantum).sum() > 0, report::text);
    }
}
