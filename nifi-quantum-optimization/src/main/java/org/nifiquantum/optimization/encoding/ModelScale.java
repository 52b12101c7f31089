// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.encoding;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.nifiquantum.engine.operator.Coupling;
import org.nifiquantum.engine.operator.IsingModel;

/**
 * How large a model's coefficients are and how many a spin has, in the words of MaxCut, where an edge of weight w is a
 * coupling of w/2. A field counts as an edge to a spin that does not turn.
 *
 * @param weight the root mean square of the weights, 1 if there are none
 * @param degree the mean number of weights per spin
 */
record ModelScale(double weight, double degree) {
    static ModelScale of(IsingModel model) {
        double[] fields =
                Arrays.stream(model.fields()).filter(field -> field != 0).toArray();
        double[] couplings =
                model.couplings().stream().mapToDouble(Coupling::strength).toArray();
        if (fields.length + couplings.length == 0) {
            return new ModelScale(1, 0);
        }
        double rootMeanSquare = rootMeanSquare(DoubleStream.concat(Arrays.stream(fields), Arrays.stream(couplings))
                .toArray());
        return new ModelScale(2 * rootMeanSquare, (2.0 * couplings.length + fields.length) / model.spins());
    }

    /** Divides by the largest first, so that no square overflows or vanishes. */
    private static double rootMeanSquare(double[] numbers) {
        double largest = Arrays.stream(numbers).map(Math::abs).max().orElseThrow();
        double meanSquare = Arrays.stream(numbers)
                .map(number -> number / largest * (number / largest))
                .average()
                .orElseThrow();
        return largest * Math.sqrt(meanSquare);
    }
}
