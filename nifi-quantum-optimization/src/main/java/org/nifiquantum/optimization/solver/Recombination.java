// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.solver;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nifiquantum.engine.operator.Coupling;
import org.nifiquantum.engine.operator.IsingModel;
import org.nifiquantum.engine.operator.IsingModelBuilder;

/**
 * Several states of one model seen together: spins that stand to each other alike in all of them move as one. That
 * leaves a model of few large spins, in which an annealing finds the best mixture of the parents and turns whole
 * domains, which single flips cannot. J. Houdayer, O. C. Martin, "Renormalization for discrete optimization", Phys. Rev.
 * Lett. 83, 1030 (1999).
 */
final class Recombination {
    private final IsingModel model;
    private final SpinState reference;
    /** The group of each spin. */
    private final int[] groups;

    private final int groupCount;

    /** Groups the spins by which parents differ from the first; at most 64 parents. */
    Recombination(IsingModel model, List<SpinState> parents) {
        this.model = model;
        this.reference = parents.getFirst();
        this.groups = new int[model.spins()];
        Map<Long, Integer> groupOfDifferences = new HashMap<>();
        for (int spin = 0; spin < groups.length; spin++) {
            long differences = 0;
            for (int parent = 1; parent < parents.size(); parent++) {
                if (parents.get(parent).spin(spin) != reference.spin(spin)) {
                    differences |= 1L << parent;
                }
            }
            Integer next = groupOfDifferences.size();
            Integer known = groupOfDifferences.putIfAbsent(differences, next);
            groups[spin] = known == null ? next : known;
        }
        this.groupCount = groupOfDifferences.size();
    }

    /** The model of the groups; spin up means as in the first parent. Its energies are those of the model. */
    IsingModel reduced() {
        IsingModelBuilder reduced = IsingModel.builder(groupCount).constant(model.constant());
        for (int spin = 0; spin < groups.length; spin++) {
            reduced.field(groups[spin], model.field(spin) * reference.spin(spin));
        }
        for (Coupling coupling : model.couplings()) {
            double strength =
                    coupling.strength() * reference.spin(coupling.first()) * reference.spin(coupling.second());
            int first = groups[coupling.first()];
            int second = groups[coupling.second()];
            if (first == second) {
                reduced.constant(strength);
            } else {
                reduced.coupling(first, second, strength);
            }
        }
        return reduced.build();
    }

    /** The state of the whole model that a state of the reduced one stands for. */
    SpinState expanded(SpinState state) {
        double[] spins = new double[groups.length];
        for (int spin = 0; spin < spins.length; spin++) {
            spins[spin] = reference.spin(spin) * state.spin(groups[spin]);
        }
        return new SpinState(model, spins);
    }
}
