// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.loop;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import org.nifiquantum.run.step.EncodeSettings;
import org.nifiquantum.run.step.OptimizeSettings;

/**
 * The settings of every step.
 *
 * @param jobDeadline how long one job may take
 * @param fallbackBudget how long the classical road may take
 */
public record LoopSettings(
        EncodeSettings encode, OptimizeSettings optimize, Duration jobDeadline, Duration fallbackBudget) {

    public LoopSettings {
        requireNonNull(encode, "encode");
        requireNonNull(optimize, "optimize");
        requireNonNull(jobDeadline, "jobDeadline");
        requireNonNull(fallbackBudget, "fallbackBudget");
    }
}
