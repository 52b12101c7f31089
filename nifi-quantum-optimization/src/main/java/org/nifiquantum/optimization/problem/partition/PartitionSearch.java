// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem.partition;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.nifiquantum.engine.circuit.BitString;
import org.nifiquantum.optimization.problem.ClassicalAnswer;
import org.nifiquantum.optimization.solver.SolverBudget;

/**
 * The complete greedy algorithm: numbers from the largest down, each first to the group with the smaller sum, then to the
 * other; a branch ends where even all the rest cannot mend the difference. R. E. Korf, Artif. Intell. 106, 181 (1998).
 */
final class PartitionSearch {
    private static final int NODES_BETWEEN_CLOCKS = 1 << 12;

    private final NumberPartition problem;
    private final SolverBudget.Clock clock;
    private final Integer[] order;
    private final double[] numbers;
    /** The sum from each place to the end. */
    private final double[] rest;

    private final double perfect;
    private final boolean[] present;
    private boolean[] best;
    private double smallest = Double.POSITIVE_INFINITY;
    private long nodes;
    private boolean cutShort;

    PartitionSearch(NumberPartition problem, SolverBudget budget) {
        this.problem = problem;
        this.clock = budget.start();
        int size = problem.names().size();
        this.order = IntStream.range(0, size).boxed().toArray(Integer[]::new);
        Arrays.sort(
                order,
                Comparator.comparing((Integer i) -> problem.numbers().get(i)).reversed());
        this.numbers = Arrays.stream(order).mapToDouble(problem.numbers()::get).toArray();
        this.rest = new double[size + 1];
        for (int i = size - 1; i >= 0; i--) {
            rest[i] = rest[i + 1] + numbers[i];
        }
        boolean whole = Arrays.stream(numbers).allMatch(number -> number == Math.rint(number));
        this.perfect = whole ? rest[0] % 2 : 0;
        this.present = new boolean[size];
        this.best = present.clone();
    }

    ClassicalAnswer solve() {
        search();
        boolean[] bits = new boolean[best.length];
        for (int i = 0; i < best.length; i++) {
            bits[order[i]] = best[i];
        }
        boolean proven = smallest <= perfect || !cutShort;
        ClassicalAnswer answer = ClassicalAnswer.of(problem, BitString.of(bits), cutShort ? "greedy" : "exact", proven);
        return proven ? answer : answer.boundedBy(perfect);
    }

    /** Depth first, without recursion: there may be more numbers than a thread's stack has frames. */
    private void search() {
        // Of the sums of the numbers before each place: that of the present group less that of the other.
        double[] differences = new double[numbers.length + 1];
        // How many of the two branches at each place have been taken.
        byte[] taken = new byte[numbers.length + 1];
        int place = 0;
        while (place >= 0) {
            double difference = differences[place];
            if (taken[place] == 0 && (smallest <= perfect || isOver())) {
                return;
            }
            if (taken[place] == 0 && Math.abs(difference) >= rest[place]) {
                // All that is left goes to the smaller group.
                Arrays.fill(present, place, present.length, difference < 0);
                offer(Math.abs(difference) - rest[place]);
                place--;
            } else if (taken[place] == 2 || (taken[place] == 1 && place == 0)) {
                // The first number is in one group only: the other is the same with the groups exchanged.
                taken[place] = 0;
                place--;
            } else {
                boolean toFirst = (difference <= 0) == (taken[place] == 0);
                taken[place]++;
                present[place] = toFirst;
                differences[place + 1] = toFirst ? difference + numbers[place] : difference - numbers[place];
                place++;
            }
        }
    }

    private void offer(double difference) {
        if (difference < smallest) {
            smallest = difference;
            best = present.clone();
        }
    }

    /** The first way down is always taken to its end: it is the greedy answer. */
    private boolean isOver() {
        if (smallest < Double.POSITIVE_INFINITY && ++nodes % NODES_BETWEEN_CLOCKS == 0 && clock.exhausted()) {
            cutShort = true;
        }
        return cutShort;
    }
}
