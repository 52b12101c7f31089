// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.testkit.compatibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nifiquantum.services.api.BackendDescription;
import org.nifiquantum.services.api.BackendException;
import org.nifiquantum.services.api.BackendException.Kind;
import org.nifiquantum.services.api.EvaluationResult;
import org.nifiquantum.services.api.JobHandle;
import org.nifiquantum.services.api.JobRequest;
import org.nifiquantum.services.api.JobState;
import org.nifiquantum.services.api.Output;
import org.nifiquantum.services.api.QuantumBackend;

/** What the contract of a backend means, as tests whose truths are closed forms. For backends without noise. */
@Timeout(120)
public abstract class BackendCompatibility {

    /** Five standard deviations of a mean of signs. */
    private static final double TOLERANCE = 5 / Math.sqrt(Jobs.SHOTS);

    /** The backend under test, ready for use. */
    protected abstract QuantumBackend backend() throws Exception;

    /** Circuits that read differently in every wrong order of bits. Registers print later ones to the left, without spaces. */
    @ParameterizedTest
    @CsvSource({
        "'qubit[3] q; bit[3] c; x q[0]; c = measure q;', 001",
        "'qubit[4] q; bit[4] c; x q[2]; c = measure q;', 0100",
        "'qubit[3] q; bit[3] c; x q[1]; c[0] = measure q[2]; c[1] = measure q[0]; c[2] = measure q[1];', 100",
        "'qubit[3] q; bit[1] a; bit[2] b; x q[1]; a[0] = measure q[0]; b[0] = measure q[1]; b[1] = measure q[2];', 010",
        "'qubit[3] q; bit[2] a; bit[1] b; x q[2]; a[0] = measure q[0]; a[1] = measure q[1]; b[0] = measure q[2];', 100",
        "'qubit[3] q; bit[2] c; x q[2]; c[0] = measure q[2]; c[1] = measure q[0];', 01",
        "'qubit[3] q; bit[3] c; x q[0]; cx q[0], q[2]; swap q[0], q[1]; c = measure q;', 110",
        "'qubit[4] q; bit[4] c; x q[0]; x q[1]; ccx q[0], q[1], q[3]; c = measure q;', 1011"
    })
    void bitsAreInOurOrder(String body, String expected) throws Exception {
        EvaluationResult result =
                Jobs.run(backend(), Jobs.counting("bits", body)).evaluations().getFirst();
        assertEquals(Map.of(expected, (long) Jobs.SHOTS), result.counts());
    }

    /** After RX(theta) the expectation of Z is cos(theta); each binding has an evaluation of its own, in its order. */
    @Test
    void everyBindingIsEvaluated() throws Exception {
        List<List<Double>> bindings = List.of(List.of(0.3, 1.0), List.of(2.0, 0.0), List.of(1.0, 3.0));
        JobRequest request = Jobs.request(
                "batch",
                "input float a; input float b; qubit[2] q; bit[2] c; rx(a) q[0]; rx(2*b) q[1]; c = measure q;",
                bindings,
                Set.of(Output.EXPECTATION, Output.COUNTS),
                Jobs.term("Z", 0));
        List<EvaluationResult> results = Jobs.run(backend(), request).evaluations();
        assertEquals(bindings.size(), results.size());
        for (int i = 0; i < bindings.size(); i++) {
            EvaluationResult result = results.get(i);
            assertEquals(
                    Math.cos(bindings.get(i).getFirst()), result.expectation().orElseThrow(), TOLERANCE);
            assertEquals(
                    Jobs.SHOTS,
                    result.counts().values().stream().mapToLong(Long::longValue).sum());
            double second = result.counts().entrySet().stream()
                    .mapToDouble(entry -> (entry.getKey().charAt(0) == '0' ? 1.0 : -1.0) * entry.getValue())
                    .sum();
            assertEquals(Math.cos(2 * bindings.get(i).getLast()), second / Jobs.SHOTS, TOLERANCE);
        }
    }

