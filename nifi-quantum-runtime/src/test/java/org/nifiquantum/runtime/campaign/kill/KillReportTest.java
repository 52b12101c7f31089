// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.campaign.kill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KillReportTest {

    private static final Trial CLEAN = new Trial(true, true, true, true, 0, Duration.ofMillis(12_340));
    private static final Trial SLOW = new Trial(true, true, true, true, 0, Duration.ofMillis(45_670));

    static Stream<Trial> unclean() {
        return Stream.of(
                new Trial(false, true, true, true, 0, Duration.ZERO),
                new Trial(true, false, false, false, 0, Duration.ZERO),
                new Trial(true, true, false, true, 0, Duration.ZERO),
                new Trial(true, true, true, false, 0, Duration.ZERO),
                new Trial(true, true, true, true, 1, Duration.ZERO),
                new Trial(true, true, true, true, -1, Duration.ZERO));
    }

    @ParameterizedTest
    @MethodSource("unclean")
    void oneUncleanRunSpoilsTheWhole(Trial trial) {
        assertFalse(report(CLEAN, trial, CLEAN).isClean());
        assertTrue(report(CLEAN, trial, CLEAN).text().contains("NOT CLEAN"));
    }

    @Test
    void soDoRoadsThatDifferAndAnswersTooMany() {
        List<KillRow> rows = List.of(new KillRow("here", "a sentence", List.of(CLEAN)));
        assertTrue(new KillReport(7, 1, rows, true, 0).isClean());
        assertFalse(new KillReport(7, 1, rows, false, 0).isClean());
        assertFalse(new KillReport(7, 1, rows, true, 1).isClean());
        assertFalse(new KillReport(7, 2, rows, true, 0).isClean(), "a kill is missing");
    }

    @Test
    void printsARowForEachPointAndTheSeed() {
        List<String> lines = report(CLEAN, SLOW).text().lines().toList();
        assertEquals(3, lines.size());
        assertEquals(
                List.of("here", "2", "2", "2", "2", "0", "45.7", "s", "a", "sentence"),
                List.of(lines.get(1).strip().split("\\s+", -1)));
        assertEquals("2 of 2 kills, all clean. Seed 7.", lines.get(2));
    }

    @Test
    void jsonHasTheSame() throws IOException {
        JsonNode report = new ObjectMapper()
                .readTree(report(CLEAN, new Trial(true, true, false, true, 2, Duration.ofMillis(5)))
                        .json());
        assertFalse(report.path("clean").asBoolean());
        assertEquals(7, report.path("seed").asLong());
        JsonNode row = report.at("/rows/0");
        assertEquals(2, row.path("kills").asInt());
        assertEquals(1, row.path("sameEvaluations").asInt());
        assertEquals(2, row.path("jobsTwice").asInt());
        assertEquals(12_340, row.path("slowestRecoveryMillis").asLong());
    }

    private static KillReport report(Trial... trials) {
        return new KillReport(7, trials.length, List.of(new KillRow("here", "a sentence", List.of(trials))), true, 0);
    }
}
