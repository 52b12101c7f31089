// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nifiquantum.optimization.problem.assignment.Qap;
import org.nifiquantum.optimization.problem.finance.Portfolio;
import org.nifiquantum.optimization.problem.graph.Clique;
import org.nifiquantum.optimization.problem.graph.Colouring;
import org.nifiquantum.optimization.problem.graph.Graph;
import org.nifiquantum.optimization.problem.graph.IndependentSet;
import org.nifiquantum.optimization.problem.graph.VertexCover;
import org.nifiquantum.optimization.problem.packing.Item;
import org.nifiquantum.optimization.problem.packing.Knapsack;
import org.nifiquantum.optimization.problem.routing.Tsp;

/**
 * The penalties of every kind of problem, on random small ones: the best answer is found by looking at all answers in the
 * problem's own terms, without any bit, energy or decoder. The seed is the parameter.
 */
class LowestStatesTest {
    private static final OptionalDouble NONE = OptionalDouble.empty();

    private static boolean joined(Graph graph, int i, int j) {
        return graph.edges().stream()
                .anyMatch(edge -> edge.first() == Math.min(i, j) && edge.second() == Math.max(i, j));
    }

    private static Graph graph(int nodes, SplittableRandom random) {
        List<Edge> edges = new ArrayList<>();
        for (int i = 0; i < nodes; i++) {
            for (int j = 0; j < i; j++) {
                if (random.nextInt(2) == 0) {
                    edges.add(Edge.unweighted(i, j));
                }
            }
        }
        return new Graph(names(nodes), edges);
    }

    private static List<String> names(int count) {
        return IntStream.range(0, count).mapToObj(i -> "n" + i).toList();
    }

    private static double best(int bits, boolean largest, IntPredicate feasible, IntToDoubleFunction objective) {
        return IntStream.range(0, 1 << bits)
                        .filter(feasible)
                        .mapToDouble(
                                subset -> largest ? objective.applyAsDouble(subset) : -objective.applyAsDouble(subset))
                        .max()
                        .orElseThrow()
                * (largest ? 1 : -1);
    }

