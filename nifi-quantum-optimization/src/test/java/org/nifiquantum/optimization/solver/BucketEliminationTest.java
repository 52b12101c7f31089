// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nifiquantum.engine.operator.IsingModel;
import org.nifiquantum.engine.operator.IsingModelBuilder;

class BucketEliminationTest {
    private static final SolverBudget AMPLE = SolverBudget.ofTime(Duration.ofMinutes(1), 1);

    /** Each pair with a probability, weights and fields of two digits. */
    private static IsingModel random(int spins, double density, long seed) {
        Random random = new Random(seed);
        IsingModelBuilder model = IsingModel.builder(spins).constant(random.nextInt(100));
        for (int i = 0; i < spins; i++) {
            model.field(i, random.nextInt(-9, 10));
            for (int j = 0; j < i; j++) {
                if (random.nextDouble() < density) {
                    model.coupling(j, i, random.nextInt(-99, 100));
                }
            }
        }
        return model.build();
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "2, 1", "7, 0.3", "12, 0.2", "14, 1", "16, 0", "16, 0.25"})
    void findsWhatLookingAtEveryStateFinds(int spins, double density) {
        for (long seed = 0; seed < 20; seed++) {
            IsingModel model = random(spins, density, seed);
            double energy = model.energy(BucketElimination.lowest(model, AMPLE).orElseThrow());
            assertEquals(new ExactSolver().solve(model, AMPLE).energy(), energy, "seed " + seed);
        }
    }

    /** A ring of 10,000 spins, all couplings antiferromagnetic but one: one coupling must be broken, the weakest. */
    @Test
    void aRingMayBeLong() {
        int spins = 10_000;
        IsingModelBuilder ring = IsingModel.builder(spins);
        for (int i = 0; i < spins; i++) {
            ring.coupling(Math.min(i, (i + 1) % spins), Math.max(i, (i + 1) % spins), i == 0 ? -1 : 2);
        }
        IsingModel model = ring.build();
        // 9,999 couplings of 2 and one of -1 cannot all be content with an odd number of antiferromagnetic ones.
        assertEquals(
                -2 * 9_999 + 1,
                model.energy(BucketElimination.lowest(model, AMPLE).orElseThrow()));
    }

    /** A spin glass of 144 spins on a square, beyond looking at every state. */
    @Test
    void aSquareIsNoHarderThanItsSide() {
        Random random = new Random(3);
        IsingModelBuilder torus = IsingModel.builder(12 * 12);
        for (int row = 0; row < 12; row++) {
            for (int column = 0; column < 12; column++) {
                int here = 12 * row + column;
                if (column < 11) {
                    torus.coupling(here, here + 1, random.nextBoolean() ? 1 : -1);
                }
                if (row < 11) {
                    torus.coupling(here, here + 12, random.nextBoolean() ? 1 : -1);
                }
            }
        }
        IsingModel model = torus.build();
        double annealed = AnnealingSolver.withRestarts(50).solve(model, AMPLE).energy();
        assertEquals(
                annealed, model.energy(BucketElimination.lowest(model, AMPLE).orElseThrow()));
    }

    @Test
    void doesNotBeginWhatIsTooDense() {
        assertTrue(BucketElimination.lowest(random(30, 1, 1), AMPLE).isEmpty());
        SolverBudget brief = SolverBudget.ofTime(Duration.ofNanos(1_000), 1);
        assertTrue(BucketElimination.lowest(random(20, 1, 1), brief).isEmpty());
    }

    @Test
    void canBeStopped() {
        AtomicInteger asked = new AtomicInteger();
        SolverBudget budget = new SolverBudget(Duration.ofMinutes(1), () -> asked.incrementAndGet() > 3, 1);
        assertTrue(BucketElimination.lowest(random(19, 1, 1), budget).isEmpty());
        assertTrue(asked.get() < 6, () -> "asked " + asked);
    }
}
