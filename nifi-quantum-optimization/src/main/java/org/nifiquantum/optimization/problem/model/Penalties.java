// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem.model;

import java.util.OptionalDouble;
import org.nifiquantum.optimization.problem.ProblemFormatException;

/** The penalties that users wish. */
public final class Penalties {
    private Penalties() {}

    /**
     * Refuses a penalty that is none.
     *
     * @throws ProblemFormatException at {@code /penalty}
     */
    public static void check(OptionalDouble wished) {
        if (wished.isPresent() && !(wished.getAsDouble() > 0 && Double.isFinite(wished.getAsDouble()))) {
            throw new ProblemFormatException(
                    "/penalty",
                    "It is " + wished.getAsDouble() + ".",
                    "Give a finite number above 0, or leave it out for one that is known to be enough.");
        }
    }
}
