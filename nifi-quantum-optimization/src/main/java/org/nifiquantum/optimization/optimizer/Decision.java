// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.optimizer;

import java.util.List;
import java.util.Objects;

/** What an {@link Optimizer} wants to happen next. */
public sealed interface Decision {
    /**
     * Evaluate these points; together they are one submission.
     *
     * @param points at least one point, each in the order of the circuit's parameters
     */
    record Evaluate(List<List<Double>> points) implements Decision {
        public Evaluate {
            points = points.stream().map(List::copyOf).toList();
            if (points.isEmpty()) {
                throw new IllegalArgumentException("There is no point to evaluate; stop instead.");
            }
        }
    }

    /**
     * The optimisation is over.
     *
     * @param best the evaluation of the lowest value, the earliest of equals
     * @param reason why it is over
     */
    record Stop(Evaluation best, StopReason reason) implements Decision {
        public Stop {
            Objects.requireNonNull(best, "best");
            Objects.requireNonNull(reason, "reason");
        }
    }
}
