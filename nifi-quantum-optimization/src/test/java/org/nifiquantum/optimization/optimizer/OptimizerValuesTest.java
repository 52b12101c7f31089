// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The values optimisers take and give refuse what makes no sense. */
class OptimizerValuesTest {
    @Test
    void settingsMustMakeSense() {
        assertRefused("start", () -> Drive.settings(0.1, 0.01, 10));
        assertRefused("start[1]", () -> Drive.settings(0.1, 0.01, 10, 0.0, Double.NaN));
        assertRefused("initialStep", () -> Drive.settings(0, 0.01, 10, 0.0));
        assertRefused("initialStep", () -> Drive.settings(Double.NaN, 0.01, 10, 0.0));
        assertRefused("initialStep", () -> Drive.settings(Double.POSITIVE_INFINITY, 0.01, 10, 0.0));
        assertRefused("tolerance", () -> Drive.settings(0.1, 0, 10, 0.0));
        assertRefused("tolerance", () -> Drive.settings(0.1, 0.2, 10, 0.0));
        assertRefused("tolerance", () -> Drive.settings(0.1, Double.NaN, 10, 0.0));
        assertRefused("maximumEvaluations", () -> Drive.settings(0.1, 0.01, 0, 0.0));
        assertRefused("target", () -> Drive.withTarget(Drive.settings(0.1, 0.01, 10, 0.0), Double.NaN));
    }

    @Test
    void evaluationsMustBeFinite() {
        assertRefused("value", () -> Evaluation.exact(List.of(0.0), Double.NaN));
        assertRefused("parameters[0]", () -> Evaluation.exact(List.of(Double.NEGATIVE_INFINITY), 1));
        assertRefused("standard error", () -> new Evaluation(List.of(0.0), 1, OptionalDouble.of(-0.1), List.of()));
        assertRefused(
                "standard error", () -> new Evaluation(List.of(0.0), 1, OptionalDouble.of(Double.NaN), List.of()));
    }

    @Test
    void gradientsHaveADerivativeForEachParameter() {
        assertRefused("gradient", () -> new Evaluation(List.of(0.0, 1.0), 1, OptionalDouble.empty(), List.of(1.0)));
    }

    @Test
    void boundsMustEncloseTheStart() {
        OptimizerSettings settings = Drive.settings(0.1, 0.01, 10, 0.5, 0.5);
        assertRefused("upperBounds", () -> new Bounds(List.of(0.0), List.of()));
        assertRefused("lowerBounds[1]", () -> new Bounds(List.of(0.0, 1.0), List.of(1.0, 1.0)));
        assertRefused("2 parameters", () -> Drive.withBounds(settings, Bounds.ofAll(3, 0, 1)));
        assertRefused("outside", () -> Drive.withBounds(settings, Bounds.ofAll(2, 0.6, 1)));
        assertRefused("patience", () -> Drive.withPatience(settings, 0));
        assertRefused("starts", () -> new Tuning(0, OptionalInt.empty(), false));
        assertRefused("population", () -> new Tuning(1, OptionalInt.of(3), false));
    }

    /** A light ray between two mirrors at 0 and 2. */
    @Test
    void mirroredPointsLieInside() {
        Bounds bounds = new Bounds(List.of(0.0), List.of(2.0));
        for (double[] pair : new double[][] {{0.3, 0.3}, {2, 2}, {2.5, 1.5}, {-0.5, 0.5}, {4.25, 0.25}, {-3, 1}}) {
            assertEquals(pair[1], bounds.mirrored(new double[] {pair[0]})[0], 1e-15, "of " + pair[0]);
        }
    }

    @ParameterizedTest
    @EnumSource
    void stopReasonIsFoundByItsText(StopReason reason) {
        assertEquals(reason, StopReason.ofText(reason.text()));
    }

    private static void assertRefused(String place, Executable action) {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, action);
        assertTrue(refused.getMessage().contains(place), refused.getMessage());
    }
}
