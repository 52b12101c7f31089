// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.campaign.kill;

/** The roads a submission takes. */
public enum BackendKind {
    /** The simulator inside NiFi: a submission may be repeated, so it is sent at once; its jobs die with NiFi. */
    EMBEDDED("org.nifiquantum.services.simulator.EmbeddedSimulatorService"),
    /** The testkit's provider outside NiFi: marked, then sent, and looked up where a restart lies between. */
    LOOPBACK("org.nifiquantum.testkit.provider.LoopbackBackendService"),
    /** IonQ's service and the provider that misbehaves, outside NiFi: marked, sent, repeated, looked up, given up. */
    IONQ("org.nifiquantum.services.ionq.IonqBackendService");

    private final String service;

    BackendKind(String service) {
        this.service = service;
    }

    /** The class of its controller service. */
    String service() {
        return service;
    }
}
