// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.campaign.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nifiquantum.runtime.campaign.CampaignProvider;

class FaultReportTest {

    private static final FaultRow CLEAN = row(7, 6, 4, 0, 0, 0, 0);

    private static FaultRow row(
            long met, int quantum, int classical, int wrong, int lost, int answeredTwice, int billedTwice) {
        return new FaultRow(
                "reset_after",
                10,
                met,
                quantum,
                classical,
                wrong,
                lost,
                answeredTwice,
                6,
                billedTwice,
                Duration.ofMillis(1_230),
                new TreeMap<>(Map.of("ambiguous", 4L)));
    }

    static Stream<FaultRow> unclean() {
        return Stream.of(
                row(0, 6, 4, 0, 0, 0, 0),
                row(7, 6, 3, 0, 0, 0, 0),
                row(7, 6, 4, 1, 0, 0, 0),
                row(7, 6, 4, 0, 1, 0, 0),
                row(7, 6, 4, 0, 0, 1, 0),
                row(7, 6, 4, 0, 0, 0, 1));
    }

    @ParameterizedTest
    @MethodSource("unclean")
    void oneUncleanLaneSpoilsTheWhole(FaultRow row) {
        FaultReport report = new FaultReport(1, List.of(CLEAN, row), Duration.ofMinutes(1));
        assertFalse(report.isClean());
        assertTrue(report.text().contains("NOT CLEAN"));
    }

    @Test
    void printsALineForEachLaneAndTheSeed() {
        FaultReport report = new FaultReport(3, List.of(CLEAN, CLEAN), Duration.ofSeconds(90));
        List<String> lines = report.text().lines().toList();
        assertTrue(report.isClean());
        assertEquals(5, lines.size());
        assertEquals("| reset_after | 10 | 7 | 6 | 4 | 0 | 0 | 0 | 6 | 0 | 1.23 s | ambiguous 4 |", lines.get(2));
        assertEquals(
                "20 runs: 12 quantum answers, 8 classical, 0 wrong, 0 lost, 0 billed twice, in 1.5 minutes. Clean. Seed 3.",
                lines.getLast());
    }

    @Test
    void jsonHasTheSame() throws IOException {
        JsonNode json = new ObjectMapper().readTree(new FaultReport(3, List.of(CLEAN), Duration.ofSeconds(90)).json());
        assertTrue(json.path("clean").asBoolean());
        assertEquals(1_230, json.at("/rows/0/medianMillis").asLong());
        assertEquals(4, json.at("/rows/0/classicalBecause/ambiguous").asInt());
    }

    @Test
    void aJobWithoutAKeyCountsAsBilledTwice() {
        assertEquals(0, Answers.billedTwice(Map.of("a", 1, "b", 1)));
        assertEquals(2, Answers.billedTwice(Map.of("a", 3, "b", 1)));
        assertEquals(1, Answers.billedTwice(Map.of("", 1, "b", 1)));
    }

    @Test
    void runsAreSharedAsEvenlyAsCanBe() {
        List<Trouble> troubles = Trouble.all();
        FaultPlanning planning = new FaultPlanning(CampaignProvider.IONQ, troubles, 10_000, 6, 1);
        int[] shares = IntStream.range(0, troubles.size()).map(planning::runsOf).toArray();
        assertEquals(10_000, IntStream.of(shares).sum());
        assertTrue(IntStream.of(shares).max().orElseThrow()
                        - IntStream.of(shares).min().orElseThrow()
                <= 1);
    }
}
