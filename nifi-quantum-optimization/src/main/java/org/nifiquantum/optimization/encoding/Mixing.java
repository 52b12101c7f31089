// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.encoding;

import java.util.List;
import org.nifiquantum.optimization.problem.BinaryProblem;

/** The kinds of mixers that QAOA can have. */
public enum Mixing {
    /** Every answer alike, each variable on its own: E. Farhi, J. Goldstone, S. Gutmann, arXiv 1411.4028. */
    TRANSVERSE("x") {
        @Override
        Mixer mixer(BinaryProblem problem) {
            return new Mixer.Transverse(problem.variables().size());
        }
    },
    /** Only answers with one 1 in each group of variables that exclude each other: Z. Wang and others, Phys. Rev. A 101, 012320. */
    ONE_HOT("xy") {
        @Override
        Mixer mixer(BinaryProblem problem) {
            List<List<Integer>> groups = problem.oneHotGroups();
            if (groups.isEmpty()) {
                throw new IllegalArgumentException(
                        "The problem has no groups of variables of which exactly one is 1; use the standard mixer.");
            }
            return new OneHotMixer(problem.variables().size(), groups);
        }
    },
    /** Around a classical answer, rounded from a relaxation: D. J. Egger, J. Marecek, S. Woerner, Quantum 5, 479. */
    WARM_START("warm-start") {
        @Override
        Mixer mixer(BinaryProblem problem) {
            return Mixer.Biased.near(problem.ising(), REGULARIZATION);
        }
    };

    /** Theirs for rounded answers. */
    private static final double REGULARIZATION = 0.25;

    private final String text;

    Mixing(String text) {
        this.text = text;
    }

    /** The name in documents. */
    public String text() {
        return text;
    }

    /**
     * The mixer for a problem.
     *
     * @throws IllegalArgumentException if the problem has not what it needs
     */
    abstract Mixer mixer(BinaryProblem problem);
}
