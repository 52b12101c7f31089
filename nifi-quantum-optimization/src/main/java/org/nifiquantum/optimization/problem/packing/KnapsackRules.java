// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem.packing;

import java.util.List;
import org.nifiquantum.optimization.problem.PairTerm;
import org.nifiquantum.optimization.problem.ProblemFormatException;

/** What the parts of a knapsack must be. */
final class KnapsackRules {
    private KnapsackRules() {}

    static void requireItem(String place, Item item, int capacities) {
        if (!Double.isFinite(item.profit()) || item.profit() < 0) {
            throw new ProblemFormatException(
                    place + "/profit", "The profit is " + item.profit() + ".", "Give a finite number of 0 or more.");
        }
        if (item.weights().size() != capacities) {
            throw new ProblemFormatException(
                    place + "/weights",
                    item.weights().size() + " weights for " + capacities + " capacities.",
                    "Give one for each.");
        }
        for (int k = 0; k < capacities; k++) {
            requireWeight(place + "/weights/" + k, "The weight", item.weights().get(k));
        }
    }

    static void requireWeight(String place, String what, long weight) {
        if (weight < 0 || weight > Knapsack.LARGEST_WEIGHT) {
            throw new ProblemFormatException(
                    place,
                    what + " is " + weight + ".",
                    "Give a whole number from 0 to " + Knapsack.LARGEST_WEIGHT + ".");
        }
    }

    static void requireSums(List<Item> items, int capacities) {
        for (int k = 0; k < capacities; k++) {
            long sum = 0;
            for (Item item : items) {
                sum += item.weights().get(k);
                if (sum > Knapsack.LARGEST_WEIGHT) {
                    throw new ProblemFormatException(
                            "/items",
                            "The weights of capacity " + (k + 1) + " add up to more than " + Knapsack.LARGEST_WEIGHT
                                    + ", too large for exact penalties.",
                            "Give them in larger units.");
                }
            }
        }
    }

    static void requirePairs(List<PairTerm> pairs) {
        for (int i = 0; i < pairs.size(); i++) {
            if (pairs.get(i).value() < 0) {
                throw new ProblemFormatException(
                        "/pairs/" + i + "/value",
                        "The profit of the pair is " + pairs.get(i).value() + ".",
                        "Give a number of 0 or more.");
            }
        }
    }
}
