// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What every optimiser must keep. */
class OptimizerMethodTest {
    private static final long SEED = 2026;
    private static final Set<OptimizerMethod> SWEEPS = Set.of(OptimizerMethod.GRID, OptimizerMethod.RANDOM);

    static Stream<Arguments> everyMethodAndTuning() {
        return Stream.of(
                        Tuning.NONE, new Tuning(1, OptionalInt.of(10), true), new Tuning(3, OptionalInt.empty(), false))
                .flatMap(tuning -> Arrays.stream(OptimizerMethod.values()).map(method -> Arguments.of(method, tuning)));
    }

    @ParameterizedTest
    @MethodSource("everyMethodAndTuning")
    void everyPrefixOfAHistoryGoesOnAsTheWholeDid(OptimizerMethod method, Tuning tuning) {
        OptimizerSettings settings = Drive.with(Drive.settings(0.4, 1e-4, 120, 0.7, -0.3, 0.5, 1.1), tuning);
        Drive.Outcome whole = Drive.toTheEnd(method, settings, noisy(Drive::waves));
        for (int length = 0; length < whole.history().size(); length++) {
            List<Evaluation> prefix = throughText(whole.history().subList(0, length));
            Decision.Evaluate next = (Decision.Evaluate) method.optimizer().next(settings, prefix);
            for (int i = 0; i < next.points().size(); i++) {
                assertEquals(
                        whole.history().get(length + i).parameters(),
                        next.points().get(i),
                        "after " + length + " evaluations, noise seed " + SEED);
            }
        }
        assertEquals(whole.end(), method.optimizer().next(settings, throughText(whole.history())));
    }

    @ParameterizedTest
    @EnumSource
    void anEditedHistoryIsRefused(OptimizerMethod method) {
        OptimizerSettings settings = Drive.settings(0.4, 1e-4, 60, 0.7, -0.3);
        List<Evaluation> history =
                new ArrayList<>(Drive.toTheEnd(method, settings, Drive::waves).history());
        Evaluation fifth = history.get(5);
        history.set(
                5,
                new Evaluation(
                        List.of(fifth.parameters().get(0), 3.0),
                        fifth.value(),
                        fifth.standardError(),
                        fifth.gradient()));
        HistoryMismatchException mismatch = assertThrows(
                HistoryMismatchException.class, () -> method.optimizer().next(settings, history));
        assertEquals(5, mismatch.index());
    }

