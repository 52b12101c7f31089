// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.nifiquantum.engine.operator.IsingModel;

class RecombinationTest {
    @Test
    void reducedStatesHaveTheEnergiesOfWhatTheyStandFor() {
        for (long seed = 1; seed <= 20; seed++) {
            IsingModel model = BruteForce.randomModel(30, true, new Random(seed));
            SplittableRandom random = new SplittableRandom(seed);
            List<SpinState> parents = List.of(
                    SpinState.random(model, random), SpinState.random(model, random), SpinState.random(model, random));
            Recombination recombination = new Recombination(model, parents);
            IsingModel reduced = recombination.reduced();
            assertTrue(reduced.spins() <= 4, "three parents differ in at most four ways, seed " + seed);
            for (int draw = 0; draw < 10; draw++) {
                SpinState state = SpinState.random(reduced, random);
                assertEquals(
                        reduced.energy(state.bits()),
                        model.energy(recombination.expanded(state).bits()),
                        "seed " + seed);
            }
        }
    }
}
