// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.apache.nifi.components.ConfigVerificationResult;
import org.apache.nifi.components.ConfigVerificationResult.Outcome;
import org.apache.nifi.reporting.InitializationException;
import org.apache.nifi.util.MockComponentLog;
import org.apache.nifi.util.MockConfigurationContext;
import org.apache.nifi.util.NoOpProcessor;
import org.apache.nifi.util.TestRunner;
import org.apache.nifi.util.TestRunners;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmbeddedSimulatorServiceTest {

    private static final String NOISE =
            "{\"rules\": [{\"channels\": [{\"type\": \"bitFlip\", \"probability\": 0.1}]}]}";

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

    @Test
    void takesANoiseModelAndRefusesOneThatIsWrong() throws InitializationException {
        TestRunner runner = TestRunners.newTestRunner(NoOpProcessor.class);
        runner.addControllerService("simulator", service);
        runner.assertValid(service);
        runner.setProperty(service, EmbeddedSimulatorService.NOISE_MODEL, NOISE);
        runner.assertValid(service);
        runner.enableControllerService(service);
        runner.disableControllerService(service);
        runner.setProperty(service, EmbeddedSimulatorService.NOISE_MODEL, NOISE.replace("0.1", "1.1"));
        runner.assertNotValid(service);
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