    @ParameterizedTest
    @MethodSource("everyMethodAndTuning")
    void neverUsesMoreThanTheMaximum(OptimizerMethod method, Tuning tuning) {
        for (int maximum = 1; maximum <= 25; maximum++) {
            OptimizerSettings settings = Drive.with(Drive.settings(0.3, 1e-9, maximum, 0.7, -0.3, 0.5), tuning);
            Drive.Outcome outcome = Drive.toTheEnd(method, settings, Drive::waves);
            assertTrue(outcome.history().size() <= maximum, outcome.history().size() + " of " + maximum);
            if (outcome.end().reason() == StopReason.MAXIMUM_EVALUATIONS && tuning.starts() == 1) {
                assertTrue(
                        outcome.history().size() >= maximum - 2,
                        outcome.history().size() + " of " + maximum);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void evaluatesTheStartFirst(OptimizerMethod method) {
        OptimizerSettings settings = Drive.settings(0.3, 1e-3, 50, 0.7, -0.3);
        Decision.Evaluate first = (Decision.Evaluate) method.optimizer().next(settings, List.of());
        assertEquals(List.of(0.7, -0.3), first.points().getFirst());
    }

    @ParameterizedTest
    @EnumSource
    void stopsAtTheTarget(OptimizerMethod method) {
        OptimizerSettings settings = Drive.withTarget(Drive.settings(0.4, 1e-6, 3000, 0.7, -0.3), 0.05);
        Drive.Outcome outcome = Drive.toTheEnd(method, settings, Drive::waves);
        assertEquals(StopReason.TARGET_REACHED, outcome.end().reason());
        assertTrue(outcome.end().best().value() <= 0.05);
        int most = SWEEPS.contains(method) ? 3000 : 500;
        assertTrue(
                outcome.history().size() <= most, "after " + outcome.history().size());
    }

    @ParameterizedTest
    @EnumSource
    void aFlatFunctionComesToAnEnd(OptimizerMethod method) {
        OptimizerSettings settings = Drive.settings(0.4, 1e-3, 500, 0.7, -0.3);
        Drive.Outcome outcome = Drive.toTheEnd(method, settings, point -> 3);
        assertEquals(List.of(0.7, -0.3), outcome.end().best().parameters());
        if (method != OptimizerMethod.RANDOM) {
            assertNotEquals(StopReason.MAXIMUM_EVALUATIONS, outcome.end().reason());
        }
    }

    /** Nothing after the start is better, so the patience is over when its number has passed. */
    @ParameterizedTest
    @EnumSource
    void isPatientForSoLongOnly(OptimizerMethod method) {
        OptimizerSettings settings = Drive.withPatience(Drive.settings(0.3, 1e-9, 500, 0.7, -0.3), 4);
        List<Evaluation> history = new ArrayList<>();
        Random noise = new Random(SEED);
        Drive.Measurement rising = point -> {
            double value = history.size() + (history.isEmpty() ? 0 : 0.1 * noise.nextGaussian());
            Evaluation evaluation =
                    new Evaluation(point, value, OptionalDouble.of(0.1), List.of(1.0 + history.size(), -2.0));
            history.add(evaluation);
            return evaluation;
        };
        Drive.Outcome outcome = Drive.measuring(method.optimizer(), settings, rising);
        assertEquals(StopReason.NO_IMPROVEMENT, outcome.end().reason());
        assertTrue(outcome.history().size() >= 5, "after " + outcome.history().size());
    }

    @ParameterizedTest
    @EnumSource
    void neverLeavesItsBounds(OptimizerMethod method) {
        Bounds bounds = new Bounds(List.of(0.4, -0.5), List.of(1.5, 0.05));
        OptimizerSettings settings = Drive.withBounds(Drive.settings(0.3, 1e-6, 400, 0.7, -0.3), bounds);
        if (method == OptimizerMethod.ROTOSOLVE) {
            IllegalArgumentException refused = assertThrows(
                    IllegalArgumentException.class, () -> method.optimizer().next(settings, List.of()));
            assertTrue(refused.getMessage().contains("COBYLA"), refused.getMessage());
            return;
        }
        Drive.Outcome outcome = Drive.toTheEnd(method, settings, Drive::bowl);
        for (Evaluation evaluation : outcome.history()) {
            assertTrue(bounds.contain(evaluation.parameters()), evaluation + " is outside");
        }
        if (!SWEEPS.contains(method)) {
            // The bowl's bottom, (0, 0.1), lies outside; the lowest point within is the corner next to it.
            assertEquals(0.4, outcome.end().best().parameters().get(0), 0.02);
            assertEquals(0.05, outcome.end().best().parameters().get(1), 0.02);
        }
    }

    /** cos 2t + 0.3 sin t has a valley of -0.7 at pi/2, next to the start, and one of -1.3 at -pi/2. */
    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"GRID", "RANDOM", "ROTOSOLVE"})
    void otherStartsFindOtherValleys(OptimizerMethod method) {
        ToDoubleFunction<double[]> valleys =
                point -> Math.cos(2 * point[0]) + 0.3 * Math.sin(point[0]) + 2 * (1 - Math.cos(point[1]));
        OptimizerSettings alone = Drive.settings(0.1, 1e-3, 3000, 1.2, 0.2);
        OptimizerSettings several = Drive.with(alone, new Tuning(8, OptionalInt.empty(), false));
        assertEquals(-0.7, Drive.toTheEnd(method, alone, valleys).end().best().value(), 5e-3);
        assertEquals(-1.3, Drive.toTheEnd(method, several, valleys).end().best().value(), 5e-3);
    }

    @ParameterizedTest
    @EnumSource
    void isFoundByItsText(OptimizerMethod method) {
        assertEquals(method, OptimizerMethod.named(method.text()));
    }

    @Test
    void anUnknownNameSaysWhichAreKnown() {
        IllegalArgumentException unknown =
                assertThrows(IllegalArgumentException.class, () -> OptimizerMethod.named("cobra"));
        assertTrue(unknown.getMessage().contains("cobyla"), unknown.getMessage());
    }

    /** As a document would store it: numbers as decimal text. */
    private static List<Evaluation> throughText(List<Evaluation> history) {
        return history.stream()
                .map(evaluation -> new Evaluation(
                        throughNumberText(evaluation.parameters()),
                        Double.parseDouble(Double.toString(evaluation.value())),
                        evaluation.standardError(),
                        throughNumberText(evaluation.gradient())))
                .toList();
    }

    private static List<Double> throughNumberText(List<Double> numbers) {
        return numbers.stream()
                .map(number -> Double.valueOf(Double.toString(number)))
                .toList();
    }

    private static ToDoubleFunction<double[]> noisy(ToDoubleFunction<double[]> function) {
        Random random = new Random(SEED);
        return point -> function.applyAsDouble(point) + 0.02 * random.nextGaussian();
    }
}
