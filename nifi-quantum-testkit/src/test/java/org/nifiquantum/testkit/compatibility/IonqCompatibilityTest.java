// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.testkit.compatibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.nifi.components.ConfigVerificationResult;
import org.apache.nifi.components.ConfigVerificationResult.Outcome;
import org.apache.nifi.util.MockComponentLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nifiquantum.services.api.JobResult;
import org.nifiquantum.services.api.Money;
import org.nifiquantum.services.api.QuantumBackend;
import org.nifiquantum.services.ionq.IonqBackendService;
import org.nifiquantum.services.support.OnAmbiguousSubmission;
import org.nifiquantum.testkit.misbehaving.Dialect;
import org.nifiquantum.testkit.misbehaving.FaultPlan;
import org.nifiquantum.testkit.misbehaving.IonqDialect;
import org.nifiquantum.testkit.misbehaving.IonqDialect.ResultForm;
import org.nifiquantum.testkit.misbehaving.MisbehavingProvider;

class IonqCompatibilityTest extends ProviderCompatibility {

    private final ProviderServices<IonqBackendService> services = Services.ionq(Map.of());

    @Override
    protected Dialect dialect() {
        return new IonqDialect(ResultForm.HISTOGRAM_V2, SECRET);
    }

    @Override
    protected QuantumBackend open(MisbehavingProvider provider, OnAmbiguousSubmission policy) throws Exception {
        return services.open(provider, policy);
    }

    @Override
    protected String log() {
        return services.log();
    }

    @AfterEach
    void close() {
        services.close();
    }

    /** Each of the forms in which IonQ has given results within one version of its API. */
    @ParameterizedTest
    @EnumSource(ResultForm.class)
    void everyFormOfResultIsRead(ResultForm form) throws Exception {
        try (MisbehavingProvider provider =
                MisbehavingProvider.start(new IonqDialect(form, SECRET), FaultPlan.none(), 0, Duration.ZERO)) {
            JobResult result = Jobs.run(
                    open(provider, OnAmbiguousSubmission.GIVE_UP),
                    Jobs.counting("form", "qubit[4] q; bit[4] c; x q[0]; x q[1]; c = measure q;"));
            assertEquals(
                    Map.of("0011", (long) Jobs.SHOTS),
                    result.evaluations().getFirst().counts());
            assertEquals(Optional.of(new Money(new BigDecimal("20"), "USD")), result.cost());
            assertEquals(Duration.ofMillis(7), result.executed());
            assertTrue(result.raw().orElseThrow().contains("execution_duration_ms"));
            assertTrue(result.sent().orElseThrow().contains("\"gate\":\"x\""));
        }
    }

    @Test
    void verifyingSubmitsNothing() throws Exception {
        try (MisbehavingProvider provider = MisbehavingProvider.start(dialect(), FaultPlan.none(), 0, Duration.ZERO)) {
            IonqBackendService service = new IonqBackendService();
            List<ConfigVerificationResult> results = service.verify(
                    services.context(service, provider, OnAmbiguousSubmission.GIVE_UP),
                    new MockComponentLog("verify", this),
                    Map.of());
            assertEquals(
                    List.of(Outcome.SUCCESSFUL, Outcome.SUCCESSFUL, Outcome.SUCCESSFUL, Outcome.SUCCESSFUL),
                    results.stream().map(ConfigVerificationResult::getOutcome).toList(),
                    results.toString());
            assertEquals(Map.of(), provider.billed());
        }
    }

    @Test
    void verifyingTellsAWrongKeyFromAProviderThatIsAway() throws Exception {
        ProviderServices<IonqBackendService> wrong = Services.ionq(Map.of("API Key", "wrong-key"));
        MisbehavingProvider provider = MisbehavingProvider.start(dialect(), FaultPlan.none(), 0, Duration.ZERO);
        IonqBackendService service = new IonqBackendService();
        List<ConfigVerificationResult> results = service.verify(
                wrong.context(service, provider, OnAmbiguousSubmission.GIVE_UP),
                new MockComponentLog("verify", this),
                Map.of());
        provider.close();
        assertEquals(Outcome.SUCCESSFUL, results.get(0).getOutcome());
        assertEquals(Outcome.FAILED, results.get(1).getOutcome());
        assertTrue(results.get(1).getExplanation().startsWith("UNAUTHORISED"), results.toString());
    }
}
