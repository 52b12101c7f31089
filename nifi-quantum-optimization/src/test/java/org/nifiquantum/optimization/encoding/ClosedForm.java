// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.encoding;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.nifiquantum.optimization.problem.Edge;
import org.nifiquantum.optimization.problem.MaxCut;

/**
 * The expected cut of QAOA with one layer on an unweighted graph: Z. Wang, S. Hadfield, Z. Jiang, E. Rieffel, Phys. Rev. A
 * 97, 022304 (2018), theorem 1.
 */
final class ClosedForm {
    private ClosedForm() {}

    static double expectedCut(MaxCut problem, double gamma, double beta) {
        List<Set<Integer>> neighbours = Stream.generate(() -> (Set<Integer>) new HashSet<Integer>())
                .limit(problem.nodes().size())
                .toList();
        for (Edge edge : problem.edges()) {
            neighbours.get(edge.first()).add(edge.second());
            neighbours.get(edge.second()).add(edge.first());
        }
        double sum = 0;
        for (Edge edge : problem.edges()) {
            Set<Integer> common = new HashSet<>(neighbours.get(edge.first()));
            common.retainAll(neighbours.get(edge.second()));
            int d = neighbours.get(edge.first()).size() - 1;
            int e = neighbours.get(edge.second()).size() - 1;
            int triangles = common.size();
            double cosine = Math.cos(gamma);
            sum += 0.5
                    + 0.25 * Math.sin(4 * beta) * Math.sin(gamma) * (Math.pow(cosine, d) + Math.pow(cosine, e))
                    - 0.25
                            * Math.pow(Math.sin(2 * beta), 2)
                            * Math.pow(cosine, d + e - 2 * triangles)
                            * (1 - Math.pow(Math.cos(2 * gamma), triangles));
        }
        return sum;
    }
}
