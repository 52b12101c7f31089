// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FlowBenchmarkTest {

    /** Iteration k takes k ms, so that each figure has a closed form; the bare rounds are 1 and 3 ms in turn. */
    @Test
    void eachRowIsHeldAgainstItsYardstick() {
        Durations loop = Durations.ofMillis(
                IntStream.rangeClosed(1, 1101).mapToDouble(k -> k).toArray());
        Durations bare = Durations.ofMillis(
                IntStream.range(0, 1000).mapToDouble(k -> 1 + 2 * (k % 2)).toArray());
        List<Row> rows = FlowBenchmark.rows("stock", 51, loop, bare);

        check(rows.get(0), 551, 2);
        check(rows.get(1), 1090, 551);
        check(rows.get(2), 1000.5, 100.5);
        check(rows.get(3), 500, 51);
        check(rows.get(4), 3, 2);
    }

    private static void check(Row row, double value, double yardstick) {
        assertEquals(value, row.value(), 1e-9, row.name());
        assertEquals(yardstick, row.yardstick().orElseThrow().value(), 1e-9, row.name());
    }
}
