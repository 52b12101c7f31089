// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.testkit.compatibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.nifi.components.ConfigVerificationResult;
import org.apache.nifi.components.ConfigVerificationResult.Outcome;
import org.apache.nifi.util.MockComponentLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nifiquantum.services.api.BackendException;
import org.nifiquantum.services.api.BackendException.Kind;
import org.nifiquantum.services.api.DeviceReport;
import org.nifiquantum.services.api.JobHandle;
import org.nifiquantum.services.api.JobRequest;
import org.nifiquantum.services.api.JobResult;
import org.nifiquantum.services.api.Money;
import org.nifiquantum.services.api.Output;
import org.nifiquantum.services.api.QuantumBackend;
import org.nifiquantum.services.braket.BraketBackendService;
import org.nifiquantum.services.support.OnAmbiguousSubmission;
import org.nifiquantum.testkit.misbehaving.BraketDialect;
import org.nifiquantum.testkit.misbehaving.BraketDialect.ResultForm;
import org.nifiquantum.testkit.misbehaving.Dialect;
import org.nifiquantum.testkit.misbehaving.FaultPlan;
import org.nifiquantum.testkit.misbehaving.MisbehavingProvider;

/** On a simulator, which takes one circuit per task. */
class BraketCompatibilityTest extends ProviderCompatibility {

    static final String ACCESS_KEY = "AKIAREHEARSAL";

    private final ProviderServices<BraketBackendService> services =
            Services.braket(Map.of("Secret Access Key", SECRET));

    @Override
    protected Dialect dialect() {
        return new BraketDialect(ResultForm.MEASUREMENTS, ACCESS_KEY);
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

    private static MisbehavingProvider provider(ResultForm form) {
        return MisbehavingProvider.start(new BraketDialect(form, ACCESS_KEY), FaultPlan.none(), 0, Duration.ZERO);
    }

    @ParameterizedTest
    @EnumSource(ResultForm.class)
    void everyFormOfResultIsRead(ResultForm form) throws Exception {
        try (MisbehavingProvider provider = provider(form)) {
            JobResult result = Jobs.run(
                    open(provider, OnAmbiguousSubmission.GIVE_UP),
                    Jobs.counting("form", "qubit[4] q; bit[4] c; x q[0]; x q[1]; c = measure q;"));
            assertEquals(
                    Map.of("0011", (long) Jobs.SHOTS),
                    result.evaluations().getFirst().counts());
            // Three seconds of a minute that costs 0.075 dollars.
            assertEquals(Optional.of(new Money(new BigDecimal("0.00375"), "USD")), result.cost());
            assertEquals(Duration.ofMillis(7), result.executed());
            assertTrue(result.raw().orElseThrow().contains("\"requestId\":\"request-"));
            assertTrue(result.sent().orElseThrow().contains("x q[0];"));
        }
    }

    /** Three bindings are three tasks here, under one handle. */
    @Test
    void aBatchIsOneHandle() throws Exception {
        try (MisbehavingProvider provider = provider(ResultForm.MEASUREMENTS)) {
            QuantumBackend backend = open(provider, OnAmbiguousSubmission.GIVE_UP);
            JobHandle handle = backend.submit(batch());
            assertTrue(handle.requestId().orElseThrow().startsWith("request-"));
            assertEquals(Map.of("batch", 1, "batch#1", 1, "batch#2", 1), provider.billed());
            assertEquals(3, Jobs.finished(backend, handle).evaluations().size());
            assertEquals(handle.jobId(), backend.find(batch()).orElseThrow().jobId());
        }
    }

    static JobRequest batch() {
        return Jobs.request(
                "batch",
                "input float a; qubit[2] q; bit[2] c; rx(a) q[0]; c = measure q;",
                List.of(List.of(0.0), List.of(1.0), List.of(2.0)),
                Set.of(Output.COUNTS));
    }

    @Test
    void theDeviceIsReported() throws Exception {
        DeviceReport report = backend().describe().report().orElseThrow();
        assertEquals(DeviceReport.Status.ONLINE, report.status());
        assertEquals(OptionalLong.of(4), report.queuedJobs());
        assertTrue(report.gates().contains("ccnot"));
    }

    @Test
    void verifyingSubmitsNothing() throws Exception {
        try (MisbehavingProvider provider = provider(ResultForm.MEASUREMENTS)) {
            BraketBackendService service = new BraketBackendService();
            List<ConfigVerificationResult> results = service.verify(
                    services.context(service, provider, OnAmbiguousSubmission.GIVE_UP),
                    new MockComponentLog("verify", this),
                    Map.of());
            assertTrue(
                    results.stream().allMatch(result -> result.getOutcome() == Outcome.SUCCESSFUL), results.toString());
            assertEquals(4, results.size());
            assertEquals(Map.of(), provider.billed());
        }
    }

    /** The role's own credentials sign what follows, here under the same access key. */
    @Test
    void aRoleIsAssumed() throws Exception {
        ProviderServices<BraketBackendService> ofRole =
                Services.braket(Map.of("Role ARN", "arn:aws:iam::123456789012:role/quantum", "External ID", "nifi"));
        try (ofRole;
                MisbehavingProvider provider = provider(ResultForm.MEASUREMENTS)) {
            int before = provider.requests();
            QuantumBackend backend = ofRole.open(provider, OnAmbiguousSubmission.GIVE_UP);
            backend.describe();
            backend.describe();
            // One call for the role, one for the device, which is then known.
            assertEquals(before + 2, provider.requests());
        }
    }

    @Test
    void aWrongAccessKeyIsUnauthorised() throws Exception {
        ProviderServices<BraketBackendService> wrong = Services.braket(Map.of("Access Key ID", "AKIAWRONG"));
        try (wrong;
                MisbehavingProvider provider = provider(ResultForm.MEASUREMENTS)) {
            QuantumBackend backend = wrong.open(provider, OnAmbiguousSubmission.GIVE_UP);
            BackendException refusal = assertThrows(BackendException.class, backend::describe);
            assertEquals(Kind.UNAUTHORISED, refusal.kind());
            assertFalse(refusal.getMessage().contains("Signature="));
        }
    }
}
