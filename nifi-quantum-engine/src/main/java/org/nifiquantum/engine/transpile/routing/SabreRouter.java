// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.transpile.routing;

import java.util.Arrays;
import java.util.Random;
import org.nifiquantum.engine.collection.IntList;
import org.nifiquantum.engine.transpile.device.CouplingMap;

/**
 * SABRE (Li, Ding and Xie, arXiv:1809.02573) on groups of commuting nodes: does what can be done, then the exchange that brings
 * ready interactions, and to a lesser degree those after them, nearest together. As in LightSABRE (arXiv:2409.08368) only changes
 * of distance are added up, and a search that gets nowhere is led out along a shortest path. An exchange right after an
 * interaction of its qubits costs what both cost together (Liu et al., arXiv:2205.10596).
 */
final class SabreRouter {
    private static final double DECAY = 0.005;
    private static final int DECAY_RESET = 5;

    private final RoutingProblem problem;
    private final CouplingMap couplings;
    private final int[][] neighbors;
    private final Heuristic heuristic;
    private final Random random;
    private final RoutingState state;
    private final Progress progress;
    private final Placement placement;
    private final double[] decay;
    private final IntList upcoming = new IntList();
    private final IntList[] upcomingOn;
    private int exchangesSinceProgress;
    private int stepsAtProgress;
    private int costAtProgress;

    private SabreRouter(
            RoutingProblem problem, CouplingMap couplings, int[] initial, Heuristic heuristic, Random random) {
        this.heuristic = heuristic;
        this.problem = problem;
        this.couplings = couplings;
        this.neighbors = new int[couplings.qubits()][];
        Arrays.setAll(neighbors, couplings::neighbors);
        this.random = random;
        this.state = new RoutingState(problem, couplings, initial);
        this.progress = state.progress();
        this.placement = state.placement();
        this.decay = new double[couplings.qubits()];
        this.upcomingOn = new IntList[problem.wireCount()];
        Arrays.setAll(upcomingOn, wire -> new IntList());
    }

    /** A way through the problem from an initial placement; all qubits used must be connected. */
    static Routed route(
            RoutingProblem problem, CouplingMap couplings, int[] initial, Heuristic heuristic, Random random) {
        SabreRouter router = new SabreRouter(problem, couplings, initial, heuristic, random);
        router.run();
        return router.state.result();
    }

    private void run() {
        int patience = 10 + 2 * couplings.qubits();
        state.advance(true);
        progressed();
        while (progress.front().size() > 0) {
            if (exchangesSinceProgress >= patience) {
                leadOut();
            } else {
                int best = bestExchange();
                exchange(best / couplings.qubits(), best % couplings.qubits());
            }
        }
    }

    private void progressed() {
        Arrays.fill(decay, 0);
        exchangesSinceProgress = 0;
        stepsAtProgress = state.stepCount();
        costAtProgress = state.cost();
        lookAhead();
    }

    private void lookAhead() {
        for (int index = 0; index < upcoming.size(); index++) {
            for (int wire : problem.wires(upcoming.get(index))) {
                upcomingOn[wire].clear();
            }
        }
        progress.upcoming(heuristic.upcoming(), upcoming);
        for (int index = 0; index < upcoming.size(); index++) {
            for (int wire : problem.wires(upcoming.get(index))) {
                upcomingOn[wire].add(upcoming.get(index));
            }
        }
    }

    private int bestExchange() {
        double best = Double.POSITIVE_INFINITY;
        int chosen = -1;
        int ties = 0;
        for (int from = 0; from < neighbors.length; from++) {
            if (isWaiting(from)) {
                for (int to : neighbors[from]) {
                    // A pair that waits on both sides is tried once.
                    double score = to < from && isWaiting(to) ? Double.POSITIVE_INFINITY : score(from, to);
                    if (score < best - 1e-9) {
                        best = score;
                        chosen = from * couplings.qubits() + to;
                        ties = 1;
                    } else if (score < best + 1e-9 && random.nextInt(++ties) == 0) {
                        chosen = from * couplings.qubits() + to;
                    }
                }
            }
        }
        return chosen;
    }

    private boolean isWaiting(int qubit) {
        int wire = placement.wireAt(qubit);
        return wire != Placement.NOBODY && progress.frontOn(wire).size() > 0;
    }

    private double score(int first, int second) {
        double ready = change(first, second, progress.front().size(), false);
        double later = upcoming.size() == 0 ? 0 : change(first, second, upcoming.size(), true);
        double price = state.exchangeCost(first, second) - RoutingState.EXCHANGE_COST;
        return ready
                + heuristic.upcomingWeight() * later
                + heuristic.costWeight()
                        * price
                        / RoutingState.EXCHANGE_COST
                        / progress.front().size()
                + Math.max(decay[first], decay[second]);
    }

    /** By how much an exchange brings interactions nearer, on average over so many. */
    private double change(int first, int second, int count, boolean later) {
        int one = placement.wireAt(first);
        int two = placement.wireAt(second);
        return (double) (moved(one, two, first, second, later) + moved(two, one, second, first, later)) / count;
    }

    private int moved(int wire, int other, int from, int to, boolean later) {
        if (wire == Placement.NOBODY) {
            return 0;
        }
        IntList touched = later ? upcomingOn[wire] : progress.frontOn(wire);
        int change = 0;
        for (int index = 0; index < touched.size(); index++) {
            int[] wires = problem.wires(touched.get(index));
            int partner = wires[0] == wire ? wires[1] : wires[0];
            if (partner != other) {
                int place = placement.qubitOf(partner);
                change += couplings.distance(to, place) - couplings.distance(from, place);
            }
        }
        return change;
    }

    private void exchange(int first, int second) {
        state.exchange(first, second);
        exchangesSinceProgress++;
        if (exchangesSinceProgress % DECAY_RESET == 0) {
            Arrays.fill(decay, 0);
        } else {
            decay[first] += DECAY;
            decay[second] += DECAY;
        }
        boolean released = state.release(placement.wireAt(first));
        released |= state.release(placement.wireAt(second));
        if (released) {
            state.advance(true);
            progressed();
        }
    }

    /** Takes back the exchanges that led nowhere and brings the nearest ready interaction together by a shortest path. */
    private void leadOut() {
        state.takeBack(stepsAtProgress, costAtProgress);
        int nearest = progress.front().get(0);
        for (int index = 1; index < progress.front().size(); index++) {
            if (state.distance(progress.front().get(index)) < state.distance(nearest)) {
                nearest = progress.front().get(index);
            }
        }
        exchangesSinceProgress = 1;
        int[] wires = problem.wires(nearest);
        for (int left = state.distance(nearest); left > 1; left--) {
            int from = placement.qubitOf(wires[0]);
            int goal = placement.qubitOf(wires[1]);
            for (int step : neighbors[from]) {
                if (couplings.distance(step, goal) == left - 1) {
                    exchange(from, step);
                    break;
                }
            }
        }
    }
}
