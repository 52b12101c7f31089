// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.api;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What a provider has reported of its device, and when; how old that is tells how much it is worth.
 *
 * @param queuedJobs how many wait; empty where the provider does not say
 * @param expectedWait how long a new job will wait; empty where the provider does not say
 * @param gates the provider's names of the gates it takes; empty where it does not say
 * @param couplings which pairs of qubits a gate can act on; empty where all can, or the provider does not say
 * @param minimumShots the fewest shots one evaluation may ask for
 * @param asOf when the provider was asked
 */
public record DeviceReport(
        Status status,
        OptionalLong queuedJobs,
        Optional<Duration> expectedWait,
        Set<String> gates,
        List<Coupling> couplings,
        int minimumShots,
        Instant asOf) {

    /** Whether the device takes jobs. */
    public enum Status {
        /** It runs jobs now. */
        ONLINE,
        /** Not now: maintenance, calibration, or out of its hours. */
        OFFLINE,
        /** It will never run a job again. */
        RETIRED,
        /** The provider does not say, or says what nobody knows. */
        UNKNOWN
    }

    /** Two qubits that a gate can act on, by the provider's numbers. */
    public record Coupling(int from, int to) {}

    public DeviceReport {
        requireNonNull(status, "status");
        requireNonNull(queuedJobs, "queuedJobs");
        requireNonNull(expectedWait, "expectedWait");
        gates = Collections.unmodifiableSet(new LinkedHashSet<>(gates));
        couplings = List.copyOf(couplings);
        requireNonNull(asOf, "asOf");
    }

    /** A report that says nothing but the status. */
    public static DeviceReport of(Status status, Instant asOf) {
        return new DeviceReport(status, OptionalLong.empty(), Optional.empty(), Set.of(), List.of(), 1, asOf);
    }

    /** This report with the length of the queue. */
    public DeviceReport withQueuedJobs(long jobs) {
        return new DeviceReport(status, OptionalLong.of(jobs), expectedWait, gates, couplings, minimumShots, asOf);
    }
}