    /** Of |+> times the eigenstate of Y: X and Y are 1, Z is 0. The singlet has -1 for XX, YY and ZZ. */
    @ParameterizedTest
    @CsvSource({
        "'qubit[2] q; h q[0]; h q[1]; s q[1];', X, 0, -1, 1",
        "'qubit[2] q; h q[0]; h q[1]; s q[1];', Y, 1, -1, 1",
        "'qubit[2] q; h q[0]; h q[1]; s q[1];', Z, 0, -1, 0",
        "'qubit[2] q; x q[0]; x q[1]; h q[0]; cx q[0], q[1];', XX, 0, 1, -1",
        "'qubit[2] q; x q[0]; x q[1]; h q[0]; cx q[0], q[1];', YY, 0, 1, -1",
        "'qubit[2] q; x q[0]; x q[1]; h q[0]; cx q[0], q[1];', ZZ, 0, 1, -1"
    })
    void everyLetterIsMeasured(String body, String pauli, int first, int second, double expected) throws Exception {
        JobRequest request = Jobs.request(
                "letters",
                body,
                List.of(List.of()),
                Set.of(Output.EXPECTATION),
                second < 0 ? Jobs.term(pauli, first) : Jobs.term(pauli, first, second));
        EvaluationResult result = Jobs.run(backend(), request).evaluations().getFirst();
        assertEquals(expected, result.expectation().orElseThrow(), TOLERANCE);
        assertTrue(result.standardError().orElseThrow() < TOLERANCE);
    }

    @Test
    void describesItself() throws Exception {
        BackendDescription description = backend().describe();
        assertFalse(description.name().isBlank());
        assertFalse(description.provider().isBlank());
        assertTrue(description.maximumQubits() >= 4);
        assertTrue(description.maximumShots() >= Jobs.SHOTS);
        assertTrue(description.outputs().contains(Output.COUNTS));
    }

    @Test
    void whatCanNeverRunIsRejected() throws Exception {
        QuantumBackend backend = backend();
        int tooMany = backend.describe().maximumQubits() + 1;
        assertEquals(Kind.REJECTED, refusal(Jobs.counting("a", "qubit[2] q; nonsense q[0];")));
        assertEquals(Kind.REJECTED, refusal(Jobs.counting("b", "qubit[%d] q; x q[0];".formatted(tooMany))));
        assertEquals(
                Kind.REJECTED,
                refusal(Jobs.request(
                        "c",
                        "input float a; qubit[2] q; rx(a) q[0];",
                        List.of(List.of(1.0, 2.0)),
                        Set.of(Output.COUNTS))));
        assertEquals(
                Kind.REJECTED,
                refusal(Jobs.request("d", "qubit[2] q; x q[0];", List.of(List.of()), Set.of(Output.EXPECTATION))));
    }

    private Kind refusal(JobRequest request) throws Exception {
        QuantumBackend backend = backend();
        return assertThrows(BackendException.class, () -> backend.submit(request))
                .kind();
    }

    @Test
    void jobsAreFoundAndPolledInTheOrderAsked() throws Exception {
        QuantumBackend backend = backend();
        JobHandle first = backend.submit(Jobs.counting("first", "qubit[2] q; x q[0];"));
        JobHandle second = backend.submit(Jobs.counting("second", "qubit[2] q; x q[1];"));
        assertEquals(
                List.of(second.jobId(), first.jobId(), second.jobId()),
                backend.poll(List.of(second, first, second), Duration.ZERO).stream()
                        .map(JobState::jobId)
                        .toList());
        assertEquals(List.of(), backend.poll(List.of(), Duration.ZERO));
        assertEquals(first.jobId(), backend.find(first.request()).orElseThrow().jobId());
        assertTrue(backend.locate(first).toString().contains(first.jobId()));
        Jobs.finished(backend, first);
        Jobs.finished(backend, second);
    }

    /** A session that is rolled back asks again; a job that is over cannot be stopped any more, which is no error. */
    @Test
    void aResultMayBeAskedForAgain() throws Exception {
        QuantumBackend backend = backend();
        JobHandle handle = backend.submit(Jobs.counting("again", "qubit[2] q; h q[0]; cx q[0], q[1];"));
        List<EvaluationResult> once = Jobs.finished(backend, handle).evaluations();
        assertEquals(once, Jobs.finished(backend, handle).evaluations());
        backend.cancel(handle);
        assertEquals(once, Jobs.finished(backend, handle).evaluations());
    }

    @Test
    void aKeyIsOneJobWhereTheBackendSaysSo() throws Exception {
        QuantumBackend backend = backend();
        JobRequest request = Jobs.counting("same", "qubit[2] q; x q[0];");
        boolean same =
                backend.submit(request).jobId().equals(backend.submit(request).jobId());
        assertEquals(backend.describe().idempotentSubmit(), same);
    }

    @Test
    void anEstimateSubmitsNothing() throws Exception {
        backend()
                .estimate(Jobs.counting("estimate", "qubit[2] q; h q[0]; cx q[0], q[1];"))
                .cost()
                .ifPresent(cost -> assertTrue(cost.amount().signum() >= 0));
    }
}
