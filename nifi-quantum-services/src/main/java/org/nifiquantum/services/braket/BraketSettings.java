// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.braket;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/**
 * What is asked of Braket with every task.
 *
 * @param deviceArn of a simulator or a QPU
 * @param bucket where Braket writes results; in the region of the tasks
 * @param prefix of the results in it
 * @param pricePerTask in USD, of a task on a QPU
 * @param pricePerShot in USD; empty for what the device reports
 * @param largestBatch how many tasks one job may be
 * @param deadline for all calls that one request of a caller takes
 * @param lookupPages how many pages of the list of tasks are read in search of a job
 */
record BraketSettings(
        String deviceArn,
        String bucket,
        String prefix,
        BigDecimal pricePerTask,
        Optional<BigDecimal> pricePerShot,
        int largestBatch,
        Duration deadline,
        int lookupPages) {

    BraketSettings {
        requireNonNull(deviceArn, "deviceArn");
        requireNonNull(bucket, "bucket");
        requireNonNull(prefix, "prefix");
        requireNonNull(pricePerTask, "pricePerTask");
        requireNonNull(pricePerShot, "pricePerShot");
        requireNonNull(deadline, "deadline");
    }

    /** The region that a device belongs to; empty for simulators, which are in every one. */
    static Optional<String> regionOf(String deviceArn) {
        String[] parts = deviceArn.split(":", -1);
        return parts.length > 3 && !parts[3].isEmpty() ? Optional.of(parts[3]) : Optional.empty();
    }

    /** The device's own name, {@code sv1} or {@code Garnet} for instance. */
    String deviceName() {
        return deviceArn.substring(deviceArn.lastIndexOf('/') + 1);
    }
}
