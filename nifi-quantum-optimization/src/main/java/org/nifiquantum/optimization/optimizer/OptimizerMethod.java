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
    BOBYQA(
            "bobyqa",
            "BOBYQA",
            "A quadratic model in a trust region; one point per submission; for exact values and at least two parameters."),
    POWELL(
            "powell",
            "Powell",
            "Line searches along conjugate directions; one point per submission; for exact values, where it is thorough."),
    CMA_ES(
            "cma-es",
            "CMA-ES",
            "A cloud of points that learns the valley's shape; a generation per submission; bears noise and several minima."),
    SPSA(
            "spsa",
            "SPSA",
            "Random directions, two points per submission whatever the number of parameters; bears noise."),
    ADAM(
            "adam",
            "Adam",
            "Gradients, averaged and scaled by parameter; one gradient per submission; bears noise; takes many steps."),
    GRADIENT_DESCENT(
            "gradient-descent",
            "Gradient Descent",
            "Against the gradient, at a rate that adapts; one gradient per submission; simple, slow in narrow valleys."),
    L_BFGS(
            "l-bfgs",
            "L-BFGS",
            "Quasi-Newton: gradients and the curvature they show; one gradient per submission; fastest for exact values."),
    ROTOSOLVE(
            "rotosolve",
            "Rotosolve",
            "Each parameter straight to its own minimum, three points per submission; where a parameter turns one gate only."),
    GRID(
            "grid",
            "Grid Sweep",
            "An even grid of points, up to 64 per submission; shows the landscape of two or three parameters."),
    RANDOM(
            "random",
            "Random Sweep",
            "Random points, up to 64 per submission; a yardstick for the others, and a landscape of many parameters.");

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

    /** Whether each evaluation must bring the gradient. */
    public boolean usesGradient() {
        return switch (this) {
            case ADAM, GRADIENT_DESCENT, L_BFGS -> true;
            case COBYLA, NELDER_MEAD, BOBYQA, POWELL, CMA_ES, SPSA, ROTOSOLVE, GRID, RANDOM -> false;
        };
    }

    /** The optimiser itself; stateless, so one serves all runs and threads. */
    public Optimizer optimizer() {
        Algorithm algorithm = algorithm();
        return (settings, history) -> new AskTell(algorithm, settings, history);
    }

    private Algorithm algorithm() {
        return switch (this) {
            case COBYLA -> new MultiStart(new Mirrored(new Cobyla()));
            case NELDER_MEAD -> new MultiStart(new Mirrored(new NelderMead()));
            case BOBYQA -> new MultiStart(new Bobyqa());
            case POWELL -> new MultiStart(new Mirrored(new Powell()));
            case CMA_ES -> new MultiStart(new Mirrored(new CmaEs()));
            case SPSA -> new MultiStart(new Mirrored(new Spsa()));
            case ADAM -> new MultiStart(new Adam());
            case GRADIENT_DESCENT -> new MultiStart(new GradientDescent());
            case L_BFGS -> new MultiStart(new LBfgs());
            case ROTOSOLVE -> new MultiStart(new Rotosolve());
            case GRID -> new Sweep(Sweep.Pattern.GRID);
            case RANDOM -> new Sweep(Sweep.Pattern.RANDOM);
        };
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
