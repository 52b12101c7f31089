// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.encoding;

import java.util.List;
import org.nifiquantum.engine.operator.IsingModel;

/**
 * The best angles of the Sherrington-Kirkpatrick model at infinite size, rescaled to a model's degree and weight.
 *
 * <p>The table is of E. Farhi, J. Goldstone, S. Gutmann, L. Zhou, "The quantum approximate optimization algorithm and
 * the Sherrington-Kirkpatrick model at infinite size", Quantum 6, 759 (2022). Its convention: U_C = exp(-i gamma C) with
 * C = n^(-1/2) sum J_ij z_i z_j, J of variance 1, C maximised, U_B = exp(-i beta sum X).
 *
 * <p>The factor. In the SK model the phases of one spin, gamma J_ij / sqrt(n), have squares that add up to gamma^2. In
 * ours C = sum w/2 (1 - z z), a spin of d edges has d phases of size gamma' w/2, and their squares add up to
 * d (gamma' w/2)^2: equal for gamma' = 2 gamma / (w sqrt(d)). The sign stays: both maximise C by exp(-i gamma C), and
 * the minus before z z is that of a coupling, which has either sign in the SK model. For finite d the factor becomes
 * 2 arctan(1 / sqrt(d-1)) / w, the same for large d, and at p = 1 (gamma = 1/2) just the best angle of triangle-free
 * regular graphs; w is the root mean square of the weights: S. H. Sureshbabu et al., "Parameter setting in quantum
 * approximate optimization of weighted problems", Quantum 8, 1231 (2024). The division by w is {@link Qaoa}'s matter,
 * whose gamma is counted in units of 1/w.
 */
final class InfiniteSizeAngles {
    /** One entry for each number of layers, from 1. */
    private static final List<QaoaAngles> TABLE = List.of(
            new QaoaAngles(List.of(0.500000), List.of(0.392699)),
            new QaoaAngles(List.of(0.381743, 0.665499), List.of(0.495968, 0.269043)),
            new QaoaAngles(List.of(0.329867, 0.568940, 0.640852), List.of(0.549964, 0.367534, 0.210878)),
            new QaoaAngles(
                    List.of(0.295016, 0.514436, 0.558521, 0.642854), List.of(0.570931, 0.417524, 0.302691, 0.172865)),
            new QaoaAngles(
                    List.of(0.270492, 0.480341, 0.507388, 0.564638, 0.639644),
                    List.of(0.589912, 0.449212, 0.355937, 0.264281, 0.148564)));

    private InfiniteSizeAngles() {}

    /** The angles for a model, beyond the table by interpolation. */
    static QaoaAngles of(IsingModel model, int layers) {
        double factor = factor(model);
        return TABLE.get(Math.min(layers, TABLE.size()) - 1).extendedTo(layers).withGammas(gamma -> factor * gamma);
    }

    /** What turns a gamma of the SK model into one of {@link Qaoa}. */
    static double factor(IsingModel model) {
        double degree = Math.max(ModelScale.of(model).degree(), 1);
        return 2 * Math.atan2(1, Math.sqrt(degree - 1));
    }
}
