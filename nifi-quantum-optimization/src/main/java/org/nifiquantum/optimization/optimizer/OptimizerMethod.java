// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.optimizer;

import java.util.Arrays;

/** The optimisers a user can choose from. {@link #text()} is what documents and command lines hold. */
public enum OptimizerMethod {
    COBYLA("cobyla", "COBYLA", "Linear models in a shrinking trust region; one point per submission."),
    NELDER_MEAD(
            "nelder-mead",
            "Nelder-Mead",
            "A simplex that reflects, stretches and shrinks; one point per submission; for exact or little noisy values."),
    SPSA(
            "spsa",
            "SPSA",
            "Random directions, two points per submission whatever the number of parameters; bears noise.");

    private final String text;
    private final String displayName;
    private final String description;

    OptimizerMethod(String text, String displayName, String description) {
        this.text = text;
        this.displayName = displayName;
        this.description = description;
    }

    /** The name of this method in documents. */
    public String text() {
        return text;
    }

    /** The name to show to people. */
    public String displayName() {
        return displayName;
    }

    /** One sentence that helps to choose. */
    public String description() {
        return description;
    }

    /** The optimiser itself; stateless, so one serves all runs and threads. */
    public Optimizer optimizer() {
        Algorithm algorithm = switch (this) {
            case COBYLA -> new Cobyla();
            case NELDER_MEAD -> new NelderMead();
            case SPSA -> new Spsa();
        };
        return (settings, history) -> new AskTell(algorithm, settings, history);
    }

    /**
     * The method of the given text.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static OptimizerMethod named(String text) {
        return Arrays.stream(values())
                .filter(method -> method.text.equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Unknown optimizer '" + text + "'; known are "
                        + Arrays.stream(values()).map(OptimizerMethod::text).toList() + "."));
    }
}
