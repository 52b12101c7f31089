// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.campaign.fuzz;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;

/**
 * What a campaign found.
 *
 * @param whole whether it came to its end
 */
public record FuzzReport(long seed, List<Row> rows, boolean whole) {

    private static final String LINE = "%-40s %9s %9s %9s %9s %9s %12s";

    public FuzzReport {
        rows = List.copyOf(rows);
    }

    /** All damaged forms of one sample. */
    public record Row(String sample, int read, int refused, int broken, int tooSlow, Duration slowest) {

        static Row of(String sample) {
            return new Row(sample, 0, 0, 0, 0, Duration.ZERO);
        }

        Row with(Reading reading) {
            Duration longer = reading.took().compareTo(slowest) > 0 ? reading.took() : slowest;
            return switch (reading.outcome()) {
                case READ -> new Row(sample, read + 1, refused, broken, tooSlow, longer);
                case REFUSED -> new Row(sample, read, refused + 1, broken, tooSlow, longer);
                case BROKEN -> new Row(sample, read, refused, broken + 1, tooSlow, longer);
                case TOO_SLOW -> new Row(sample, read, refused, broken, tooSlow + 1, longer);
            };
        }

        int programs() {
            return read + refused + broken + tooSlow;
        }

        String summary() {
            return "%s, %d read, %d refused, %d broken, %d too slow".formatted(sample, read, refused, broken, tooSlow);
        }
    }

    /** Whether all of it was read or refused, in time. */
    public boolean isClean() {
        return whole && rows.stream().allMatch(row -> row.broken() == 0 && row.tooSlow() == 0);
    }

    /** A line for each sample, and their sum. */
    public String text() {
        StringBuilder text = new StringBuilder(
                LINE.formatted("sample", "programs", "read", "refused", "broken", "too slow", "slowest"));
        rows.forEach(row -> text.append('\n').append(line(row)));
        text.append('\n').append(line(total()));
        return text.append(isClean() ? "\nClean." : "\nNOT CLEAN.")
                .append(" Seed %d.".formatted(seed))
                .toString();
    }

    private static String line(Row row) {
        return LINE.formatted(
                row.sample(),
                row.programs(),
                row.read(),
                row.refused(),
                row.broken(),
                row.tooSlow(),
                String.format(Locale.ROOT, "%.1f ms", row.slowest().toNanos() / 1e6));
    }

    private Row total() {
        return new Row(
                "all",
                sum(Row::read),
                sum(Row::refused),
                sum(Row::broken),
                sum(Row::tooSlow),
                rows.stream().map(Row::slowest).max(Duration::compareTo).orElse(Duration.ZERO));
    }

    private int sum(ToIntFunction<Row> part) {
        return rows.stream().mapToInt(part).sum();
    }

    /** The same as one JSON document. */
    public String json() {
        ObjectNode report = new ObjectMapper().createObjectNode();
        report.put("clean", isClean());
        report.put("seed", seed);
        ArrayNode array = report.putArray("rows");
        for (Row row : rows) {
            array.addObject()
                    .put("sample", row.sample())
                    .put("read", row.read())
                    .put("refused", row.refused())
                    .put("broken", row.broken())
                    .put("tooSlow", row.tooSlow())
                    .put("slowestMillis", row.slowest().toNanos() / 1e6);
        }
        return report.toPrettyString();
    }
}
