// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.bench.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nifiquantum.runtime.bench.Row;
import org.nifiquantum.runtime.bench.provider.ProviderThroughput.Reading;

class ProviderThroughputTest {

    private static final double EXACT = 1e-9;

    /** 1,000 jobs: the first half at 100 a second, the second half at 50; 2 ms of NiFi and 1 ms of the provider each. */
    @Test
    void readsRateCostAndTenths() {
        List<Reading> readings =
                List.of(new Reading(10, 5_000, 1, 3), new Reading(15, 5_500, 2, 3.5), new Reading(25, 6_000, 3, 4));

        List<Row> rows = ProviderThroughput.rows(readings, 0);

        assertEquals(1_000 / 15.0, rows.get(0).value(), EXACT);
        assertEquals(2, rows.get(1).value(), EXACT);
        assertEquals(1, rows.get(2).value(), EXACT);
        assertEquals("last 100 of 1,000 jobs", rows.get(3).name());
        assertEquals(2, rows.get(3).value(), EXACT);
        assertEquals(2, rows.get(3).ratio().orElseThrow(), EXACT);
        assertEquals(0, rows.get(4).value());
    }
}
