// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

    private static final Table TABLE = new Table(List.of(
            Row.of("iteration", 12.3456, "ms").against("bare", 8),
            Row.of("answered", 10_000, "runs").against("lost", 0),
            Row.of("heap", 0.98765, "MiB")));

    @Test
    void columnsLineUpAsAMarkdownTable() {
        assertEquals("""
                | name      |  value | unit | yardstick | ratio |
                |-----------|-------:|------|-----------|------:|
                | iteration |   12.3 | ms   | bare: 8   |  1.54 |
                | answered  | 10,000 | runs | lost: 0   |       |
                | heap      |  0.988 | MiB  |           |       |""", TABLE.text());
    }

    @Test
    void smallNumbersKeepThreeDigits() {
        String text = new Table(List.of(Row.of("gate", 0.00361, "ms").against("peer", 22.46))).text();
        assertTrue(text.contains("| 0.00361 |") && text.endsWith("| 0.000161 |"), text);
    }

    @Test
    void whatIsNoNumberIsSaid() {
        String text = new Table(List.of(Row.of("gate", Double.NaN, "ms"))).text();
        assertTrue(text.contains("NaN"), text);
    }

    @Test
    void jsonIsAnArrayOfUnroundedRows() throws JsonProcessingException {
        JsonNode rows = new ObjectMapper().readTree(TABLE.json());
        assertEquals(3, rows.size());
        JsonNode first = rows.get(0);
        assertEquals("iteration", first.path("name").asText());
        assertEquals(12.3456, first.path("value").asDouble());
        assertEquals("ms", first.path("unit").asText());
        assertEquals("bare", first.at("/yardstick/name").asText());
        assertEquals(8, first.at("/yardstick/value").asDouble());
        assertEquals(12.3456 / 8, first.path("ratio").asDouble());
    }

    @Test
    void whatHasNoYardstickHasNoRatioInJson() throws JsonProcessingException {
        JsonNode rows = new ObjectMapper().readTree(TABLE.json());
        assertFalse(rows.get(1).has("ratio"), "nothing is a multiple of zero");
        assertFalse(rows.get(2).has("yardstick"));
        assertFalse(rows.get(2).has("ratio"));
    }
}
