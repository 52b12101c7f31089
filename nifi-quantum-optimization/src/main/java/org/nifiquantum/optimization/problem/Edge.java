// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem;

/**
 * An undirected edge of a graph. It is checked by the graph it belongs to, which knows its own size.
 *
 * @param first the index of one end, from 0
 * @param second the index of the other end, from 0
 * @param weight the weight, 1 in an unweighted graph
 */
public record Edge(int first, int second, double weight) {
    /** An edge of weight 1. */
    public static Edge unweighted(int first, int second) {
        return new Edge(first, second, 1);
    }

    /** The same edge, seen from its other end. */
    Edge reversed() {
        return new Edge(/* first= */ second, /* second= */ first, weight);
    }
}
