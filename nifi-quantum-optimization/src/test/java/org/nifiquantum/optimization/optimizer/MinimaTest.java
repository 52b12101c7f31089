// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Optimisers against functions whose minima are known. */
class MinimaTest {
    private static final long SEED = 7;

    @ParameterizedTest
    @CsvSource({
        "NELDER_MEAD, 600, 1e-6",
        "BOBYQA, 300, 1e-6",
        "POWELL, 600, 1e-6",
        "CMA_ES, 1500, 1e-6",
        "L_BFGS, 100, 1e-10",
        "GRADIENT_DESCENT, 6000, 1e-3",
        "ADAM, 6000, 1e-3"
    })
    void followsTheValleyOfRosenbrock(OptimizerMethod method, int evaluations, double value) {
        OptimizerSettings settings = Drive.settings(0.1, 1e-8, evaluations, -1.2, 1.0);
        Drive.Outcome outcome = Drive.toTheEnd(method, settings, MinimaTest::rosenbrock);
        assertTrue(outcome.end().best().value() <= value, method + ": " + outcome.end());
        assertEquals(1, outcome.end().best().parameters().get(0), 10 * Math.sqrt(value));
    }

    /** 100 (y - x^2)^2 + (1 - x)^2, H. H. Rosenbrock, The Computer Journal 3, 175 (1960): lowest, 0, at (1, 1). */
    private static double rosenbrock(double[] point) {
        double valley = point[1] - point[0] * point[0];
        return 100 * valley * valley + (1 - point[0]) * (1 - point[0]);
    }

