// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.processors;

/** How far a run has come, the value of {@code quantum.run.status}. */
enum RunStatus {
    ENCODED("encoded"),
    UNSUITABLE("unsuitable"),
    SUBMITTED("submitted"),
    COLLECTED("collected"),
    EVALUATING("evaluating"),
    OPTIMIZED("optimized"),
    SOLVED("solved"),
    CANCELLED("cancelled");

    private final String text;

    RunStatus(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
