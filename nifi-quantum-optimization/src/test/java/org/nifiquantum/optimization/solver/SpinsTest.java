// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.nifiquantum.engine.operator.IsingModel;

class SpinsTest {
    /** Whole numbers become whole numbers times a power of two, so energies differ by that factor and the constant. */
    @Test
    void flipsKeepEnergyAndGainsExact() {
        for (long seed = 1; seed <= 20; seed++) {
            IsingModel model = BruteForce.randomModel(30, true, new Random(seed));
            IntegerModel integers = IntegerModel.of(model);
            assertTrue(integers.isExact(), "seed " + seed);
            assertFalse(integers.isSymmetric(), "seed " + seed);
            Spins spins = new Spins(integers);
            RandomBits random = new RandomBits(seed);
            spins.randomize(random);
            double unit = unit(model, integers);
            for (int flips = 0; flips < 100; flips++) {
                int spin = random.below(30);
                double before = model.energy(Spins.bits(spins.values()));
                int gain = spins.gains()[spin];
                Spins.flip(integers, spins.values(), spins.gains(), spin);
                double after = model.energy(Spins.bits(spins.values()));
                assertEquals(after - before, -2 * gain * unit, "seed " + seed);
                assertEquals(after - model.constant(), spins.energy() * unit, "seed " + seed);
            }
        }
    }

    /** What one of the integers' units is in the model's. */
    private static double unit(IsingModel model, IntegerModel integers) {
        for (int spin = 0; spin < model.spins(); spin++) {
            if (model.field(spin) != 0) {
                return model.field(spin) / integers.fields()[spin];
            }
        }
        throw new AssertionError("no field");
    }

    @Test
    void coefficientsOfAnySizeFit() {
        for (double factor : new double[] {1e-300, 1e-9, 1, 1e9, 1e290}) {
            IsingModel model = IsingModel.builder(3)
                    .field(0, factor)
                    .coupling(0, 1, -3 * factor)
                    .coupling(1, 2, factor)
                    .build();
            IntegerModel integers = IntegerModel.of(model);
            int unit = integers.fields()[0];
            assertTrue(unit >= 1 << 26, unit + " for " + factor);
            assertEquals(-3.0 * unit, integers.couplings()[0], 2.0, "for " + factor);
            assertTrue(4L * unit < 1 << 30, unit + " for " + factor);
        }
        assertTrue(IntegerModel.of(IsingModel.builder(2).build()).isExact());
    }

    /** A field so weak beside the others that it is rounded away still decides its spin. */
    @Test
    void whatIsRoundedAwayIsPolished() {
        IsingModel model =
                IsingModel.builder(3).coupling(0, 1, 1e12).field(2, 1e-3).build();
        assertFalse(IntegerModel.of(model).isExact());
        for (long seed = 1; seed <= 5; seed++) {
            Solution solution =
                    AnnealingSolver.withRestarts(1).solve(model, SolverBudget.ofTime(Duration.ofMinutes(1), seed));
            assertEquals(-1e12 - 1e-3, solution.energy(), "seed " + seed);
            assertTrue(solution.bits().get(2), "seed " + seed);
        }
    }

    @Test
    void aTargetEndsTheSearch() {
        IsingModel model = BruteForce.randomModel(40, true, new Random(6));
        double lowest = AnnealingSolver.withRestarts(100)
                .solve(model, SolverBudget.ofTime(Duration.ofMinutes(1), 1))
                .energy();
        SolverBudget budget = new SolverBudget(Duration.ofMinutes(1), () -> false, 2, lowest);
        long start = System.nanoTime();
        Solution solution = new AnnealingSolver().solve(model, budget);
        assertEquals(lowest, solution.energy());
        assertFalse(solution.interrupted());
        assertTrue(System.nanoTime() - start < Duration.ofSeconds(30).toNanos(), "it did not end at its target");
    }
}
