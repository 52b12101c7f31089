// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.step;

import java.util.Arrays;

/** How the one value that is minimised comes from what was measured at a point. */
public enum Aggregation {
    /** The mean over all measurements. */
    EXPECTATION("expectation"),
    /** The mean over the best share alpha of the measurements: P. Barkoutsos et al., Quantum 4, 256 (2020). */
    CVAR("cvar"),
    /** The best measurement. */
    BEST_SAMPLE("best-sample");

    private final String text;

    Aggregation(String text) {
        this.text = text;
    }

    /** The name in documents. */
    public String text() {
        return text;
    }

    /**
     * The aggregation of a name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Aggregation named(String text) {
        return Arrays.stream(values())
                .filter(aggregation -> aggregation.text.equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Unknown aggregation '" + text + "'; known are "
                        + Arrays.stream(values()).map(Aggregation::text).toList() + "."));
    }
}
