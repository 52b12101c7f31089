// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.campaign.faults;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * What the campaign found.
 *
 * @param seed all its random choices follow from it, but not when NiFi's threads meet them
 * @param took from the first run to the last answer
 */
public record FaultReport(long seed, List<FaultRow> rows, Duration took) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HEAD = """
            | fault | runs | requests that met it | quantum | classical | wrong | lost | answered twice | billed | billed twice | median | classical because |
            |---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---|
            """;

    public FaultReport {
        rows = List.copyOf(rows);
    }

    /** Whether every lane is clean. */
    public boolean isClean() {
        return rows.stream().allMatch(FaultRow::isClean);
    }

    /** A Markdown table, and the verdict. */
    public String text() {
        StringBuilder text = new StringBuilder(HEAD);
        rows.forEach(row -> text.append(String.format(
                Locale.ROOT,
                "| %s | %,d | %,d | %,d | %,d | %d | %d | %d | %,d | %d | %.2f s | %s |%n",
                row.trouble(),
                row.runs(),
                row.met(),
                row.quantum(),
                row.classical(),
                row.wrong(),
                row.lost(),
                row.answeredTwice(),
                row.billed(),
                row.billedTwice(),
                seconds(row.median()),
                reasons(row))));
        return text + summary();
    }

    private static String reasons(FaultRow row) {
        return row.reasons().entrySet().stream()
                .map(reason -> "%s %d".formatted(reason.getKey(), reason.getValue()))
                .collect(Collectors.joining(", "));
    }

    private String summary() {
        return String.format(
                Locale.ROOT,
                "%,d runs: %,d quantum answers, %,d classical, %d wrong, %d lost, %d billed twice, in %.1f minutes. %s. Seed %d.",
                sum(FaultRow::runs),
                sum(FaultRow::quantum),
                sum(FaultRow::classical),
                sum(FaultRow::wrong),
                sum(FaultRow::lost),
                sum(FaultRow::billedTwice),
                seconds(took) / 60,
                isClean() ? "Clean" : "NOT CLEAN",
                seed);
    }

    private long sum(ToLongFunction<FaultRow> column) {
        return rows.stream().mapToLong(column).sum();
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    /** The same as one JSON document. */
    public String json() {
        ObjectNode report = JSON.createObjectNode();
        report.put("clean", isClean()).put("seed", seed).put("millis", took.toMillis());
        ArrayNode array = report.putArray("rows");
        for (FaultRow row : rows) {
            ObjectNode object = array.addObject();
            object.putPOJO("classicalBecause", row.reasons());
            object.put("fault", row.trouble())
                    .put("runs", row.runs())
                    .put("met", row.met())
                    .put("quantum", row.quantum())
                    .put("classical", row.classical())
                    .put("wrong", row.wrong())
                    .put("lost", row.lost())
                    .put("answeredTwice", row.answeredTwice())
                    .put("billed", row.billed())
                    .put("billedTwice", row.billedTwice())
                    .put("medianMillis", row.median().toMillis());
        }
        return report.toPrettyString();
    }
}
