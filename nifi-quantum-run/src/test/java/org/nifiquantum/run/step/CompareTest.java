// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.nifiquantum.run.document.Comparison;
import org.nifiquantum.run.document.Json;
import org.nifiquantum.run.document.RawJson;
import org.nifiquantum.run.document.Result;
import org.nifiquantum.run.document.Run;
import org.nifiquantum.run.document.RunException;
import org.nifiquantum.run.document.RunReader;
import org.nifiquantum.run.document.RunWriter;
import org.nifiquantum.run.document.SchemaValidation;
import org.nifiquantum.run.document.Section;
import org.nifiquantum.run.document.Solution;
import org.nifiquantum.run.input.InputFormat;
import org.nifiquantum.run.input.InputReader;
import org.nifiquantum.services.api.EvaluationResult;

class CompareTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z"));

    /** A path of three nodes: the best cut is 3, of all of its shots a quarter here. */
    private static final String GRAPH = """
            {"type": "maxcut", "nodes": ["a", "b", "c"], "edges": [
              {"source": "a", "target": "b", "weight": 1}, {"source": "b", "target": "c", "weight": 2}]}""";

    @Test
    void anOptimalAnswerIsEqualAndCounted() throws IOException {
        Run compared = reread(new Compare().apply(answered(3), settings(OptionalDouble.of(3))));
        new SchemaValidation().validate(Json.mapper().readTree(RunWriter.toBytes(compared)));
        Comparison comparison = compared.get(Section.COMPARISON);
        assertEquals("equal", comparison.verdict());
        assertEquals(0, comparison.gapToBaseline());
        assertEquals(OptionalDouble.of(0), comparison.gapToBestKnown());
        assertEquals(OptionalDouble.of(3), comparison.bound());
        assertEquals(OptionalDouble.of(0), comparison.gapToBound());
        assertTrue(comparison.baseline().provenOptimal());
        assertEquals(1, comparison.baseline().repetitions());
        assertEquals("exact", comparison.baseline().solver());
        Comparison.Success shots = comparison.answer().shotSuccess().orElseThrow();
        assertEquals(0.25, shots.probability());
        // 100 shots took 50 ms; 0.75^n = 0.01 at n = 16.008.
        assertEquals(
                0.5 * Math.log(0.01) / Math.log(0.75), shots.timeTo99Millis().orElseThrow(), 1e-9);
    }

    @Test
    void aWorseAnswerIsWorseByItsGap() {
        Comparison comparison = new Compare()
                .apply(answered(2), settings(OptionalDouble.empty()))
                .get(Section.COMPARISON);
        assertEquals("worse", comparison.verdict());
        assertEquals(1.0 / 3, comparison.gapToBaseline(), 1e-12);
        assertTrue(comparison.gapToBestKnown().isEmpty());
    }

    @Test
    void bothRoadsSayTheirTimesAndTheBudgetIsKept() {
        Run run = answered(3);
        CompareSettings brief =
                new CompareSettings(Optional.of(Duration.ofMillis(30)), 3, OptionalDouble.empty(), () -> false, 1);
        // 200 spins, all coupled: no proof in time.
        Run large = run.with(Section.PROBLEM, RawJson.ofBytes(complete(200).getBytes(StandardCharsets.UTF_8)));
        Comparison comparison = new Compare().apply(large, brief).get(Section.COMPARISON);
        assertEquals(3, comparison.baseline().repetitions());
        assertEquals(OptionalDouble.of(30), comparison.baseline().budgetMillis());
        assertTrue(comparison.baseline().wallMillis() >= 30, comparison.baseline()::toString);
        // Far less than without a budget, even on a machine that does other things.
        assertTrue(comparison.baseline().wallMillis() < 3_000, comparison.baseline()::toString);
        assertTrue(comparison.baseline().cpuMillis().orElseThrow() > 0);
        assertTrue(comparison.answer().cpuMillis().orElseThrow() > 0);
    }

    private static String complete(int nodes) {
        StringBuilder edges = new StringBuilder();
        for (int i = 0; i < nodes; i++) {
            for (int j = i + 1; j < nodes; j++) {
                edges.append(edges.isEmpty() ? "" : ", ")
                        .append("{\"source\": %d, \"target\": %d, \"weight\": %d}"
                                .formatted(i, j, (7 * i + 3 * j) % 11));
            }
        }
        return "{\"type\": \"maxcut\", \"edges\": [%s]}".formatted(edges);
    }

    @Test
    void aRunWithoutAnAnswerIsRefused() {
        Run run = answered(3);
        Run unanswered = Run.create("r")
                .with(Section.PROBLEM, run.get(Section.PROBLEM))
                .with(Section.TOTALS, run.get(Section.TOTALS));
        RunException refused = assertThrows(
                RunException.class, () -> new Compare().apply(unanswered, settings(OptionalDouble.empty())));
        assertTrue(refused.getMessage().contains("/solution"), refused.getMessage());
    }

    private static CompareSettings settings(OptionalDouble bestKnown) {
        return new CompareSettings(Optional.of(Duration.ofSeconds(5)), 19, bestKnown, () -> false, 1);
    }

    private static Run answered(double objective) {
        FallBackSettings fallBack = new FallBackSettings(Duration.ofSeconds(5), () -> false, 1, "test");
        Run solved = new FallBack(CLOCK)
                .apply(
                        InputReader.read(GRAPH.getBytes(StandardCharsets.UTF_8), InputFormat.AUTOMATIC, ""),
                        "r",
                        fallBack);
        EvaluationResult evaluation = new EvaluationResult(
                OptionalDouble.of(-2), OptionalDouble.of(0.1), Map.of("010", 25L, "000", 75L), Map.of(), List.of());
        return solved.with(
                        Section.SOLUTION,
                        new Solution(
                                Map.of("a", 1),
                                Map.of(),
                                objective,
                                true,
                                List.of(),
                                Solution.QUANTUM,
                                "best sample",
                                false,
                                OptionalDouble.empty()))
                .with(
                        Section.RESULT,
                        new Result(Result.SUCCEEDED, List.of(evaluation), new Result.Timing(0, 50), Optional.empty()));
    }

    private static Run reread(Run run) {
        return RunReader.read(RunWriter.toBytes(run));
    }
}
