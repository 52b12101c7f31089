// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AskTellTest {
    private static final long NOISE_SEED = 20_261_121;
    private static final OptimizerSettings SETTINGS = Drive.settings(1, 0.1, 100, 0.0);

    /** Asks for 0, then for 1 and 2 at once, then for the better of them plus 10. */
    private static final Optimizer OPTIMIZER = optimizer((settings, objective) -> {
        double first = objective.value(0);
        double[] pair = objective.values(List.of(new double[] {1}, new double[] {2}));
        objective.value((pair[0] < pair[1] ? 1 : 2) + 10 + first);
        return StopReason.CONVERGED;
    });

    @Test
    void asksForWhatTheHistoryDoesNotHold() {
        assertEquals(evaluate(0), OPTIMIZER.next(SETTINGS, List.of()));
        assertEquals(evaluate(1, 2), OPTIMIZER.next(SETTINGS, List.of(at(0, 5))));
        assertEquals(evaluate(12), OPTIMIZER.next(SETTINGS, List.of(at(0, 0), at(1, 7), at(2, 6))));
    }

    @Test
    void asksForTheRestOfABatchThatWasCut() {
        assertEquals(evaluate(2), OPTIMIZER.next(SETTINGS, List.of(at(0, 5), at(1, 7))));
    }

    @Test
    void stopsWithTheBestTheEarliestOfEquals() {
        List<Evaluation> history = List.of(at(0, 0), at(1, -2), at(2, 6), at(11, -2));
        assertEquals(new Decision.Stop(at(1, -2), StopReason.CONVERGED), OPTIMIZER.next(SETTINGS, history));
    }

    @Test
    void stopsAtTheTarget() {
        OptimizerSettings settings = Drive.withTarget(SETTINGS, 5);
        assertEquals(
                new Decision.Stop(at(0, 5), StopReason.TARGET_REACHED), OPTIMIZER.next(settings, List.of(at(0, 5))));
        assertEquals(evaluate(1, 2), OPTIMIZER.next(settings, List.of(at(0, 5.1))));
    }

    @Test
    void stopsAtTheMaximum() {
        OptimizerSettings settings = Drive.settings(1, 0.1, 1, 0.0);
        assertEquals(
                new Decision.Stop(at(0, 5), StopReason.MAXIMUM_EVALUATIONS),
                OPTIMIZER.next(settings, List.of(at(0, 5))));
    }

    @Test
    void refusesAHistoryThatIsNotItsOwn() {
        assertMismatch(1, List.of(at(0, 5), at(1.0000000000000002, 7)));
        assertMismatch(3, List.of(at(0, 0), at(1, 7), at(2, 6), at(11, 0)));
        assertMismatch(4, List.of(at(0, 0), at(1, 7), at(2, 6), at(12, 0), at(13, 0)));
        assertMismatch(0, List.of(Evaluation.exact(List.of(0.0, 0.0), 1)));
    }

    @Test
    void stopsWhereThePointIsNoNumber() {
        Optimizer broken = optimizer((settings, objective) -> {
            objective.value(0);
            objective.value(Double.NaN);
            return StopReason.CONVERGED;
        });
        assertEquals(new Decision.Stop(at(0, 5), StopReason.NUMERICAL_LIMIT), broken.next(SETTINGS, List.of(at(0, 5))));
    }

    @Test
    void asksForNoMoreThanTheMaximum() {
        OptimizerSettings settings = Drive.settings(1, 0.1, 2, 0.0);
        assertEquals(evaluate(1), OPTIMIZER.next(settings, List.of(at(0, 5))), "one of the batch of two");
        assertEquals(
                new Decision.Stop(at(0, 5), StopReason.MAXIMUM_EVALUATIONS),
                OPTIMIZER.next(settings, List.of(at(0, 5), at(1, 7))));
    }

    /** A value lower by less than the standard error of the difference is no improvement, though it is the best. */
    @Test
    void noiseIsNoImprovement() {
        OptimizerSettings settings = Drive.withPatience(SETTINGS, 2);
        Optimizer endless = optimizer((ignored, objective) -> {
            while (true) {
                objective.value(0);
            }
        });
        List<Evaluation> history = List.of(noisy(5), noisy(4.9), noisy(4.8));
        assertEquals(new Decision.Stop(noisy(4.8), StopReason.NO_IMPROVEMENT), endless.next(settings, history));
        assertEquals(evaluate(0), endless.next(settings, List.of(noisy(5), noisy(4.9), noisy(4.5))));
    }

    private static Evaluation noisy(double value) {
        return new Evaluation(List.of(0.0), value, OptionalDouble.of(0.3), List.of());
    }

    /** The first evaluation of a run knows nothing of the optimiser; it is asked for again, and only once. */
    @Test
    void asksAgainForAGradientThatIsMissing() {
        Optimizer slopes = optimizer((settings, objective) -> {
            double[] there = {objective.slope(new double[] {0}).gradient().getFirst()};
            objective.slope(there);
            return StopReason.CONVERGED;
        });
        assertEquals(evaluate(0), slopes.next(SETTINGS, List.of(at(0, 5))));
        Evaluation sloping = new Evaluation(List.of(0.0), 5, OptionalDouble.empty(), List.of(7.0));
        assertEquals(evaluate(7), slopes.next(SETTINGS, List.of(sloping)));
        assertEquals(evaluate(7), slopes.next(SETTINGS, List.of(at(0, 5), sloping)));
        HistoryMismatchException missing =
                assertThrows(HistoryMismatchException.class, () -> slopes.next(SETTINGS, List.of(at(0, 5), at(0, 5))));
        assertEquals(1, missing.index());
        assertTrue(missing.getMessage().contains("gradient"), missing.getMessage());
    }

    @Test
    void goesOnFromWhatItIsTold() {
        try (AskTell optimization = OPTIMIZER.resume(SETTINGS, List.of())) {
            assertEquals(evaluate(0), optimization.ask());
            optimization.tell(List.of(at(0, 0)));
            assertEquals(evaluate(1, 2), optimization.ask());
            optimization.tell(List.of(at(1, 7)));
            assertEquals(evaluate(2), optimization.ask(), "the rest of the batch");
            optimization.tell(List.of(at(2, 6)));
            assertEquals(evaluate(12), optimization.ask());
            assertEquals(evaluate(12), optimization.ask(), "asking changes nothing");
            optimization.tell(List.of(at(12, -1)));
            assertEquals(new Decision.Stop(at(12, -1), StopReason.CONVERGED), optimization.ask());
            optimization.tell(List.of(at(13, -1)));
            assertEquals(
                    4,
                    assertThrows(HistoryMismatchException.class, optimization::ask)
                            .index());
        }
    }

    @Test
    void countsOnAfterTheHistoryItBeganWith() {
        try (AskTell optimization = OPTIMIZER.resume(SETTINGS, List.of(at(0, 5)))) {
            optimization.tell(List.of(at(1, 7), at(9, 7)));
            assertEquals(
                    2,
                    assertThrows(HistoryMismatchException.class, optimization::ask)
                            .index());
        }
    }

    @ParameterizedTest
    @EnumSource
    void warmDecidesAsFromTheHistoryAlone(OptimizerMethod method) {
        Optimizer optimizer = method.optimizer();
        OptimizerSettings settings = Drive.settings(0.3, 1e-3, 120, 1.0, -0.5, 0.7);
        Random noise = new Random(NOISE_SEED);
        List<Evaluation> history = new ArrayList<>();
        try (AskTell warm = optimizer.resume(settings, List.of())) {
            while (warm.ask() instanceof Decision.Evaluate(List<List<Double>> points)) {
                assertEquals(optimizer.next(settings, history), warm.ask(), "noise seed " + NOISE_SEED);
                List<Evaluation> fresh = points.stream()
                        .map(point -> Drive.slope(point, at -> Drive.waves(at) + 1e-6 * noise.nextGaussian()))
                        .toList();
                warm.tell(fresh);
                history.addAll(fresh);
            }
            assertEquals(optimizer.next(settings, history), warm.ask());
        }
    }

    @Test
    void anAlgorithmThatIsGivenUpEnds() throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        Optimizer endless = optimizer((settings, objective) -> {
            try {
                return objective.value(0) > 0 ? StopReason.CONVERGED : StopReason.NUMERICAL_LIMIT;
            } finally {
                ended.countDown();
            }
        });
        endless.resume(SETTINGS, List.of()).close();
        assertTrue(ended.await(10, TimeUnit.SECONDS));
    }

    @Test
    void anAlgorithmThatBreaksSaysSo() {
        Optimizer broken = optimizer((settings, objective) -> {
            throw new ArithmeticException("singular");
        });
        assertThrows(ArithmeticException.class, () -> broken.next(SETTINGS, List.of()));
    }

    private static Optimizer optimizer(Algorithm algorithm) {
        return (settings, history) -> new AskTell(algorithm, settings, history);
    }

    private static void assertMismatch(int index, List<Evaluation> history) {
        HistoryMismatchException mismatch =
                assertThrows(HistoryMismatchException.class, () -> OPTIMIZER.next(SETTINGS, history));
        assertEquals(index, mismatch.index());
    }

    private static Evaluation at(double parameter, double value) {
        return Evaluation.exact(List.of(parameter), value);
    }

    private static Decision evaluate(double... points) {
        return new Decision.Evaluate(Arrays.stream(points).mapToObj(List::of).toList());
    }
}
