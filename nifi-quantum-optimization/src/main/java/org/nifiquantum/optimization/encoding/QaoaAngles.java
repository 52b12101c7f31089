// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.encoding;

import java.util.Collections;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The angles of QAOA, one of each for every layer, in radians; their conventions are those of {@link Qaoa}.
 *
 * @param gammas the cost angles, first layer first
 * @param betas the mixer angles, first layer first
 */
record QaoaAngles(List<Double> gammas, List<Double> betas) {
    QaoaAngles {
        gammas = List.copyOf(gammas);
        betas = List.copyOf(betas);
        if (gammas.isEmpty() || gammas.size() != betas.size()) {
            throw new IllegalArgumentException(gammas.size() + " cost and " + betas.size() + " mixer angles.");
        }
    }

    /** Back from {@link #parameters}. */
    static QaoaAngles of(List<Double> parameters) {
        int layers = parameters.size() / 2;
        return new QaoaAngles(parameters.subList(0, layers), parameters.subList(layers, parameters.size()));
    }

    int layers() {
        return gammas.size();
    }

    /** gamma_0, ..., gamma_{p-1}, beta_0, ..., beta_{p-1}. */
    List<Double> parameters() {
        return Stream.concat(gammas.stream(), betas.stream()).toList();
    }

    /** The same with each cost angle and each mixer angle so many times in a row. */
    List<Double> repeated(int gammasPerLayer, int betasPerLayer) {
        return Stream.concat(
                        gammas.stream().flatMap(gamma -> Collections.nCopies(gammasPerLayer, gamma).stream()),
                        betas.stream().flatMap(beta -> Collections.nCopies(betasPerLayer, beta).stream()))
                .toList();
    }

    QaoaAngles withGammas(DoubleUnaryOperator change) {
        return new QaoaAngles(gammas.stream().map(change::applyAsDouble).toList(), betas);
    }

    /** The same schedule with more layers, one at a time. */
    QaoaAngles extendedTo(int layers) {
        QaoaAngles angles = this;
        while (angles.layers() < layers) {
            angles = new QaoaAngles(interpolated(angles.gammas), interpolated(angles.betas));
        }
        return angles;
    }

    /**
     * The interpolation from p to p + 1 layers of L. Zhou, S.-T. Wang, S. Choi, H. Pichler, M. D. Lukin, Phys. Rev. X 10,
     * 021067 (2020), appendix B.1: u'_i = (i-1)/p u_{i-1} + (p-i+1)/p u_i for i = 1 to p + 1, with u_0 = u_{p+1} = 0.
     */
    private static List<Double> interpolated(List<Double> angles) {
        int layers = angles.size();
        return IntStream.rangeClosed(0, layers)
                .mapToObj(i -> (i > 0 ? (double) i / layers * angles.get(i - 1) : 0)
                        + (i < layers ? (double) (layers - i) / layers * angles.get(i) : 0))
                .toList();
    }
}
