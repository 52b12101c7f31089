// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.apache.nifi.components.ConfigVerificationResult;
import org.apache.nifi.components.ConfigVerificationResult.Outcome;
import org.apache.nifi.util.MockComponentLog;
import org.apache.nifi.util.MockConfigurationContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmbeddedSimulatorServiceTest {

    private final EmbeddedSimulatorService service = new EmbeddedSimulatorService();

    /** A quarter of the memory is for compiled circuits, and a basis state takes 16 bytes. */
    @ParameterizedTest
    @CsvSource({"64 MB, 1, 21", "64 MB, 2, 20", "64 MB, 4, 19", "1 GB, 1, 25"})
    void saysHowWideACircuitFits(String memory, String jobs, int qubits) {
        ConfigVerificationResult result = verify(memory, jobs);
        assertEquals(Outcome.SUCCESSFUL, result.getOutcome());
        assertTrue(result.getExplanation().contains("up to %d qubits".formatted(qubits)), result.getExplanation());
    }

    @Test
    void failsWhereNotEvenAPairFits() {
        assertEquals(Outcome.FAILED, verify("60 B", "1").getOutcome());
    }

    private ConfigVerificationResult verify(String memory, String jobs) {
        MockConfigurationContext context = new MockConfigurationContext(
                Map.of(
                        EmbeddedSimulatorService.MEMORY_BUDGET, memory,
                        EmbeddedSimulatorService.CONCURRENT_JOBS, jobs),
                null,
                Map.of());
        return service.verify(context, new MockComponentLog("service", service), Map.of())
                .getFirst();
    }
}
