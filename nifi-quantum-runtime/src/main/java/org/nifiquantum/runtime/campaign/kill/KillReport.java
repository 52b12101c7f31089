// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.campaign.kill;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What the campaign found.
 *
 * @param seed of the random moments
 * @param planned how many kills there should have been
 * @param roadsAgree whether the undisturbed runs of both roads have the same evaluations and answer
 * @param excessAnswers answers more than problems
 */
public record KillReport(long seed, int planned, List<KillRow> rows, boolean roadsAgree, int excessAnswers) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double MILLIS = 1000;
    private static final String HEADER = "%-20s %6s %9s %17s %12s %11s %10s  %s"
            .formatted(
                    "point",
                    "kills",
                    "answered",
                    "same evaluations",
                    "same answer",
                    "jobs twice",
                    "recovery",
                    "what NiFi had done when it died");

    public KillReport {
        rows = List.copyOf(rows);
    }

    /** Whether all were killed that should be, and every run ended once, and ended as if nothing had happened. */
    public boolean isClean() {
        return kills() == planned
                && roadsAgree
                && excessAnswers == 0
                && rows.stream().allMatch(KillRow::isClean);
    }

    /** The table; recovery is the slowest, from the kill to the answer. */
    public String text() {
        return rows.stream().map(KillReport::line).collect(Collectors.joining("\n", HEADER + "\n", "\n" + summary()));
    }

    private static String line(KillRow row) {
        return String.format(
                Locale.ROOT,
                "%-20s %6d %9d %17d %12d %11d %8.1f s  %s",
                row.label(),
                row.kills(),
                row.answered(),
                row.sameEvaluations(),
                row.sameAnswer(),
                row.excessJobs(),
                row.slowestRecovery().toMillis() / MILLIS,
                row.sentence());
    }

    private int kills() {
        return rows.stream().mapToInt(KillRow::kills).sum();
    }

    private String summary() {
        String verdict = isClean() ? "%d of %d kills, all clean." : "%d of %d kills, NOT CLEAN.";
        return verdict.formatted(kills(), planned)
                + (roadsAgree ? "" : " The two roads differ even undisturbed.")
                + (excessAnswers == 0 ? "" : " Answers more than problems: %d.".formatted(excessAnswers))
                + " Seed %d.".formatted(seed);
    }

    /** The same as one JSON document. */
    public String json() {
        ObjectNode report = JSON.createObjectNode();
        report.put("clean", isClean());
        report.put("seed", seed);
        report.put("planned", planned);
        report.put("roadsAgree", roadsAgree);
        report.put("excessAnswers", excessAnswers);
        ArrayNode array = report.putArray("rows");
        for (KillRow row : rows) {
            array.addObject()
                    .put("point", row.label())
                    .put("when", row.sentence())
                    .put("kills", row.kills())
                    .put("answered", row.answered())
                    .put("sameEvaluations", row.sameEvaluations())
                    .put("sameAnswer", row.sameAnswer())
                    .put("jobsTwice", row.excessJobs())
                    .put("slowestRecoveryMillis", row.slowestRecovery().toMillis());
        }
        return report.toPrettyString();
    }
}
