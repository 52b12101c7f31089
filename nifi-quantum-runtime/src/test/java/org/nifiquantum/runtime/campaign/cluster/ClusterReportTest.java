// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.campaign.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ClusterReportTest {

    private static final BigDecimal LIMIT = new BigDecimal("10.00");
    private static final ClusterRow CLEAN = row(6, 4, 0, 0, 0, 0, "9.00");

    static Stream<ClusterRow> unclean() {
        return Stream.of(
                row(6, 3, 0, 1, 0, 0, "9.00"),
                row(6, 3, 1, 0, 0, 0, "9.00"),
                row(6, 5, 0, 0, 1, 0, "9.00"),
                row(6, 4, 0, 0, 0, 1, "9.00"),
                row(6, 4, 0, 0, 0, 0, "10.01"));
    }

    private static ClusterRow row(
            int quantum, int classical, int wrong, int lost, int answeredTwice, int billedTwice, String spent) {
        return new ClusterRow(
                ClusterPhase.NODE_KILLED,
                10,
                quantum,
                classical,
                wrong,
                lost,
                answeredTwice,
                billedTwice,
                new BigDecimal(spent),
                3,
                Duration.ofSeconds(61),
                new TreeMap<>());
    }

    @ParameterizedTest
    @MethodSource("unclean")
    void oneUncleanRowSpoilsTheWhole(ClusterRow row) {
        ClusterReport report = new ClusterReport(3, LIMIT, List.of(CLEAN, row));
        assertFalse(report.isClean());
        assertTrue(report.text().endsWith("NOT CLEAN."), report.text());
    }

    /** A file that NiFi read twice is another run, rightly answered. */
    @Test
    void oneRunMoreIsNoFault() {
        assertTrue(row(6, 5, 0, 0, 0, 0, "9.00").isClean());
    }

    @Test
    void printsARowForEachPhase() throws IOException {
        ClusterReport report = new ClusterReport(3, LIMIT, List.of(CLEAN));
        assertTrue(report.isClean());
        assertTrue(
                report.text()
                        .contains("| the last node killed, and back | 10 | 6 | 4 | 0 | 0 | 0 | 0 | 9.00 | 3 | 61 s |"),
                report.text());
        assertEquals(
                6,
                new ObjectMapper().readTree(report.json()).at("/rows/0/quantum").asInt());
    }

    @Test
    void theLimitIsAShareOfAllRunsInWholeJobs() {
        ClusterPlan plan = new ClusterPlan(25, List.of(ClusterPhase.values()), 0.5, 1);
        assertEquals(new BigDecimal("38.00"), plan.limit(), "half of 75 jobs of 100 shots at a cent each, rounded");
        assertThrows(IllegalArgumentException.class, () -> new ClusterPlan(0, plan.phases(), 0.5, 1));
        assertThrows(IllegalArgumentException.class, () -> new ClusterPlan(25, List.of(), 0.5, 1));
        assertThrows(IllegalArgumentException.class, () -> new ClusterPlan(25, plan.phases(), Double.NaN, 1));
    }

    @Test
    void theVictimIsTheLastNodeOrThatOfTheZooKeeper() {
        assertEquals(OptionalInt.empty(), ClusterPhase.UNDISTURBED.victim(3));
        assertEquals(OptionalInt.of(2), ClusterPhase.NODE_KILLED.victim(3));
        assertEquals(OptionalInt.of(0), ClusterPhase.ZOOKEEPER_KILLED.victim(3));
    }
}
