// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.budget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nifiquantum.services.budget.Budgets.usd;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.nifi.components.ConfigVerificationResult;
import org.apache.nifi.components.ConfigVerificationResult.Outcome;
import org.apache.nifi.components.state.Scope;
import org.apache.nifi.reporting.InitializationException;
import org.apache.nifi.util.MockComponentLog;
import org.apache.nifi.util.MockConfigurationContext;
import org.apache.nifi.util.NoOpProcessor;
import org.apache.nifi.util.TestRunner;
import org.apache.nifi.util.TestRunners;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nifiquantum.services.api.BackendException;

class StandardBudgetServiceTest {

    private final TestRunner runner = TestRunners.newTestRunner(NoOpProcessor.class);
    private final StandardBudgetService service =
            new StandardBudgetService(() -> Instant.parse("2026-11-21T23:30:00Z"));

    @BeforeEach
    void add() throws InitializationException {
        runner.addControllerService("budget", service);
    }

    @Test
    void oneLimitIsNeeded() {
        runner.assertNotValid(service);
        runner.setProperty(service, StandardBudgetService.LIMIT_PER_DAY, "10.50");
        runner.assertValid(service);
    }

    @ParameterizedTest
    @CsvSource({"Limit Per Day, -1", "Limit Per Day, much", "Time Zone, Atlantis", "Assumed Cost, -0.1"})
    void whatMakesNoSenseIsNotValid(String property, String value) {
        runner.setProperty(service, StandardBudgetService.LIMIT_PER_DAY, "1");
        runner.setProperty(service, property, value);
        runner.assertNotValid(service);
    }

    @Test
    void whatIsSpentIsInTheStateAndOutlivesDisabling() throws BackendException, IOException {
        runner.setProperty(service, StandardBudgetService.LIMIT_PER_DAY, "1");
        runner.setProperty(service, StandardBudgetService.TIME_ZONE, "Europe/Berlin");
        runner.enableControllerService(service);
        assertTrue(service.reserve("a", usd("0.70")));
        Map<String, String> state =
                runner.getStateManager(service).getState(Scope.LOCAL).toMap();
        assertEquals("0.70", state.get("day.used"));
        assertEquals("2026-11-22", state.get("day"), "in Berlin");
        runner.disableControllerService(service);
        runner.enableControllerService(service);
        assertThrows(BackendException.class, () -> service.reserve("b", usd("0.31")));
        service.release("a");
        assertTrue(service.reserve("b", usd("0.31")));
    }

    @Test
    void verifyTellsWhatIsSpent() throws BackendException {
        runner.setProperty(service, StandardBudgetService.LIMIT_PER_DAY, "1");
        runner.enableControllerService(service);
        assertTrue(service.reserve("a", usd("0.70")));
        runner.disableControllerService(service);
        List<ConfigVerificationResult> results = service.verify(
                new MockConfigurationContext(
                        service,
                        Map.of(
                                StandardBudgetService.UNIT, "USD",
                                StandardBudgetService.LIMIT_PER_DAY, "1",
                                StandardBudgetService.ASSUMED_COST, "0",
                                StandardBudgetService.TIME_ZONE, "UTC"),
                        null,
                        Map.of()),
                new MockComponentLog("budget", service),
                Map.of());
        assertEquals(
                List.of(Outcome.SUCCESSFUL, Outcome.SUCCESSFUL),
                results.stream().map(ConfigVerificationResult::getOutcome).toList());
        assertTrue(
                results.stream().anyMatch(result -> result.getExplanation().contains("0.70 USD used")),
                () -> results.toString());
    }
}
