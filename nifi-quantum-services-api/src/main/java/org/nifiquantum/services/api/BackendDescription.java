// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.api;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * What a backend is and can do.
 *
 * @param name the device or simulator, as provenance and documents name it
 * @param provider who runs it
 * @param maximumQubits the widest circuit it takes
 * @param maximumShots the most shots one evaluation may ask for
 * @param exact whether {@code shots: 0}, the exact expectation, can be asked for
 * @param outputs what it computes natively; other outputs are derived from counts by a measurement plan
 * @param idempotentSubmit whether submitting one key twice makes one job
 * @param pollInterval how soon after submission a first look is worth it; zero for a local backend
 * @param report what the provider last said of the device; empty where nobody was asked
 */
public record BackendDescription(
        String name,
        String provider,
        int maximumQubits,
        int maximumShots,
        boolean exact,
        Set<Output> outputs,
        boolean idempotentSubmit,
        Duration pollInterval,
        Optional<DeviceReport> report) {

    public BackendDescription {
        requireNonNull(name, "name");
        requireNonNull(provider, "provider");
        outputs = Set.copyOf(outputs);
        requireNonNull(pollInterval, "pollInterval");
        requireNonNull(report, "report");
    }

    /** A backend that has reported nothing of itself. */
    public BackendDescription(
            String name,
            String provider,
            int maximumQubits,
            int maximumShots,
            boolean exact,
            Set<Output> outputs,
            boolean idempotentSubmit,
            Duration pollInterval) {
        this(
                name,
                provider,
                maximumQubits,
                maximumShots,
                exact,
                outputs,
                idempotentSubmit,
                pollInterval,
                Optional.empty());
    }

    /** The same backend with what its provider says of it. */
    public BackendDescription withReport(DeviceReport latest) {
        return new BackendDescription(
                name,
                provider,
                maximumQubits,
                maximumShots,
                exact,
                outputs,
                idempotentSubmit,
                pollInterval,
                Optional.of(latest));
    }
}
