// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The rows of a benchmark, for people or for programs. */
public record Table(List<Row> rows) {

    private static final List<String> HEAD = List.of("name", "value", "unit", "yardstick", "ratio");
    /** Value and ratio. */
    private static final Set<Integer> NUMBERS = Set.of(1, 4);

    private static final MathContext THREE_DIGITS = new MathContext(3);

    public Table {
        rows = List.copyOf(rows);
    }

    /** A Markdown table whose columns line up, so that it can be read as it is and pasted into a page. */
    public String text() {
        return new MarkdownTable(HEAD, NUMBERS)
                .text(rows.stream().map(Table::cells).toList());
    }

    /**
     * An array with an object for each row: {@code name}, {@code value}, {@code unit}, and where there is one
     * {@code yardstick} (its {@code name} and {@code value}) and {@code ratio}. Numbers are not rounded.
     */
    public String json() {
        ArrayNode array = new ObjectMapper().createArrayNode();
        for (Row row : rows) {
            ObjectNode object = array.addObject()
                    .put("name", row.name())
                    .put("value", row.value())
                    .put("unit", row.unit());
            row.yardstick()
                    .ifPresent(yardstick -> object.putObject("yardstick")
                            .put("name", yardstick.name())
                            .put("value", yardstick.value()));
            row.ratio().ifPresent(ratio -> object.put("ratio", ratio));
        }
        return array.toPrettyString();
    }

    private static List<String> cells(Row row) {
        return List.of(
                row.name(),
                number(row.value()),
                row.unit(),
                row.yardstick()
                        .map(yardstick -> "%s: %s".formatted(yardstick.name(), number(yardstick.value())))
                        .orElse(""),
                row.ratio().isPresent() ? number(row.ratio().getAsDouble()) : "");
    }

    /** Three significant digits, but no fraction from a hundred on and no digit lost before it. */
    private static String number(double value) {
        double size = Math.abs(value);
        if (value == Math.rint(value) || !(size < 100)) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        return new BigDecimal(value).round(THREE_DIGITS).toPlainString();
    }
}