    /** x'Ax/2 - b'x with A = [[4, 1, 0], [1, 3, 1], [0, 1, 2]], b = (1, 2, 3): lowest where Ax = b. */
    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"GRID", "RANDOM", "ROTOSOLVE", "SPSA"})
    void findsTheBottomOfAQuadratic(OptimizerMethod method) {
        ToDoubleFunction<double[]> quadratic = x -> 2 * x[0] * x[0]
                + 1.5 * x[1] * x[1]
                + x[2] * x[2]
                + x[0] * x[1]
                + x[1] * x[2]
                - x[0]
                - 2 * x[1]
                - 3 * x[2];
        OptimizerSettings settings = Drive.settings(0.5, 1e-7, 5000, 0.0, 0.0, 0.0);
        Drive.Outcome outcome = Drive.toTheEnd(method, settings, quadratic);
        // Cramer's rule: det A = 18, and the numerators are 4, 2 and 26.
        double[] bottom = {4 / 18.0, 2 / 18.0, 26 / 18.0};
        for (int i = 0; i < 3; i++) {
            assertEquals(bottom[i], outcome.end().best().parameters().get(i), 1e-3, method + ": " + outcome.end());
        }
    }

    @Test
    void rotosolveIsExactOnASinusoid() {
        ToDoubleFunction<double[]> sinusoid = point -> 0.3 + 1.7 * Math.cos(point[0] - 0.4) - 0.6 * Math.sin(point[0]);
        OptimizerSettings settings = Drive.settings(0.1, 1e-9, 100, 2.5);
        Drive.Outcome outcome = Drive.toTheEnd(OptimizerMethod.ROTOSOLVE, settings, sinusoid);
        double cosine = 1.7 * Math.cos(0.4);
        double sine = 1.7 * Math.sin(0.4) - 0.6;
        assertEquals(0.3 - Math.hypot(cosine, sine), outcome.history().get(3).value(), 1e-14, "after one step");
        assertEquals(StopReason.CONVERGED, outcome.end().reason());
        assertEquals(7, outcome.history().size(), "one round that moves, one that does not, and the end");
    }

    /** One round finds the bottom of a sum of sinusoids; a product needs more. */
    @Test
    void rotosolveGoesRoundUntilNothingMoves() {
        OptimizerSettings settings = Drive.settings(0.1, 1e-6, 2000, 2.0, -1.0, 0.7);
        Drive.Outcome sum = Drive.toTheEnd(OptimizerMethod.ROTOSOLVE, settings, Drive::waves);
        assertEquals(0, sum.end().best().value(), 1e-14);
        assertEquals(2 * 3 * 3 + 1, sum.history().size());
        Drive.Outcome product = Drive.toTheEnd(
                OptimizerMethod.ROTOSOLVE,
                settings,
                x -> Math.cos(x[0]) * Math.cos(x[1]) * Math.cos(x[2]) + 0.2 * Math.sin(x[0]));
        // x1 = x2 = 0 leaves cos x0 + 0.2 sin x0, whose amplitude is the lowest there is.
        assertEquals(-Math.hypot(1, 0.2), product.end().best().value(), 1e-6);
    }

    /**
     * Near the minimum of a noisy quadratic the mean square distance follows a_k / c_k^2 (J. C. Spall, IEEE Trans. Automatic
     * Control 37, 332 (1992), proposition 2). From a quarter of the iterations N to the end, with A = N/10, that falls by
     * (0.35 / 1.05)^0.602 (0.95 / 0.25)^0.202 = 0.68.
     */
    @Test
    void spsaConvergesAtSpallsRate() {
        double early = 0;
        double late = 0;
        for (int seed = 1; seed <= 30; seed++) {
            Random noise = new Random(SEED + seed);
            OptimizerSettings settings = OptimizerSettings.of(List.of(0.4, -0.3), 0.3, 1e-12, 4002, seed);
            List<Evaluation> history = Drive.toTheEnd(
                            OptimizerMethod.SPSA,
                            settings,
                            point -> Points.dot(point, point) + 0.2 * noise.nextGaussian())
                    .history();
            early += meanSquareDistance(history, 400, 600);
            late += meanSquareDistance(history, 1800, 2000);
        }
        assertEquals(0.68, late / early, 0.12, "noise seeds from " + SEED);
    }

    /** Of the middles of SPSA's pairs from the origin. */
    private static double meanSquareDistance(List<Evaluation> history, int from, int to) {
        double sum = 0;
        for (int k = from; k < to; k++) {
            double[] plus = Points.toArray(history.get(1 + 2 * k).parameters());
            double[] minus = Points.toArray(history.get(2 + 2 * k).parameters());
            double[] twice = Points.moved(plus, 1, minus);
            sum += Points.dot(twice, twice) / 4;
        }
        return sum / (to - from);
    }

    /** From Adam's own paper: the first step changes each parameter by the step size, whatever its gradient. */
    @Test
    void adamBeginsAsItsPaperSays() {
        OptimizerSettings settings = Drive.settings(0.25, 1e-3, 50, 1.0, -2.0);
        List<Evaluation> history = Drive.toTheEnd(
                        OptimizerMethod.ADAM, settings, x -> 100 * x[0] * x[0] + 0.01 * x[1] * x[1])
                .history();
        assertEquals(0.75, history.get(1).parameters().get(0), 1e-6);
        assertEquals(-1.75, history.get(1).parameters().get(1), 1e-6);
    }

    /** A sphere has no shape to learn; the distance falls by a constant factor with every generation. */
    @Test
    void cmaEsConvergesLinearlyOnASphere() {
        ToDoubleFunction<double[]> sphere = x -> Points.dot(x, x);
        OptimizerSettings settings = Drive.settings(0.5, 1e-9, 4000, 1.0, 1.0, 1.0, 1.0, 1.0);
        Drive.Outcome outcome = Drive.toTheEnd(OptimizerMethod.CMA_ES, settings, sphere);
        assertEquals(StopReason.CONVERGED, outcome.end().reason());
        assertTrue(outcome.end().best().value() < 1e-15, "at " + outcome.end());
        assertTrue(outcome.history().size() < 1500, "after " + outcome.history().size());
    }

    @Test
    void cmaEsBearsNoise() {
        Random noise = new Random(SEED);
        OptimizerSettings settings = Drive.settings(0.5, 1e-3, 1500, 1.0, -1.0, 0.8);
        Drive.Outcome outcome = Drive.toTheEnd(
                OptimizerMethod.CMA_ES, settings, point -> Drive.bowl(point) + 0.05 * noise.nextGaussian());
        double[] last = Points.toArray(outcome.history().getLast().parameters());
        assertTrue(Drive.bowl(last) < 0.1, "noise seed " + SEED + ", at " + Drive.bowl(last));
    }

    @Test
    void aGridHoldsEveryCombination() {
        OptimizerSettings settings = Drive.withBounds(Drive.settings(0.1, 0.01, 10, 0.5, 0.5), Bounds.ofAll(2, 0, 3));
        List<List<Double>> points = Drive.toTheEnd(OptimizerMethod.GRID, settings, Drive::bowl).history().stream()
                .map(Evaluation::parameters)
                .toList();
        assertEquals(
                List.of(
                        List.of(0.5, 0.5),
                        List.of(0.5, 0.5),
                        List.of(1.5, 0.5),
                        List.of(2.5, 0.5),
                        List.of(0.5, 1.5),
                        List.of(1.5, 1.5),
                        List.of(2.5, 1.5),
                        List.of(0.5, 2.5),
                        List.of(1.5, 2.5),
                        List.of(2.5, 2.5)),
                points);
    }

    @ParameterizedTest
    @CsvSource({"0, 100, true", "30, 50, true", "30, 10, false"})
    void blockingTakesBackWhatIsWorseBeyondItsNoise(double noise, double worse, boolean takenBack) {
        OptimizerSettings settings =
                Drive.with(Drive.settings(0.1, 1e-9, 90, 1.0, 2.0), new Tuning(1, OptionalInt.empty(), true));
        int third = 6;
        List<Evaluation> history = new ArrayList<>();
        Drive.Measurement rises = point -> {
            double value = point.getFirst() + (history.size() == third ? worse : 0);
            history.add(new Evaluation(point, value, OptionalDouble.of(noise / 2), List.of()));
            return history.getLast();
        };
        Drive.measuring(OptimizerMethod.SPSA.optimizer(), settings, rises);
        List<Double> secondPoint = history.get(3).parameters();
        List<Double> fourthPoint = history.get(9).parameters();
        assertEquals(takenBack, fourthPoint.equals(secondPoint), secondPoint + " and " + fourthPoint);
    }
}
