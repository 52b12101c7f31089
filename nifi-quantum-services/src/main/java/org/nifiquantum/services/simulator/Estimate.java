// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.simulator;

import java.util.Map;
import java.util.OptionalDouble;
import org.nifiquantum.engine.circuit.BitString;
import org.nifiquantum.engine.simulation.Counts;

/** The mean of a diagonal observable over the shots, and the standard error of that mean. */
record Estimate(OptionalDouble mean, OptionalDouble standardError) {

    static final Estimate NONE = new Estimate(OptionalDouble.empty(), OptionalDouble.empty());

    static Estimate of(Counts counts, DiagonalOperator observable) {
        double[] values = new double[counts.byOutcome().size()];
        int[] weights = new int[values.length];
        int next = 0;
        for (Map.Entry<BitString, Integer> outcome : counts.byOutcome().entrySet()) {
            values[next] = observable.eigenvalue(outcome.getKey().toIndex());
            weights[next++] = outcome.getValue();
        }
        return of(values, weights, counts.shots());
    }

    private static Estimate of(double[] values, int[] weights, int shots) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += weights[i] * values[i];
        }
        double mean = sum / shots;
        double squares = 0;
        for (int i = 0; i < values.length; i++) {
            squares += weights[i] * (values[i] - mean) * (values[i] - mean);
        }
        double variance = squares / Math.max(1, shots - 1);
        return new Estimate(OptionalDouble.of(mean), OptionalDouble.of(Math.sqrt(variance / shots)));
    }
}
