// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem.program;

/**
 * A whole number between bounds. It is checked by its program.
 *
 * @param lower the least value
 * @param upper the greatest value; 0 and 1 make a binary variable
 */
public record IntegerVariable(String name, long lower, long upper) {
    public static IntegerVariable binary(String name) {
        return new IntegerVariable(name, 0, 1);
    }

    boolean isBinary() {
        return lower == 0 && upper == 1;
    }
}
