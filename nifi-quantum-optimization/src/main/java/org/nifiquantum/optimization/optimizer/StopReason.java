// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.optimizer;

import java.util.Arrays;

/** Why an optimisation ended. {@link #text()} is what documents hold. */
public enum StopReason {
    /** The steps became smaller than the tolerance. */
    CONVERGED("converged"),
    /** The maximum number of evaluations was used up. */
    MAXIMUM_EVALUATIONS("maximum-evaluations"),
    /** A value at or below the target was found. */
    TARGET_REACHED("target-reached"),
    /** As many evaluations as the patience allows brought nothing better than noise would. */
    NO_IMPROVEMENT("no-improvement"),
    /** Every point of a grid was evaluated. */
    SWEEP_COMPLETE("sweep-complete"),
    /** The time the run may take is over. */
    TIME_BUDGET("time-budget"),
    /** The money the run may cost is spent. */
    COST_BUDGET("cost-budget"),
    /** The algorithm's arithmetic has come to its end: noise or a tolerance below rounding left no step to take. */
    NUMERICAL_LIMIT("numerical-limit");

    private final String text;

    StopReason(String text) {
        this.text = text;
    }

    /** The name of this reason in documents. */
    public String text() {
        return text;
    }

    /**
     * The reason of the given text.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static StopReason ofText(String text) {
        return Arrays.stream(values())
                .filter(reason -> reason.text.equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Unknown stop reason '" + text + "'; known are "
                        + Arrays.stream(values()).map(StopReason::text).toList() + "."));
    }
}
