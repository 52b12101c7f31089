// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.encoding;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.nifiquantum.engine.operator.Adjacency;
import org.nifiquantum.engine.operator.Coupling;
import org.nifiquantum.engine.operator.IsingModel;

/**
 * Angles that are good for every unweighted regular graph of one degree, MaxCut, from J. Wurtz, D. Lykov,
 * "Fixed-angle conjectures for the quantum approximate optimization algorithm on regular MaxCut graphs", Phys. Rev. A
 * 104, 052419 (2021). Convention of the table: U_C = exp(-i gamma C) with C the number of cut edges, U_B = exp(-i beta
 * sum X): that of {@link Qaoa}.
 */
final class FixedAngles {
    /** By degree; one entry for each number of layers, from 1. */
    private static final Map<Integer, List<QaoaAngles>> TABLE = Map.of(
            3,
            List.of(
                    new QaoaAngles(List.of(0.615534), List.of(0.392672)),
                    new QaoaAngles(List.of(0.487710, 0.897988), List.of(0.555060, 0.292508)),
                    new QaoaAngles(List.of(0.422084, 0.798413, 0.937089), List.of(0.608757, 0.459275, 0.235396)),
                    new QaoaAngles(
                            List.of(0.408764, 0.780585, 0.987728, 1.156314),
                            List.of(0.599565, 0.434418, 0.296950, 0.159067)),
                    new QaoaAngles(
                            List.of(0.359589, 0.706573, 0.822557, 1.004755, 1.154275),
                            List.of(0.631852, 0.522652, 0.389742, 0.275412, 0.149170))),
            4,
            List.of(
                    new QaoaAngles(List.of(0.523480), List.of(0.392758)),
                    new QaoaAngles(List.of(0.408121, 0.739802), List.of(0.534344, 0.283037)),
                    new QaoaAngles(List.of(0.354503, 0.651377, 0.754270), List.of(0.587947, 0.423178, 0.223014)),
                    new QaoaAngles(
                            List.of(0.315006, 0.587551, 0.673224, 0.771205),
                            List.of(0.604988, 0.477798, 0.361267, 0.187519))),
            5,
            List.of(
                    new QaoaAngles(List.of(0.463645), List.of(0.392709)),
                    new QaoaAngles(List.of(0.358660, 0.644871), List.of(0.524111, 0.278793)),
                    new QaoaAngles(List.of(0.311646, 0.563514, 0.647710), List.of(0.578328, 0.407620, 0.218928))));

    private FixedAngles() {}

    /** True if the model is MaxCut on a regular graph of equal positive weights, of a degree that is in the table. */
    static boolean fit(IsingModel model) {
        OptionalInt degree = regularDegree(model);
        return degree.isPresent() && TABLE.containsKey(degree.getAsInt()) && isUnweightedCut(model);
    }

    /** The angles for a model they {@linkplain #fit fit}, beyond the table by interpolation. */
    static QaoaAngles of(IsingModel model, int layers) {
        List<QaoaAngles> entries = TABLE.get(regularDegree(model).orElseThrow());
        return entries.get(Math.min(layers, entries.size()) - 1).extendedTo(layers);
    }

    private static OptionalInt regularDegree(IsingModel model) {
        Adjacency adjacency = model.adjacency();
        int degree = adjacency.degree(0);
        for (int spin = 1; spin < model.spins(); spin++) {
            if (adjacency.degree(spin) != degree) {
                return OptionalInt.empty();
            }
        }
        return OptionalInt.of(degree);
    }

    private static boolean isUnweightedCut(IsingModel model) {
        for (double field : model.fields()) {
            if (field != 0) {
                return false;
            }
        }
        double strength = model.couplings().getFirst().strength();
        return strength > 0
                && model.couplings().stream().mapToDouble(Coupling::strength).allMatch(other -> other == strength);
    }
}
