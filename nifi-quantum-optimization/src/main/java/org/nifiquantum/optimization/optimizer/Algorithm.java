// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.optimizer;

/**
 * A minimiser written as a plain loop that calls its objective. It must be deterministic: {@link Replay} may run it from
 * its beginning for each decision.
 */
@FunctionalInterface
interface Algorithm {
    /** Runs to its own end and says why it ended. The points it found are known from its calls of the objective. */
    StopReason minimize(OptimizerSettings settings, Objective objective);
}