    private static boolean in(int subset, int element) {
        return (subset >> element & 1) == 1;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void nodesOfAGraph(long seed) {
        Graph graph = graph(7, new SplittableRandom(seed));
        IntPredicate covers = subset ->
                graph.edges().stream().allMatch(edge -> in(subset, edge.first()) || in(subset, edge.second()));
        IntPredicate independent = subset ->
                graph.edges().stream().noneMatch(edge -> in(subset, edge.first()) && in(subset, edge.second()));
        IntPredicate clique = subset -> IntStream.range(0, 49)
                .allMatch(pair -> pair / 7 <= pair % 7
                        || !in(subset, pair / 7)
                        || !in(subset, pair % 7)
                        || joined(graph, pair / 7, pair % 7));
        LowestStates.assertAreBest(new VertexCover(graph, NONE), best(7, false, covers, Integer::bitCount));
        LowestStates.assertAreBest(new IndependentSet(graph, NONE), best(7, true, independent, Integer::bitCount));
        LowestStates.assertAreBest(new Clique(graph, NONE), best(7, true, clique, Integer::bitCount));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void coloursOfAGraph(long seed) {
        Graph graph = graph(5, new SplittableRandom(seed));
        boolean[] proper = new boolean[6];
        for (int colours = 1; colours <= 3; colours++) {
            int count = colours;
            proper[colours] = IntStream.range(0, (int) Math.pow(colours, 5))
                    .anyMatch(code -> graph.edges().stream()
                            .noneMatch(edge -> digit(code, edge.first(), count) == digit(code, edge.second(), count)));
            if (proper[colours]) {
                LowestStates.assertAreBest(new Colouring(graph, colours, NONE), 0);
            }
        }
        int greedy = Colouring.withFewColours(graph, NONE).colours();
        assertTrue(greedy > 3 || proper[greedy], "greedy takes " + greedy);
    }

    private static int digit(int code, int place, int base) {
        return code / (int) Math.pow(base, place) % base;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void knapsacks(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int capacities = 1 + random.nextInt(2);
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            items.add(new Item(
                    "i" + i,
                    random.nextInt(9),
                    random.longs(capacities, 0, 8).boxed().toList()));
        }
        List<PairTerm> pairs = seed % 2 == 0 ? List.of(new PairTerm(0, 3, 4), new PairTerm(1, 2, 2.5)) : List.of();
        List<Long> limits = random.longs(capacities, 3, 16).boxed().toList();
        IntPredicate fits = subset -> IntStream.range(0, capacities)
                .allMatch(k -> IntStream.range(0, 5)
                                .filter(i -> in(subset, i))
                                .mapToLong(i -> items.get(i).weights().get(k))
                                .sum()
                        <= limits.get(k));
        IntToDoubleFunction profit = subset -> IntStream.range(0, 5)
                        .filter(i -> in(subset, i))
                        .mapToDouble(i -> items.get(i).profit())
                        .sum()
                + pairs.stream()
                        .filter(pair -> in(subset, pair.first()) && in(subset, pair.second()))
                        .mapToDouble(PairTerm::value)
                        .sum();
        LowestStates.assertAreBest(new Knapsack(items, limits, pairs, NONE), best(5, true, fits, profit));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void tours(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] distances = matrix(5, random);
        double shortest = permutations(4).stream()
                .mapToDouble(order -> distances[4][order[0]]
                        + distances[order[0]][order[1]]
                        + distances[order[1]][order[2]]
                        + distances[order[2]][order[3]]
                        + distances[order[3]][4])
                .min()
                .orElseThrow();
        LowestStates.assertAreBest(new Tsp(names(5), Matrix.of(distances), NONE), shortest);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void assignments(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int size = 3 + (int) (seed % 2);
        double[][] flows = matrix(size, random);
        double[][] distances = matrix(size, random);
        double cheapest = permutations(size).stream()
                .mapToDouble(order -> IntStream.range(0, size * size)
                        .mapToDouble(pair ->
                                flows[pair / size][pair % size] * distances[order[pair / size]][order[pair % size]])
                        .sum())
                .min()
                .orElseThrow();
        LowestStates.assertAreBest(
                new Qap(names(size), names(size), Matrix.of(flows), Matrix.of(distances), NONE), cheapest);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void portfolios(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int size = 6;
        double[][] factors = new double[size][size];
        double[][] covariance = new double[size][size];
        for (double[] row : factors) {
            Arrays.setAll(row, i -> random.nextDouble(-1, 1));
        }
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                for (int k = 0; k < size; k++) {
                    covariance[i][j] += factors[i][k] * factors[j][k];
                }
            }
        }
        List<Double> returns = random.doubles(size, -1, 1).boxed().toList();
        OptionalInt choose = seed % 3 == 0 ? OptionalInt.empty() : OptionalInt.of(3);
        IntToDoubleFunction objective = subset -> IntStream.range(0, size * size)
                        .filter(pair -> in(subset, pair / size) && in(subset, pair % size))
                        .mapToDouble(pair -> 2 * covariance[pair / size][pair % size])
                        .sum()
                - IntStream.range(0, size)
                        .filter(i -> in(subset, i))
                        .mapToDouble(returns::get)
                        .sum();
        double best = best(size, false, subset -> choose.isEmpty() || Integer.bitCount(subset) == 3, objective);
        LowestStates.assertAreBest(new Portfolio(names(size), returns, Matrix.of(covariance), 2, choose, NONE), best);
    }

    /** Whole numbers, some of them 0, different by direction. */
    private static double[][] matrix(int size, SplittableRandom random) {
        double[][] matrix = new double[size][size];
        for (double[] row : matrix) {
            Arrays.setAll(row, i -> random.nextInt(8));
        }
        return matrix;
    }

    private static List<int[]> permutations(int size) {
        if (size == 0) {
            return List.of(new int[0]);
        }
        List<int[]> longer = new ArrayList<>();
        for (int[] shorter : permutations(size - 1)) {
            for (int place = 0; place < size; place++) {
                int[] permutation = new int[size];
                System.arraycopy(shorter, 0, permutation, 0, place);
                permutation[place] = size - 1;
                System.arraycopy(shorter, place, permutation, place + 1, size - 1 - place);
                longer.add(permutation);
            }
        }
        return longer;
    }
}
