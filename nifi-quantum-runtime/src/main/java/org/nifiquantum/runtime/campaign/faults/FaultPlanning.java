// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.campaign.faults;

import java.util.List;
import org.nifiquantum.runtime.campaign.CampaignProvider;

/**
 * How much of what.
 *
 * @param like whom the provider plays
 * @param troubles a lane for each
 * @param runs of all lanes together
 * @param lanes at a time
 */
public record FaultPlanning(CampaignProvider like, List<Trouble> troubles, int runs, int lanes, long seed) {

    public FaultPlanning {
        troubles = List.copyOf(troubles);
        if (troubles.isEmpty() || runs < troubles.size() || lanes < 1) {
            throw new IllegalArgumentException(
                    "some trouble, a run for each and a lane at least are needed, not %d troubles, %d runs, %d lanes"
                            .formatted(troubles.size(), runs, lanes));
        }
    }

    /** The runs of the i-th trouble: as even as can be. */
    int runsOf(int i) {
        return runs * (i + 1) / troubles.size() - runs * i / troubles.size();
    }
}
