// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.solver;

import java.util.Objects;
import org.nifiquantum.engine.circuit.BitString;

/**
 * What a {@link Solver} found.
 *
 * @param bits the state: bit i is 0 for spin +1, 1 for spin -1
 * @param energy its energy, the model's constant included
 * @param method the solver's name in documents: {@code exact} or {@code annealing}
 * @param provenOptimal true if no state has a lower energy, within rounding
 * @param interrupted true if the search was cut short: cancelled, or out of time before its planned end
 */
public record Solution(BitString bits, double energy, String method, boolean provenOptimal, boolean interrupted) {
    public Solution {
        Objects.requireNonNull(bits, "bits");
        Objects.requireNonNull(method, "method");
    }
}
