// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every optimiser must keep. */
class OptimizerMethodTest {
    private static final long SEED = 2026;

    @ParameterizedTest
    @EnumSource
    void everyPrefixOfAHistoryGoesOnAsTheWholeDid(OptimizerMethod method) {
        OptimizerSettings settings = Drive.settings(0.4, 1e-4, 120, 0.7, -0.3, 0.5, 1.1);
        Drive.Outcome whole = Drive.toTheEnd(method.optimizer(), settings, noisyBowl());
        for (int length = 0; length < whole.history().size(); length++) {
            List<Evaluation> prefix = throughText(whole.history().subList(0, length));
            Decision.Evaluate next = (Decision.Evaluate) method.optimizer().next(settings, prefix);
            for (int i = 0; i < next.points().size(); i++) {
                assertEquals(
                        whole.history().get(length + i).parameters(),
                        next.points().get(i),
                        "after " + length + " evaluations");
            }
        }
        assertEquals(whole.end(), method.optimizer().next(settings, throughText(whole.history())));
    }

    @ParameterizedTest
    @EnumSource
    void anEditedHistoryIsRefused(OptimizerMethod method) {
        OptimizerSettings settings = Drive.settings(0.4, 1e-4, 60, 0.7, -0.3);
        List<Evaluation> history = new ArrayList<>(
                Drive.toTheEnd(method.optimizer(), settings, Drive::bowl).history());
        Evaluation tenth = history.get(10);
        history.set(10, Evaluation.exact(List.of(tenth.parameters().get(0), 3.0), tenth.value()));
        HistoryMismatchException mismatch = assertThrows(
                HistoryMismatchException.class, () -> method.optimizer().next(settings, history));
        assertEquals(10, mismatch.index());
    }

    @ParameterizedTest
    @EnumSource
    void neverUsesMoreThanTheMaximum(OptimizerMethod method) {
        for (int maximum = 1; maximum <= 25; maximum++) {
            OptimizerSettings settings = Drive.settings(0.3, 1e-9, maximum, 0.7, -0.3, 0.5);
            Drive.Outcome outcome = Drive.toTheEnd(method.optimizer(), settings, Drive::bowl);
            assertTrue(outcome.history().size() <= maximum, outcome.history().size() + " of " + maximum);
            assertTrue(
                    outcome.history().size() >= maximum - 2, outcome.history().size() + " of " + maximum);
            assertEquals(StopReason.MAXIMUM_EVALUATIONS, outcome.end().reason());
        }
    }

    @ParameterizedTest
    @EnumSource
    void evaluatesTheStartFirst(OptimizerMethod method) {
        Decision.Evaluate first =
                (Decision.Evaluate) method.optimizer().next(Drive.settings(0.3, 1e-3, 50, 0.7, -0.3), List.of());
        assertEquals(List.of(0.7, -0.3), first.points().getFirst());
    }

    @ParameterizedTest
    @EnumSource
    void stopsAtTheTarget(OptimizerMethod method) {
        OptimizerSettings settings = Drive.withTarget(Drive.settings(0.4, 1e-6, 2000, 0.7, -0.3), 0.05);
        Drive.Outcome outcome = Drive.toTheEnd(method.optimizer(), settings, Drive::bowl);
        assertEquals(StopReason.TARGET_REACHED, outcome.end().reason());
        assertTrue(outcome.end().best().value() <= 0.05);
        assertTrue(outcome.history().size() < 500, "after " + outcome.history().size());
    }

    @ParameterizedTest
    @EnumSource
    void aFlatFunctionComesToAnEnd(OptimizerMethod method) {
        OptimizerSettings settings = Drive.settings(0.4, 1e-3, 500, 0.7, -0.3);
        Drive.Outcome outcome = Drive.toTheEnd(method.optimizer(), settings, point -> 3);
        assertEquals(List.of(0.7, -0.3), outcome.end().best().parameters());
        assertNotEquals(StopReason.MAXIMUM_EVALUATIONS, outcome.end().reason());
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
                .map(evaluation -> Evaluation.exact(
                        evaluation.parameters().stream()
                                .map(parameter -> Double.valueOf(Double.toString(parameter)))
                                .toList(),
                        Double.parseDouble(Double.toString(evaluation.value()))))
                .toList();
    }

    private static ToDoubleFunction<double[]> noisyBowl() {
        Random random = new Random(SEED);
        return point -> Drive.bowl(point) + 0.02 * random.nextGaussian();
    }
}
