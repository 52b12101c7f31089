// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.nifiquantum.optimization.problem.Edge;
import org.nifiquantum.optimization.problem.MaxCut;

/** Graphs whose best cuts are known, and random ones. */
public final class Graphs {
    private Graphs() {}

    public static MaxCut of(int nodes, List<Edge> edges) {
        return new MaxCut(IntStream.range(0, nodes).mapToObj(i -> "node " + i).toList(), edges);
    }

    public static MaxCut cycle(int nodes) {
        return of(
                nodes,
                IntStream.range(0, nodes)
                        .mapToObj(i -> Edge.unweighted(i, (i + 1) % nodes))
                        .toList());
    }

    public static MaxCut complete(int nodes) {
        List<Edge> edges = new ArrayList<>();
        for (int i = 0; i < nodes; i++) {
            for (int j = 0; j < i; j++) {
                edges.add(Edge.unweighted(i, j));
            }
        }
        return of(nodes, edges);
    }

    public static MaxCut completeBipartite(int left, int right) {
        List<Edge> edges = new ArrayList<>();
        for (int i = 0; i < left; i++) {
            for (int j = 0; j < right; j++) {
                edges.add(Edge.unweighted(i, left + j));
            }
        }
        return of(left + right, edges);
    }

    /** 10 nodes, 3-regular, girth 5, best cut 12. */
    public static MaxCut petersen() {
        List<Edge> edges = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            edges.add(Edge.unweighted(i, (i + 1) % 5));
            edges.add(Edge.unweighted(i, i + 5));
            edges.add(Edge.unweighted(5 + i, 5 + (i + 2) % 5));
        }
        return of(10, edges);
    }

    /** 14 nodes, 3-regular, girth 6, bipartite: all 21 edges can be cut. */
    public static MaxCut heawood() {
        List<Edge> edges = new ArrayList<>();
        for (int i = 0; i < 14; i++) {
            edges.add(Edge.unweighted(i, (i + 1) % 14));
            if (i % 2 == 0) {
                edges.add(Edge.unweighted(i, (i + 5) % 14));
            }
        }
        return of(14, edges);
    }

    /** Pairs up the ends of edges at random until the graph is simple. */
    public static MaxCut randomRegular(int nodes, int degree, Random random) {
        while (true) {
            List<Integer> ends = new ArrayList<>(
                    IntStream.range(0, nodes * degree).mapToObj(i -> i / degree).toList());
            Collections.shuffle(ends, random);
            Set<Set<Integer>> pairs = new HashSet<>();
            List<Edge> edges = new ArrayList<>();
            for (int i = 0; i < ends.size(); i += 2) {
                if (!ends.get(i).equals(ends.get(i + 1)) && pairs.add(Set.of(ends.get(i), ends.get(i + 1)))) {
                    edges.add(Edge.unweighted(ends.get(i), ends.get(i + 1)));
                }
            }
            if (2 * edges.size() == nodes * degree) {
                return of(nodes, edges);
            }
        }
    }

    /** Each pair is an edge with the given chance; weights are normally distributed. */
    public static MaxCut randomWeighted(int nodes, double density, Random random) {
        List<Edge> edges = new ArrayList<>();
        for (int i = 0; i < nodes; i++) {
            for (int j = 0; j < i; j++) {
                if (random.nextDouble() < density) {
                    edges.add(new Edge(i, j, random.nextGaussian()));
                }
            }
        }
        return of(nodes, edges);
    }
}
