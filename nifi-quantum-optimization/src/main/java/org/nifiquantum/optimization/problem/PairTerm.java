// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem;

/**
 * A term over two variables of a problem. It is checked by the problem it belongs to, which knows its own size.
 *
 * @param first the index of one variable, from 0
 * @param second the index of the other, from 0
 * @param value the coefficient of their product
 */
public record PairTerm(int first, int second, double value) {
    /** The same term with {@code first} the smaller index. */
    PairTerm ordered() {
        return new PairTerm(Math.min(first, second), Math.max(first, second), value);
    }

    /** The same term with a larger value. */
    PairTerm plus(double more) {
        return new PairTerm(first, second, value + more);
    }

    /** One number for each pair of variables, in either order. */
    long pair() {
        return (long) Math.min(first, second) << Integer.SIZE | Math.max(first, second);
    }
}
