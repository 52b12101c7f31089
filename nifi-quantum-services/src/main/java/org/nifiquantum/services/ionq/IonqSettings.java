// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.ionq;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;

/**
 * What is asked of IonQ with every job.
 *
 * @param backend IonQ's name of it, {@code simulator} or {@code qpu.forte-1} for instance
 * @param noiseModel of the simulator; empty for none
 * @param debiasing whether IonQ mitigates errors by debiasing, which takes 500 shots or more; empty for IonQ's default
 * @param form how circuits are written
 * @param deadline for all calls that one request of a caller takes
 * @param lookupPages how many pages of the list of jobs are read in search of a lost submission
 */
record IonqSettings(
        String backend,
        Optional<String> noiseModel,
        Optional<Boolean> debiasing,
        CircuitForm form,
        Duration deadline,
        int lookupPages) {

    IonqSettings {
        requireNonNull(backend, "backend");
        requireNonNull(noiseModel, "noiseModel");
        requireNonNull(debiasing, "debiasing");
        requireNonNull(form, "form");
        requireNonNull(deadline, "deadline");
    }

    boolean isSimulator() {
        return backend.equals("simulator");
    }
}
