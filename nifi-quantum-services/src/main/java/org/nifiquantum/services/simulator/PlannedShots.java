// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.simulation.Counts;
import org.nifiquantum.engine.simulation.MeasurementPlan;
import org.nifiquantum.engine.simulation.Seeds;

/**
 * A plan for the expectation of an observable from shots, with its circuits made ready.
 *
 * @param <C> a circuit that is ready to be sampled
 * @param groups the circuits of the plan, each measuring qubit i into bit i
 */
record PlannedShots<C>(MeasurementPlan plan, List<C> groups) {

    PlannedShots {
        groups = List.copyOf(groups);
    }

    static <C> PlannedShots<C> of(MeasurementPlan plan, Circuit circuit, Function<Circuit, C> ready) {
        return new PlannedShots<>(
                plan, plan.circuits(circuit).stream().map(ready).toList());
    }

    /** Measures a circuit so many times. */
    @FunctionalInterface
    interface Sampling<C> {
        Counts sample(C circuit, int shots, long seed);
    }

    /** Shares out shots among the groups. */
    List<Counts> sample(int shots, long seed, Sampling<C> sampling) {
        List<Integer> shares = plan.shots(shots);
        List<Counts> counts = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            counts.add(sampling.sample(groups.get(i), shares.get(i), Seeds.derive(seed, i)));
        }
        return counts;
    }
}
