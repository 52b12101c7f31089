// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.solver;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.nifiquantum.engine.operator.Coupling;
import org.nifiquantum.engine.operator.IsingModel;

/**
 * The spins of a sparse model in an order that eliminates each while it has few neighbours; whoever is eliminated leaves its
 * neighbours all coupled. Always the spin with the fewest next, which is near the best order on most graphs (D. J. Rose, in
 * "Graph Theory and Computing", 1972).
 */
final class EliminationOrder {
    private final int[] spins;
    private final List<int[]> neighbours = new ArrayList<>();
    /** Of the spins that are left, those they are coupled to by now. */
    private final List<SortedSet<Integer>> adjacent = new ArrayList<>();
    /** The spins that are left, as numbers that sort by degree. */
    private final TreeSet<Long> byDegree = new TreeSet<>();

    private EliminationOrder(IsingModel model) {
        this.spins = new int[model.spins()];
        for (int spin = 0; spin < spins.length; spin++) {
            adjacent.add(new TreeSet<>());
        }
        for (Coupling coupling : model.couplings()) {
            adjacent.get(coupling.first()).add(coupling.second());
            adjacent.get(coupling.second()).add(coupling.first());
        }
        for (int spin = 0; spin < spins.length; spin++) {
            byDegree.add(key(spin));
        }
    }

    /** Empty if a spin would have more neighbours than that. */
    static Optional<EliminationOrder> of(IsingModel model, int mostNeighbours) {
        EliminationOrder order = new EliminationOrder(model);
        for (int place = 0; place < order.spins.length; place++) {
            int spin = order.byDegree.removeFirst().intValue();
            if (order.adjacent.get(spin).size() > mostNeighbours) {
                return Optional.empty();
            }
            order.spins[place] = spin;
            order.neighbours.add(order.adjacent.get(spin).stream()
                    .mapToInt(Integer::intValue)
                    .toArray());
            order.eliminate(spin);
        }
        return Optional.of(order);
    }

    private void eliminate(int spin) {
        SortedSet<Integer> left = adjacent.get(spin);
        for (int neighbour : left) {
            byDegree.remove(key(neighbour));
            adjacent.get(neighbour).addAll(left);
            adjacent.get(neighbour).remove(spin);
            adjacent.get(neighbour).remove(neighbour);
            byDegree.add(key(neighbour));
        }
    }

    private long key(int spin) {
        return (long) adjacent.get(spin).size() << Integer.SIZE | spin;
    }

    int spin(int place) {
        return spins[place];
    }

    /** Those that the spin at a place has when its turn comes, ascending; not to be changed. */
    int[] neighbours(int place) {
        return neighbours.get(place);
    }

    /** How many states of neighbours there are to look at, all spins together. */
    double states() {
        return neighbours.stream()
                .mapToDouble(some -> Math.scalb(1.0, some.length))
                .sum();
    }
}
