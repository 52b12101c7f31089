// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem.packing;

import java.util.List;

/**
 * Something to be packed or left. It is checked by the knapsack, which knows how many capacities there are.
 *
 * @param profit what packing it brings
 * @param weights what it takes of each capacity, whole numbers
 */
public record Item(String name, double profit, List<Long> weights) {
    public Item {
        weights = List.copyOf(weights);
    }
}
