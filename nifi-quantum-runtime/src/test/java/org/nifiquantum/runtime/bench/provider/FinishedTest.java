// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.bench.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FinishedTest {

    private final Finished run = new Finished(new ObjectMapper().readTree("""
                            {"solution": {"source": "quantum"}, "execution": {"jobId": "job-7"},
                             "totals": {"startedAt": "2026-01-01T00:00:00Z", "wallMillis": 1500.25, "decodeMillis": 20.25}}
                            """));

    FinishedTest() throws IOException {}

    @Test
    void readsTheTimesOfTheDocument() {
        assertTrue(run.isQuantum());
        assertEquals("job-7", run.jobId());
        assertEquals(Instant.parse("2026-01-01T00:00:01.500250Z"), run.at());
        assertEquals(1_480, run.millisBesidesTheSolver(), 1e-9);
    }
}
