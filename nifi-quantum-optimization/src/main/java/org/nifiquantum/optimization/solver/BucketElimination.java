// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.nifiquantum.engine.circuit.BitString;
import org.nifiquantum.engine.operator.Adjacency;
import org.nifiquantum.engine.operator.IsingModel;

/**
 * Dynamic programming over a sparse model, however many spins it has: one spin after the other is eliminated, leaving a table of
 * the least energy that it and those before it can have, by the state of its neighbours (U. Bertelè, F. Brioschi, "Nonserial
 * Dynamic Programming", 1972; R. Dechter, Artif. Intell. 113, 41 (1999)). Then each spin takes the better side, the last first.
 */
final class BucketElimination {
    /** A table of 2^20 numbers is 8 MB. */
    static final int MOST_NEIGHBOURS = 20;

    /** What one state of neighbours may cost: 5 were measured with three tables. */
    private static final double NANOS_PER_STATE = 20;

    private static final int STATES_BETWEEN_CLOCKS = 1 << 14;

    private final IsingModel model;
    private final EliminationOrder order;
    private final SolverBudget.Clock clock;
    private final List<Table> open = new ArrayList<>();
    /** For each place of the order, by the state of the neighbours, whether the spin is better down. */
    private final List<BitSet> down = new ArrayList<>();
    /** The place of each spin in the order. */
    private final int[] places;

    /** A function of some spins. */
    private static final class Table {
        /** Ascending. */
        private final int[] scope;
        /** By the state: bit i is 1 where the i-th of the scope is down. */
        private final double[] values;

        Table(int[] scope, double[] values) {
            this.scope = scope;
            this.values = values;
        }

        int bit(int spin) {
            return 1 << Arrays.binarySearch(scope, spin);
        }

        boolean has(int spin) {
            return Arrays.binarySearch(scope, spin) >= 0;
        }
    }

    private BucketElimination(IsingModel model, EliminationOrder order, SolverBudget.Clock clock) {
        this.model = model;
        this.order = order;
        this.clock = clock;
        this.places = new int[model.spins()];
        for (int place = 0; place < places.length; place++) {
            places[order.spin(place)] = place;
        }
    }

    /** The lowest state; empty where the model is not sparse enough for the time, or the clock ran out. */
    static Optional<BitString> lowest(IsingModel model, SolverBudget budget) {
        SolverBudget.Clock clock = budget.start();
        return EliminationOrder.of(model, MOST_NEIGHBOURS)
                .filter(order ->
                        order.states() * NANOS_PER_STATE <= clock.left().toNanos())
                .flatMap(order -> new BucketElimination(model, order, clock).run());
    }

    private Optional<BitString> run() {
        for (int place = 0; place < places.length; place++) {
            if (!eliminate(place)) {
                return Optional.empty();
            }
        }
        boolean[] bits = new boolean[places.length];
        for (int place = places.length - 1; place >= 0; place--) {
            int state = 0;
            int[] neighbours = order.neighbours(place);
            for (int i = 0; i < neighbours.length; i++) {
                state |= bits[neighbours[i]] ? 1 << i : 0;
            }
            bits[order.spin(place)] = down.get(place).get(state);
        }
        return Optional.of(BitString.of(bits));
    }

    /** Joins all that the spin is in to one table of its neighbours; false if the clock ran out. */
    private boolean eliminate(int place) {
        int spin = order.spin(place);
        int[] neighbours = order.neighbours(place);
        List<Table> tables = take(spin);
        double[] couplings = couplings(spin, place, neighbours);
        int[][] masks = new int[tables.size()][];
        int[] own = new int[tables.size()];
        int[] indices = new int[tables.size()];
        for (int t = 0; t < masks.length; t++) {
            Table table = tables.get(t);
            own[t] = table.bit(spin);
            masks[t] = Arrays.stream(neighbours)
                    .map(other -> table.has(other) ? table.bit(other) : 0)
                    .toArray();
        }
        // What the spin feels where all neighbours are up.
        double field = model.field(spin) + Arrays.stream(couplings).sum();
        double[] least = new double[1 << neighbours.length];
        BitSet better = new BitSet(least.length);
        int state = 0;
        for (int step = 1; ; step++) {
            double up = field;
            double below = -field;
            for (int t = 0; t < masks.length; t++) {
                double[] values = tables.get(t).values;
                up += values[indices[t]];
                below += values[indices[t] ^ own[t]];
            }
            least[state] = Math.min(up, below);
            better.set(state, below < up);
            if (step == least.length) {
                break;
            }
            if (step % STATES_BETWEEN_CLOCKS == 0 && clock.exhausted()) {
                return false;
            }
            // One neighbour turns from a state to the next: Gray code.
            int turned = Integer.numberOfTrailingZeros(step);
            state ^= 1 << turned;
            field += (state >>> turned & 1) == 1 ? -2 * couplings[turned] : 2 * couplings[turned];
            for (int t = 0; t < masks.length; t++) {
                indices[t] ^= masks[t][turned];
            }
        }
        open.add(new Table(neighbours, least));
        down.add(better);
        return !clock.exhausted();
    }

    /** The open tables that the spin is in, which are open no more. */
    private List<Table> take(int spin) {
        List<Table> taken = new ArrayList<>();
        for (Iterator<Table> tables = open.iterator(); tables.hasNext(); ) {
            Table table = tables.next();
            if (table.has(spin)) {
                taken.add(table);
                tables.remove();
            }
        }
        return taken;
    }

    /** The couplings to those neighbours that the model itself has, and that are not eliminated yet. */
    private double[] couplings(int spin, int place, int... neighbours) {
        Adjacency adjacency = model.adjacency();
        double[] couplings = new double[neighbours.length];
        for (int position = adjacency.start(spin); position < adjacency.end(spin); position++) {
            if (places[adjacency.neighbour(position)] > place) {
                couplings[Arrays.binarySearch(neighbours, adjacency.neighbour(position))] =
                        adjacency.strength(position);
            }
        }
        return couplings;
    }
}
