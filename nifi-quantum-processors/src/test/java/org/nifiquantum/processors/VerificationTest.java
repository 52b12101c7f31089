// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.processors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.apache.nifi.components.ConfigVerificationResult;
import org.apache.nifi.components.ConfigVerificationResult.Outcome;
import org.apache.nifi.processor.Processor;
import org.apache.nifi.processor.VerifiableProcessor;
import org.apache.nifi.reporting.InitializationException;
import org.apache.nifi.util.TestRunner;
import org.apache.nifi.util.TestRunners;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerificationTest {

    @Test
    void encodeProblemSaysWhatAnAttributeMakesOfIt() {
        TestRunner runner = TestRunners.newTestRunner(new EncodeProblem());
        runner.setProperty(AnsatzProperties.LAYERS, "${depth}");
        ConfigVerificationResult good = only(runner, Map.of("depth", "2"));
        assertEquals(Outcome.SUCCESSFUL, good.getOutcome());
        assertTrue(good.getExplanation().startsWith("2 layers, 1024 shots, seed 1, up to 20 qubits"), good::toString);
        assertTrue(good.getExplanation().endsWith("depth 7, 8 two-qubit gates"), good::toString);
        ConfigVerificationResult bad = only(runner, Map.of("depth", "deep"));
        assertEquals(Outcome.FAILED, bad.getOutcome());
        assertEquals("Layers: [deep] is not a whole number", bad.getExplanation());
    }

    @Test
    void encodeProblemSaysThatNothingFits() {
        TestRunner runner = TestRunners.newTestRunner(new EncodeProblem());
        runner.setProperty(EncodeProblem.MAXIMUM_QUBITS, "3");
        assertEquals(Outcome.FAILED, only(runner, Map.of()).getOutcome());
    }

    @Test
    void fallbackSaysHowLongItSearches() {
        TestRunner runner = TestRunners.newTestRunner(new Fallback());
        runner.setProperty(Fallback.TIME_BUDGET, "2 min");
        assertEquals(
                "the best answer by cache, exact, heuristic in 120000 ms, seed 1",
                only(runner, Map.of()).getExplanation());
    }

    @Test
    void theBackendSaysWhatItIs() throws InitializationException {
        for (Processor processor : List.of(new SubmitCircuit(), new PollResult())) {
            ConfigVerificationResult result = only(Runs.withSimulator(processor), Map.of());
            assertEquals(Outcome.SUCCESSFUL, result.getOutcome());
            assertTrue(result.getExplanation().contains("qubits"), result::toString);
        }
    }

    @Test
    void aToleranceAboveTheInitialStepIsInvalid() {
        TestRunner runner = TestRunners.newTestRunner(new ClassicalOptimize());
        runner.assertValid();
        runner.setProperty(OptimizeProperties.TOLERANCE, "0.2");
        runner.assertNotValid();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Lower Bounds=0                            | Upper Bounds",
                "Lower Bounds=0,Upper Bounds=x             | [x] is not one number",
                "Optimizer=ROTOSOLVE,Lower Bounds=0,Upper Bounds=1 | Rotosolve",
                "Optimizer=ADAM,Aggregation=CVAR           | a gradient is of the expectation",
                "Aggregation=CVAR,CVaR Alpha=1.5           | at most 1",
                "Maximum Cost=five dollars                 | such as 5.00 USD",
                "Maximum Cost=5                            | such as 5.00 USD",
            })
    void settingsThatDoNotFitAreInvalid(String settings, String complaint) {
        TestRunner runner = TestRunners.newTestRunner(new ClassicalOptimize());
        for (String setting : settings.split(",", -1)) {
            runner.setProperty(setting.split("=", -1)[0], setting.split("=", -1)[1]);
        }
        AssertionError invalid = assertThrows(AssertionError.class, runner::assertValid);
        assertTrue(invalid.getMessage().contains(complaint), invalid.getMessage());
        ConfigVerificationResult result = only(runner, Map.of());
        assertEquals(Outcome.FAILED, result.getOutcome());
    }

    @Test
    void theOptimizerSaysWhatItNeeds() {
        TestRunner runner = TestRunners.newTestRunner(new ClassicalOptimize());
        runner.setProperty(OptimizeProperties.OPTIMIZER, "L_BFGS");
        runner.setProperty(OptimizeProperties.MAXIMUM_COST, "5.00 USD");
        runner.setProperty(OptimizeProperties.LOWER_BOUNDS, "-1, -2");
        runner.setProperty(OptimizeProperties.UPPER_BOUNDS, "3");
        runner.assertValid();
        assertEquals(
                "L-BFGS, which needs a backend that gives gradients, at most 100 evaluations for a run that begins now",
                only(runner, Map.of()).getExplanation());
    }

    private static ConfigVerificationResult only(TestRunner runner, Map<String, String> attributes) {
        VerifiableProcessor processor = (VerifiableProcessor) runner.getProcessor();
        List<ConfigVerificationResult> results =
                processor.verify(runner.getProcessContext(), runner.getLogger(), attributes);
        assertEquals(1, results.size());
        return results.getFirst();
    }
}
