// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.campaign.kill;

import java.util.Optional;
import org.nifiquantum.runtime.campaign.CampaignProvider;

/** The roads a submission takes. */
public enum BackendKind {
    /** The simulator inside NiFi: a submission may be repeated, so it is sent at once; its jobs die with NiFi. */
    EMBEDDED("org.nifiquantum.services.simulator.EmbeddedSimulatorService", Optional.empty()),
    /** The testkit's provider outside NiFi: marked, then sent, and looked up where a restart lies between. */
    LOOPBACK("org.nifiquantum.testkit.provider.LoopbackBackendService", Optional.empty()),
    /** IonQ's service and the provider that misbehaves, outside NiFi: marked, sent, repeated, looked up, given up. */
    IONQ("org.nifiquantum.services.ionq.IonqBackendService", Optional.of(CampaignProvider.IONQ)),
    /** Braket's service and the provider that misbehaves: sent at once, and again with the same token. */
    BRAKET("org.nifiquantum.services.braket.BraketBackendService", Optional.of(CampaignProvider.BRAKET));

    private final String service;

    // Of enum constants.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Optional<CampaignProvider> misbehaving;

    BackendKind(String service, Optional<CampaignProvider> misbehaving) {
        this.service = service;
        this.misbehaving = misbehaving;
    }

    /** The class of its controller service. */
    String service() {
        return service;
    }

    /** Whom the provider that misbehaves plays; empty where jobs are exact and every run can be compared with another. */
    Optional<CampaignProvider> misbehaving() {
        return misbehaving;
    }
}
