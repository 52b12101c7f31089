// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.testkit.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.nifi.util.MockConfigurationContext;
import org.apache.nifi.util.NoOpProcessor;
import org.apache.nifi.util.TestRunner;
import org.apache.nifi.util.TestRunners;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nifiquantum.services.api.BackendException;
import org.nifiquantum.services.api.BackendException.Kind;
import org.nifiquantum.services.api.EvaluationResult;
import org.nifiquantum.services.api.JobHandle;
import org.nifiquantum.services.api.JobRequest;
import org.nifiquantum.services.api.JobState;
import org.nifiquantum.services.api.JobStatus;
import org.nifiquantum.services.api.Observable;
import org.nifiquantum.services.api.Output;

/** The service against a real provider on a real socket. */
@Timeout(60)
class LoopbackBackendServiceTest {

    private static final String PROGRAM = "OPENQASM 3.0; include \"stdgates.inc\"; input float theta;"
            + " qubit[3] q; bit[3] c; x q[0]; rx(theta) q[2]; c = measure q;";

    private final LoopbackProvider provider = LoopbackProvider.start();
    private final LoopbackBackendService service = new LoopbackBackendService();

    @BeforeEach
    void open() {
        service.open(new MockConfigurationContext(
                Map.of(LoopbackBackendService.PROVIDER_URL, provider.uri().toString()), null, Map.of()));
    }

    @AfterEach
    void shut() {
        service.shut();
        provider.close();
    }

    /** X on qubit 0 gives "..1"; after RX(theta) the expectation of Z is cos(theta). */
    @Test
    void aJobComesBackWithCountsAndExpectation() throws BackendException {
        int shots = 10_000;
        List<EvaluationResult> evaluations = finished(service.submit(request("k", shots, 1.0)));
        EvaluationResult result = evaluations.getFirst();
        assertEquals(Set.of("001", "101"), result.counts().keySet());
        assertEquals(Math.cos(1.0), result.expectation().orElseThrow(), 5 * Math.sin(1.0) / Math.sqrt(shots));
    }

    /** What travels as JSON is what was computed, to the last bit. */
    @Test
    void exactExpectationsAreNotRoundedOnTheWay() throws BackendException {
        double theta = Math.nextUp(0.1);
        double expectation = finished(service.submit(request("k", 0, theta)))
                .getFirst()
                .expectation()
                .orElseThrow();
        assertEquals(Math.cos(theta), expectation, 1e-15);
    }

    @Test
    void aKeySubmittedTwiceMakesTwoJobs() throws BackendException {
        JobRequest request = request("k", 10, 1.0);
        JobHandle first = service.submit(request);
        JobHandle second = service.submit(request);
        assertFalse(service.describe().idempotentSubmit());
        assertNotEquals(first.jobId(), second.jobId());
        assertEquals(
                List.of("k", "k"),
                provider.submissions().stream().map(JobTicket::submissionKey).toList());
        assertEquals(finished(first), finished(second));
    }

    @Test
    void findsAJobByItsKeyAndOnlyByThat() throws BackendException {
        JobHandle submitted = service.submit(request("k", 10, 1.0));
        service.submit(request("other", 10, 1.0));
        assertEquals(Optional.of(submitted), service.find(request("k", 10, 1.0)));
        assertEquals(Optional.empty(), service.find(request("unknown", 10, 1.0)));
    }

    @Test
    void whatTheProviderRefusesIsNoJob() {
        BackendException refusal = assertThrows(
                BackendException.class,
                () -> service.submit(new JobRequest(
                        "k", "no circuit", "sha", List.of(), Optional.empty(), 1, 1, Set.of(Output.COUNTS))));
        assertEquals(Kind.REJECTED, refusal.kind());
        assertEquals(List.of(), provider.submissions());
    }

    @Test
    void knowsNothingOfOtherJobs() {
        JobHandle handle = new JobHandle("job-7", Instant.EPOCH, request("k", 10, 1.0));
        assertEquals(
                Kind.UNKNOWN_JOB,
                assertThrows(BackendException.class, () -> service.poll(List.of(handle), Duration.ZERO))
                        .kind());
        assertEquals(
                Kind.UNKNOWN_JOB,
                assertThrows(BackendException.class, () -> service.result(handle))
                        .kind());
        assertEquals(
                Kind.UNKNOWN_JOB,
                assertThrows(BackendException.class, () -> service.cancel(handle))
                        .kind());
    }

    @Test
    void cancellingAJobThatIsOverIsNoError() throws BackendException {
        JobHandle handle = service.submit(request("k", 10, 1.0));
        List<EvaluationResult> before = finished(handle);
        service.cancel(handle);
        assertEquals(before, finished(handle));
    }

    @Test
    void aProviderThatIsGoneIsUnavailable() {
        provider.close();
        assertEquals(
                Kind.UNAVAILABLE,
                assertThrows(BackendException.class, () -> service.submit(request("k", 10, 1.0)))
                        .kind());
    }

    @ParameterizedTest
    @CsvSource({"POST, /jobs, 422", "GET, /jobs, 422", "PUT, /jobs, 405", "GET, /jobs/job-1, 404"})
    void answersNonsenseWithAnError(String method, String path, int status) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(provider.uri().resolve(path))
                .method(method, BodyPublishers.ofString("{"))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            assertEquals(status, response.statusCode(), response.body());
            assertTrue(response.body().contains("\"message\""), response.body());
        }
    }

    @ParameterizedTest
    @CsvSource({"http://127.0.0.1:8080, true", "http://example.org:80, false", "https://127.0.0.1:8080, false"})
    void talksToThisMachineOnly(URI url, boolean valid) throws Exception {
        TestRunner runner = TestRunners.newTestRunner(NoOpProcessor.class);
        LoopbackBackendService other = new LoopbackBackendService();
        runner.addControllerService("backend", other);
        runner.setProperty(other, LoopbackBackendService.PROVIDER_URL, url.toString());
        if (valid) {
            runner.assertValid(other);
        } else {
            runner.assertNotValid(other);
        }
    }

    private List<EvaluationResult> finished(JobHandle handle) throws BackendException {
        JobState state = service.poll(List.of(handle), Duration.ZERO).getFirst();
        while (!state.status().isFinal()) {
            Thread.onSpinWait();
            state = service.poll(List.of(handle), Duration.ZERO).getFirst();
        }
        assertEquals(new JobState(handle.jobId(), JobStatus.SUCCEEDED, ""), state);
        return service.result(handle).evaluations();
    }

    private static JobRequest request(String key, int shots, double theta) {
        return new JobRequest(
                key,
                PROGRAM,
                "sha",
                List.of(List.of(theta)),
                Optional.of(new Observable(List.of(new Observable.Term("Z", List.of(2), 1)), 0)),
                shots,
                Long.MIN_VALUE + 7,
                shots == 0 ? Set.of(Output.EXPECTATION) : Set.of(Output.EXPECTATION, Output.COUNTS));
    }
}
