// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.lightcone;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tables that a set of sums needs, each once: what branches or whole cones have in common is computed for all of them. */
final class SumPlan {
    private final List<Node> nodes = new ArrayList<>();
    private final Map<Node, Integer> numbers = new HashMap<>();
    private final ConeLimits limits;
    private double operations;
    private double planning;

    SumPlan(ConeLimits limits) {
        this.limits = limits;
    }

    /** A node and the variables of its table, by rank, rising. */
    private record Open(int node, List<Integer> ranks) {}

    List<Node> nodes() {
        return nodes;
    }

    /**
     * Plans the sum over all variables of some factors.
     *
     * @return the nodes of numbers, tables of no variables, whose product it is; empty if it is beyond the limits
     */
    Optional<List<Integer>> add(List<Network.Factor> factors) {
        List<Integer> order = Elimination.order(factors, limits.widest());
        planning += Math.pow(order.size(), 2);
        Map<Integer, Integer> rankOfVariable = new HashMap<>();
        order.forEach(variable -> rankOfVariable.put(variable, rankOfVariable.size()));
        List<List<Open>> buckets = new ArrayList<>();
        for (int rank = 0; rank <= order.size(); rank++) {
            buckets.add(new ArrayList<>());
        }
        for (Network.Factor factor : factors) {
            if (!factor.variables().stream().allMatch(v -> v == Network.ZERO || rankOfVariable.containsKey(v))) {
                return Optional.empty();
            }
            put(leaf(factor, rankOfVariable), buckets);
        }
        for (int rank = 0; rank < order.size(); rank++) {
            put(sum(buckets.get(rank)), buckets);
            if (!limits.allow(operations, nodes.size(), planning)) {
                return Optional.empty();
            }
        }
        return Optional.of(buckets.getLast().stream().map(Open::node).toList());
    }

    /** To those whose first variable is the same; numbers to the last. */
    private static void put(Open open, List<List<Open>> buckets) {
        buckets.get(open.ranks.isEmpty() ? buckets.size() - 1 : open.ranks.getFirst())
                .add(open);
    }

    private Open leaf(Network.Factor factor, Map<Integer, Integer> rankOfVariable) {
        int[] rankOfBit = factor.variables().stream()
                .mapToInt(variable -> variable == Network.ZERO ? -1 : rankOfVariable.get(variable))
                .toArray();
        List<Integer> ranks = Arrays.stream(rankOfBit)
                .filter(rank -> rank >= 0)
                .distinct()
                .sorted()
                .boxed()
                .toList();
        List<Integer> gather = new ArrayList<>();
        for (int index = 0; index < 1 << ranks.size(); index++) {
            int from = 0;
            for (int bit = 0; bit < rankOfBit.length; bit++) {
                if (rankOfBit[bit] >= 0) {
                    from |= (index >> ranks.indexOf(rankOfBit[bit]) & 1) << bit;
                }
            }
            gather.add(from);
        }
        return new Open(number(new Node.Leaf(factor.piece(), ranks.size(), gather, factor.conjugate())), ranks);
    }

    private Open sum(List<Open> bucket) {
        List<Integer> ranks = bucket.stream()
                .flatMap(open -> open.ranks.stream())
                .distinct()
                .sorted()
                .toList();
        List<Integer> masks = new ArrayList<>();
        for (Open open : bucket) {
            int mask = 0;
            for (int rank : open.ranks) {
                mask |= 1 << ranks.indexOf(rank);
            }
            masks.add(mask);
        }
        List<Integer> inputs = bucket.stream().map(Open::node).toList();
        return new Open(number(new Node.Sum(ranks.size() - 1, inputs, masks)), ranks.subList(1, ranks.size()));
    }

    private int number(Node node) {
        return numbers.computeIfAbsent(node, added -> {
            nodes.add(added);
            operations += added instanceof Node.Sum sum ? sum.operations() : 0;
            return nodes.size() - 1;
        });
    }
}
