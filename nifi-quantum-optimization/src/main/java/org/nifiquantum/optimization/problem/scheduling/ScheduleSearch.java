// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem.scheduling;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.nifiquantum.optimization.solver.SolverBudget;

/**
 * Tabu search over the orders of the operations on each machine: exchanges two neighbours on a longest path, which never makes
 * a circle (P. van Laarhoven, E. Aarts, J. Lenstra, Oper. Res. 40, 113 (1992)). After many exchanges without gain it goes back
 * to the best order and makes some at random.
 */
final class ScheduleSearch {
    private static final int PATIENCE = 1_000;
    private static final int KICKS = 8;

    private final int bound;
    private final SolverBudget budget;
    private final SolverBudget.Clock clock;
    private final SplittableRandom random;
    private final MachineOrders orders;
    private final long[][] tabuUntil;

    private record Exchange(int first, int second) {}

    ScheduleSearch(JobShop problem, int bound, SolverBudget budget) {
        this.bound = bound;
        this.budget = budget;
        this.clock = budget.start();
        this.random = new SplittableRandom(budget.seed());
        this.orders = MachineOrders.of(problem, Schedule.greedy(problem));
        this.tabuUntil = new long[orders.operations()][orders.operations()];
    }

    /** The schedule that ends earliest; it stops at once where none can end earlier. */
    Schedule run() {
        int shortest = orders.makespan();
        MachineOrders best = orders.copy();
        long lastGain = 0;
        for (long move = 1; shortest > bound && !budget.isMetBy(shortest) && !clock.exhausted(); move++) {
            List<Exchange> exchanges = exchanges();
            if (exchanges.isEmpty()) {
                break;
            }
            exchange(choose(exchanges, move, shortest), move);
            if (orders.makespan() < shortest) {
                shortest = orders.makespan();
                best = orders.copy();
                lastGain = move;
            } else if (move - lastGain > PATIENCE) {
                orders.become(best);
                for (int kick = 0; kick < KICKS && !exchanges().isEmpty(); kick++) {
                    List<Exchange> any = exchanges();
                    exchange(any.get(random.nextInt(any.size())), move);
                }
                lastGain = move;
            }
        }
        return best.schedule();
    }

    private List<Exchange> exchanges() {
        List<Exchange> exchanges = new ArrayList<>();
        int[] path = orders.longestPath(random);
        for (int i = 1; i < path.length; i++) {
            if (orders.sameMachine(path[i - 1], path[i])) {
                exchanges.add(new Exchange(path[i - 1], path[i]));
            }
        }
        return exchanges;
    }

    private Exchange choose(List<Exchange> exchanges, long move, int shortest) {
        Exchange chosen = exchanges.get(random.nextInt(exchanges.size()));
        int earliest = Integer.MAX_VALUE;
        for (Exchange exchange : exchanges) {
            orders.exchange(exchange.first, exchange.second);
            int makespan = orders.makespan();
            orders.exchange(exchange.second, exchange.first);
            boolean allowed = tabuUntil[exchange.first][exchange.second] < move || makespan < shortest;
            if (allowed && makespan < earliest) {
                earliest = makespan;
                chosen = exchange;
            }
        }
        return chosen;
    }

    private void exchange(Exchange exchange, long move) {
        orders.exchange(exchange.first, exchange.second);
        tabuUntil[exchange.second][exchange.first] = move + 8 + random.nextInt(8);
    }
}
