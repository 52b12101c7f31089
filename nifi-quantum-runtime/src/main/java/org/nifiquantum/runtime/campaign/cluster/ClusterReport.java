// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.campaign.cluster;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What the campaign found.
 *
 * @param limit what the provider may have billed at the end
 */
public record ClusterReport(int nodes, BigDecimal limit, List<ClusterRow> rows) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HEAD = """
            | phase | runs | quantum | classical | wrong | lost | answered twice | billed twice | spent so far, USD | nodes with a lease | took | classical because |
            |---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---|
            """;

    public ClusterReport {
        rows = List.copyOf(rows);
    }

    /** Whether every phase is clean and the budget was kept. */
    public boolean isClean() {
        return rows.stream().allMatch(ClusterRow::isClean)
                && rows.getLast().spent().compareTo(limit) <= 0;
    }

    /** A Markdown table, and the verdict. */
    public String text() {
        StringBuilder text = new StringBuilder(HEAD);
        rows.forEach(row -> text.append(String.format(
                Locale.ROOT,
                "| %s | %,d | %,d | %,d | %d | %d | %d | %d | %s | %d | %.0f s | %s |%n",
                row.phase().sentence(),
                row.runs(),
                row.quantum(),
                row.classical(),
                row.wrong(),
                row.lost(),
                row.answeredTwice(),
                row.billedTwice(),
                row.spent().toPlainString(),
                row.leasing(),
                row.took().toMillis() / 1000.0,
                reasons(row))));
        return text
                + "%d nodes; %s of %s USD spent. %s."
                        .formatted(
                                nodes,
                                rows.getLast().spent().toPlainString(),
                                limit.toPlainString(),
                                isClean() ? "Clean" : "NOT CLEAN");
    }

    private static String reasons(ClusterRow row) {
        return row.reasons().entrySet().stream()
                .map(reason -> "%s %d".formatted(reason.getKey(), reason.getValue()))
                .collect(Collectors.joining(", "));
    }

    /** The same as one JSON document. */
    public String json() {
        ObjectNode report = JSON.createObjectNode();
        report.put("clean", isClean()).put("nodes", nodes).put("limit", limit);
        ArrayNode array = report.putArray("rows");
        for (ClusterRow row : rows) {
            ObjectNode object = array.addObject();
            object.putPOJO("classicalBecause", row.reasons());
            object.put("phase", row.phase().name())
                    .put("runs", row.runs())
                    .put("quantum", row.quantum())
                    .put("classical", row.classical())
                    .put("wrong", row.wrong())
                    .put("lost", row.lost())
                    .put("answeredTwice", row.answeredTwice())
                    .put("billedTwice", row.billedTwice())
                    .put("spent", row.spent())
                    .put("leasing", row.leasing())
                    .put("millis", row.took().toMillis());
        }
        return report.toPrettyString();
    }
}
