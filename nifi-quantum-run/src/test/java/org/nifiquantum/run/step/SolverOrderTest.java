// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nifiquantum.run.step.SolverKind.CACHE;
import static org.nifiquantum.run.step.SolverKind.EXACT;
import static org.nifiquantum.run.step.SolverKind.HEURISTIC;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nifiquantum.run.cache.AnswerCache;
import org.nifiquantum.run.cache.MemoryStore;
import org.nifiquantum.run.document.Run;
import org.nifiquantum.run.document.RunException;
import org.nifiquantum.run.document.RunReader;
import org.nifiquantum.run.document.RunWriter;
import org.nifiquantum.run.document.Section;
import org.nifiquantum.run.document.Solution;
import org.nifiquantum.run.input.InputFormat;
import org.nifiquantum.run.input.InputReader;

class SolverOrderTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-21T12:00:00Z"));
    private static final String TRIANGLE = """
            {"type": "maxcut", "edges": [
                {"source": "a", "target": "b", "weight": 1}, {"source": "b", "target": "c", "weight": 2}, {"source": "a", "target": "c", "weight": 3}]}""";

    private final AnswerCache cache =
            new AnswerCache(new MemoryStore(), CLOCK, complaint -> assertEquals("", complaint));

    private Solution solve(String problem, List<SolverKind> order) {
        FallBackSettings settings =
                new FallBackSettings(order, Optional.empty(), Duration.ofMillis(200), () -> false, 1, "outage");
        Run run = new FallBack(CLOCK, Optional.of(cache))
                .apply(
                        InputReader.read(problem.getBytes(StandardCharsets.UTF_8), InputFormat.AUTOMATIC, ""),
                        "r",
                        settings);
        return RunReader.read(RunWriter.toBytes(run)).get(Section.SOLUTION);
    }

    @Test
    void theSecondTimeTheCacheAnswers() {
        Solution first = solve(TRIANGLE, SolverKind.DEFAULT_ORDER);
        assertEquals("exact", first.source());
        assertTrue(first.wallMillis().isPresent());
        Solution second = solve(TRIANGLE, SolverKind.DEFAULT_ORDER);
        assertEquals(Solution.CACHE, second.source());
        assertEquals("exact", second.cached().orElseThrow().source());
        assertEquals(5, second.objective());
        assertTrue(second.provenOptimal());
        assertEquals("outage", second.reason());
    }

    @Test
    void whatIsNotAskedDoesNotAnswer() {
        assertEquals("annealing", solve(TRIANGLE, List.of(HEURISTIC)).source());
        assertEquals("exact", solve(TRIANGLE, List.of(EXACT)).source());
        assertEquals(Solution.CACHE, solve(TRIANGLE, List.of(CACHE)).source());
    }

    @Test
    void theCacheMayBeAskedAfterASearch() {
        // The cache knows the optimum; annealing finds no better one.
        solve(TRIANGLE, List.of(EXACT));
        assertEquals(Solution.CACHE, solve(TRIANGLE, List.of(HEURISTIC, CACHE)).source());
        assertEquals("exact", solve(TRIANGLE, List.of(EXACT, CACHE)).source());
    }

    @Test
    void noneMayHaveAnAnswer() {
        RunException failure = assertThrows(RunException.class, () -> solve(TRIANGLE, List.of(CACHE)));
        assertTrue(failure.getMessage().contains("[cache]"), failure.getMessage());
        assertTrue(failure.getMessage().contains("add heuristic"), failure.getMessage());
    }

    @Test
    void ordersAreReadAsUsersWriteThem() {
        assertEquals(List.of(HEURISTIC, CACHE), SolverKind.order(" Heuristic ,cache"));
        assertEquals(SolverKind.DEFAULT_ORDER, SolverKind.order(SolverKind.text(SolverKind.DEFAULT_ORDER)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "cache,", "exact, exact", "oracle", "exact heuristic"})
    void otherOrdersAreRefused(String order) {
        assertThrows(IllegalArgumentException.class, () -> SolverKind.order(order));
    }
}
