// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.api;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
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
 */
public record BackendDescription(
        String name,
        String provider,
        int maximumQubits,
        int maximumShots,
        boolean exact,
        Set<Output> outputs,
        boolean idempotentSubmit,
        Duration pollInterval) {

    public BackendDescription {
        requireNonNull(name, "name");
        requireNonNull(provider, "provider");
        outputs = Set.copyOf(outputs);
        requireNonNull(pollInterval, "pollInterval");
    }
}
