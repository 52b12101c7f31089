// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.solver;

/**
 * The range of an annealing in the model's own units, so that weights of a millionth and of millions are served alike.
 *
 * @param hot where annealing starts: half of the root mean square, over spins, of what a spin feels from neighbours that point
 *     anywhere.
 * @param cold where it ends: a fifth of the weakest among each spin's strongest field or coupling, at which none turns any
 *     more
 */
record Temperatures(double hot, double cold) {
    private static final double HOT = 0.5;
    private static final double COLD = 0.2;

    static Temperatures of(IntegerModel model) {
        double squares = 0;
        int touched = 0;
        double quietest = Double.POSITIVE_INFINITY;
        for (int spin = 0; spin < model.spins(); spin++) {
            double strongest = Math.abs(model.fields()[spin]);
            double square = strongest * strongest;
            for (int position = model.starts()[spin]; position < model.starts()[spin + 1]; position++) {
                double strength = Math.abs(model.couplings()[position]);
                strongest = Math.max(strongest, strength);
                square += strength * strength;
            }
            if (strongest > 0) {
                squares += square;
                touched++;
                quietest = Math.min(quietest, strongest);
            }
        }
        if (touched == 0) {
            return new Temperatures(1, 1);
        }
        double hot = HOT * Math.sqrt(squares / touched);
        return new Temperatures(hot, Math.min(hot, COLD * quietest));
    }

    /** The same end, from a start that is lower by a factor. */
    Temperatures from(double factor) {
        return new Temperatures(Math.max(cold, factor * hot), cold);
    }

    /** Geometric cooling. */
    double at(int sweep, int sweeps) {
        return sweeps == 1 ? cold : hot * Math.pow(cold / hot, (double) sweep / (sweeps - 1));
    }
}
