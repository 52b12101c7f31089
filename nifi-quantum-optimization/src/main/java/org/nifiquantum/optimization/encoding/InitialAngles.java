// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.encoding;

import java.util.stream.IntStream;
import org.nifiquantum.engine.operator.IsingModel;

/** Published ways to the first angles of QAOA. All are turned into the convention of {@link Qaoa}. */
public enum InitialAngles {
    /**
     * The fixed angles for the degree where the problem is MaxCut on an unweighted regular graph of degree 3 to 5,
     * otherwise those of the Sherrington-Kirkpatrick model.
     */
    AUTO("auto") {
        @Override
        public InitialAngles chosenFor(IsingModel model) {
            return FixedAngles.fit(model) ? FIXED_REGULAR : SHERRINGTON_KIRKPATRICK;
        }

        @Override
        QaoaAngles of(IsingModel model, int layers) {
            return chosenFor(model).of(model, layers);
        }
    },
    /**
     * Fixed angles for unweighted regular graphs of degree 3 to 5: J. Wurtz, D. Lykov, Phys. Rev. A 104, 052419 (2021).
     * Their gamma multiplies the number of cut edges, as here.
     */
    FIXED_REGULAR("fixed-regular") {
        @Override
        QaoaAngles of(IsingModel model, int layers) {
            if (!FixedAngles.fit(model)) {
                throw new IllegalArgumentException(
                        "Fixed angles are known for MaxCut on regular graphs of degree 3 to 5"
                                + " whose weights are positive and equal, and this is none; use " + AUTO.text() + ".");
            }
            return FixedAngles.of(model, layers);
        }
    },
    /**
     * The best angles of the Sherrington-Kirkpatrick model at infinite size, rescaled by degree and weight: E. Farhi,
     * J. Goldstone, S. Gutmann, L. Zhou, Quantum 6, 759 (2022). Their gamma multiplies n^(-1/2) sum J z z.
     */
    SHERRINGTON_KIRKPATRICK("sherrington-kirkpatrick") {
        @Override
        QaoaAngles of(IsingModel model, int layers) {
            return InfiniteSizeAngles.of(model, layers);
        }
    },
    /**
     * Annealing in as many steps as there are layers: S. H. Sack, M. Serbyn, "Quantum annealing initialization of the
     * quantum approximate optimization algorithm", Quantum 5, 491 (2021), with their time step 0.75, taken at the middle
     * of each step. Their gamma multiplies sum z z, of an edge twice the cut, on 3-regular graphs; to other degrees it
     * is carried like that of {@link #SHERRINGTON_KIRKPATRICK}.
     */
    LINEAR_RAMP("linear-ramp") {
        @Override
        QaoaAngles of(IsingModel model, int layers) {
            double slope = 2 * TIME_STEP * InfiniteSizeAngles.factor(model) / FACTOR_OF_DEGREE_3;
            return new QaoaAngles(
                    IntStream.range(0, layers)
                            .mapToObj(layer -> slope * (layer + 0.5) / layers)
                            .toList(),
                    IntStream.range(0, layers)
                            .mapToObj(layer -> TIME_STEP * (1 - (layer + 0.5) / layers))
                            .toList());
        }
    },
    /**
     * The best angles of an earlier run, with the layers it lacks between them: L. Zhou, S.-T. Wang, S. Choi, H. Pichler, M. D.
     * Lukin, Phys. Rev. X 10, 021067 (2020), appendix B.1. Without an earlier run those of {@link #AUTO}.
     */
    INTERPOLATED("interpolated") {
        @Override
        public InitialAngles chosenFor(IsingModel model) {
            return AUTO.chosenFor(model);
        }

        @Override
        QaoaAngles of(IsingModel model, int layers) {
            return AUTO.of(model, layers);
        }
    };

    private static final double TIME_STEP = 0.75;
    private static final double FACTOR_OF_DEGREE_3 = 2 * Math.atan(1 / Math.sqrt(2));

    private final String text;

    InitialAngles(String text) {
        this.text = text;
    }

    /** The name of this schedule in documents. */
    public String text() {
        return text;
    }

    /** The schedule that is used for a model: this one, or the one that is chosen for it. */
    public InitialAngles chosenFor(IsingModel model) {
        return this;
    }

    /**
     * The angles for a model.
     *
     * @throws IllegalArgumentException if the schedule does not fit the model
     */
    abstract QaoaAngles of(IsingModel model, int layers);
}
