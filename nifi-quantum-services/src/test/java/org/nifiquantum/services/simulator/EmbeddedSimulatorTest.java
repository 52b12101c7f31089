// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nifiquantum.services.api.BackendException;
import org.nifiquantum.services.api.BackendException.Kind;
import org.nifiquantum.services.api.EvaluationResult;
import org.nifiquantum.services.api.JobHandle;
import org.nifiquantum.services.api.JobRequest;
import org.nifiquantum.services.api.JobState;
import org.nifiquantum.services.api.JobStatus;
import org.nifiquantum.services.api.Observable;
import org.nifiquantum.services.api.Output;

class EmbeddedSimulatorTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final String HEADER = "OPENQASM 3.0; include \"stdgates.inc\"; ";
    private static final String ROTATION =
            HEADER + "input float theta; qubit[2] q; bit[2] c; rx(theta) q[0]; c = measure q;";
    private static final Observable Z0 = observable("Z", 0);

    private final EmbeddedSimulator simulator = simulator(2, 1L << 24);

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void printsBitZeroLast() throws BackendException {
        JobRequest request = new JobRequest(
                "k",
                HEADER + "qubit[3] q; bit[3] c; x q[0]; c = measure q;",
                "sha",
                List.of(List.of()),
                Optional.empty(),
                10,
                1,
                Set.of(Output.COUNTS));
        assertEquals(Map.of("001", 10L), evaluate(request).counts());
    }

    /** The one thread would be busy for a minute with what nobody waits for any more. */
    @Test
    void aCancelledJobMakesRoomForTheNext() throws BackendException {
        String wide = HEADER + "input float theta; qubit[16] q; bit[16] c; rx(theta) q; c = measure q;";
        List<List<Double>> bindings = Collections.nCopies(50_000, List.of(0.1));
        try (EmbeddedSimulator narrow = simulator(1, 1L << 24)) {
            JobHandle endless = narrow.submit(
                    new JobRequest("long", wide, "wide", bindings, Optional.empty(), 1, 1, Set.of(Output.COUNTS)));
            assertEquals(
                    JobStatus.RUNNING,
                    narrow.poll(List.of(endless), Duration.ofMillis(200))
                            .getFirst()
                            .status());
            narrow.cancel(endless);
            assertEquals(
                    JobStatus.CANCELLED,
                    narrow.poll(List.of(endless), Duration.ZERO).getFirst().status());
            JobRequest next = rotation("next", List.of(List.of(0.3)), Z0, 0, Set.of(Output.EXPECTATION));
            JobHandle following = narrow.submit(next);
            assertTimeoutPreemptively(Duration.ofSeconds(10), () -> narrow.result(following));
        }
    }

    @Test
    void countsAreOfClassicalBits() throws BackendException {
        JobRequest request = new JobRequest(
                "k",
                HEADER + "qubit[3] q; bit[2] c; x q[2]; c[0] = measure q[2]; c[1] = measure q[0];",
                "sha",
                List.of(List.of()),
                Optional.empty(),
                10,
                1,
                Set.of(Output.COUNTS));
        assertEquals(Map.of("01", 10L), evaluate(request).counts());
    }

    /** After RX(theta) the expectation of Z is cos(theta). */
    @Test
    void givesTheExactExpectationOfEachBinding() throws BackendException {
        JobRequest request = rotation("k", List.of(List.of(0.3), List.of(1.7)), Z0, 0, Set.of(Output.EXPECTATION));
        List<EvaluationResult> results =
                simulator.result(simulator.submit(request)).evaluations();
        assertEquals(Math.cos(0.3), results.get(0).expectation().orElseThrow(), 1e-12);
        assertEquals(Math.cos(1.7), results.get(1).expectation().orElseThrow(), 1e-12);
        assertEquals(0, results.get(0).standardError().orElseThrow());
    }

    /** The memory holds the state of 19 qubits; each Z Z of neighbours in this chain of pairs depends on two. */
    @Test
    void givesExactExpectationsOfMoreQubitsThanMemoryHolds() throws BackendException {
        JobRequest request = new JobRequest(
                "k",
                HEADER
                        + "input float theta; qubit[1000] q; for int i in [0:2:998] { ry(theta) q[i]; cx q[i], q[i + 1]; }",
                "sha of a thousand",
                List.of(List.of(0.4)),
                Optional.of(new Observable(
                        List.of(
                                new Observable.Term("ZZ", List.of(996, 997), 2),
                                new Observable.Term("ZZ", List.of(997, 998), 1)),
                        0.5)),
                0,
                1,
                Set.of(Output.EXPECTATION));
        double z = Math.cos(0.4);
        assertEquals(2 + z * z + 0.5, evaluate(request).expectation().orElseThrow(), 1e-12);
        JobRequest withProbabilities = new JobRequest(
                "other",
                request.program(),
                request.programSha256(),
                request.bindings(),
                request.observable(),
                0,
                1,
                Set.of(Output.EXPECTATION, Output.PROBABILITIES));
        BackendException refused = assertThrows(BackendException.class, () -> simulator.submit(withProbabilities));
        assertEquals(Kind.REJECTED, refused.kind());
    }

    /** RX(theta) on |0> gives Y the expectation -sin(theta). */
    @Test
    void givesTheExactExpectationOfAnyPauliString() throws BackendException {
        JobRequest request = rotation("k", List.of(List.of(0.3)), observable("Y", 0), 0, Set.of(Output.EXPECTATION));
        assertEquals(-Math.sin(0.3), evaluate(request).expectation().orElseThrow(), 1e-12);
    }

    /** The mean of n measurements of +-1 has the variance (1 - cos^2) / n; five of its roots are a fair margin. */
    @Test
    void estimatesTheExpectationFromShotsWithItsError() throws BackendException {
        int shots = 10_000;
        JobRequest request = rotation("k", List.of(List.of(1.0)), Z0, shots, Set.of(Output.EXPECTATION, Output.COUNTS));
        EvaluationResult result = evaluate(request);
        double error = Math.sin(1.0) / Math.sqrt(shots);
        assertEquals(Math.cos(1.0), result.expectation().orElseThrow(), 5 * error);
        assertEquals(error, result.standardError().orElseThrow(), 0.1 * error);
        long zeros = result.counts().get("00");
        assertEquals(result.expectation().orElseThrow(), (2.0 * zeros - shots) / shots, 1e-12);
    }

    /** RX(theta) gives Z the expectation cos(theta) and Y -sin(theta): one group of shots for each. */
    @Test
    void estimatesLettersThatCannotBeMeasuredTogether() throws BackendException {
        int shots = 20_000;
        Observable both = new Observable(
                List.of(new Observable.Term("Z", List.of(0), 3), new Observable.Term("Y", List.of(0), 1)), 0.5);
        JobRequest request =
                rotation("k", List.of(List.of(1.0)), both, shots, Set.of(Output.EXPECTATION, Output.COUNTS));
        EvaluationResult result = evaluate(request);
        // Shots are shared out as the coefficients, 3 to 1.
        double error = Math.sqrt(
                9 * Math.pow(Math.sin(1.0), 2) / (0.75 * shots) + Math.pow(Math.cos(1.0), 2) / (0.25 * shots));
        assertEquals(
                0.5 + 3 * Math.cos(1.0) - Math.sin(1.0), result.expectation().orElseThrow(), 5 * error);
        assertEquals(error, result.standardError().orElseThrow(), 0.1 * error);
        assertEquals(
                shots,
                result.counts().values().stream().mapToLong(Long::longValue).sum());
    }

    @Test
    void aConstantNeedsNoShots() throws BackendException {
        JobRequest request =
                rotation("k", List.of(List.of(1.0)), new Observable(List.of(), 2.5), 10, Set.of(Output.EXPECTATION));
        assertEquals(2.5, evaluate(request).expectation().orElseThrow());
    }

    /** The derivative of cos(theta) is -sin(theta). */
    @Test
    void givesGradientsBesideTheExpectation() throws BackendException {
        JobRequest request = rotation("k", List.of(List.of(0.3)), Z0, 0, Set.of(Output.EXPECTATION, Output.GRADIENT));
        EvaluationResult result = evaluate(request);
        assertEquals(Math.cos(0.3), result.expectation().orElseThrow(), 1e-12);
        assertEquals(-Math.sin(0.3), result.gradient().getFirst(), 1e-12);
        assertEquals(1, result.gradient().size());
    }

    @Test
    void givesProbabilitiesMostLikelyFirst() throws BackendException {
        JobRequest request = rotation("k", List.of(List.of(1.0)), Z0, 0, Set.of(Output.PROBABILITIES));
        Map<String, Double> probabilities = evaluate(request).probabilities();
        assertEquals(List.of("00", "01"), List.copyOf(probabilities.keySet()));
        assertEquals(Math.pow(Math.cos(0.5), 2), probabilities.get("00"), 1e-12);
    }

    @Test
    void computesAJobAgainThatAnotherProcessBegan() throws BackendException {
        JobRequest request = rotation("k", List.of(List.of(1.0)), Z0, 500, Set.of(Output.EXPECTATION, Output.COUNTS));
        JobHandle handle = simulator.submit(request);
        try (EmbeddedSimulator restarted = simulator(1, 1L << 22)) {
            JobState state = restarted.poll(List.of(handle), LONG).getFirst();
            assertEquals(JobStatus.SUCCEEDED, state.status());
            assertEquals(
                    simulator.result(handle).evaluations(),
                    restarted.result(handle).evaluations());
        }
    }

    @Test
    void aResultThatIsAskedForAgainIsTheSame() throws BackendException {
        JobRequest request = rotation("k", List.of(List.of(1.0)), Z0, 500, Set.of(Output.EXPECTATION, Output.COUNTS));
        JobHandle handle = simulator.submit(request);
        assertEquals(
                simulator.result(handle).evaluations(), simulator.result(handle).evaluations());
    }

    @Test
    void oneKeyIsOneJob() throws BackendException {
        JobRequest request = rotation("k", List.of(List.of(1.0)), Z0, 0, Set.of(Output.EXPECTATION));
        assertEquals(
                simulator.submit(request).jobId(), simulator.submit(request).jobId());
        assertEquals(
                Optional.of(simulator.submit(request).jobId()),
                simulator.find(request).map(JobHandle::jobId));
        assertEquals(
                "embedded-simulator://test/k",
                simulator.locate(simulator.submit(request)).toString());
    }

    @Test
    void refusesWhatDoesNotFitAndSaysWhatWould() {
        JobRequest request = new JobRequest(
                "k",
                HEADER + "qubit[25] q; h q;",
                "wide",
                List.of(List.of()),
                Optional.empty(),
                1,
                1,
                Set.of(Output.COUNTS));
        BackendException refusal = assertThrows(BackendException.class, () -> simulator.submit(request));
        assertEquals(Kind.REJECTED, refusal.kind());
        assertTrue(
                refusal.getMessage()
                        .contains(Integer.toString(simulator.describe().maximumQubits())),
                refusal.getMessage());
    }

    @Test
    void refusesWhatCanNeverWork() {
        assertRejected(rotation("a", List.of(List.of()), Z0, 0, Set.of(Output.EXPECTATION)), "Binding 0 has 0 values");
        assertRejected(rotation("b", List.of(List.of(1.0)), Z0, 10, Set.of(Output.GRADIENT)), "set Shots to 0");
        assertRejected(
                new JobRequest(
                        "c",
                        "OPENQASM 3.0; qubit q; foo q;",
                        "bad",
                        List.of(List.of()),
                        Optional.empty(),
                        1,
                        1,
                        Set.of(Output.COUNTS)),
                "foo");
        assertRejected(
                new JobRequest(
                        "d",
                        ROTATION,
                        "rotation",
                        List.of(List.of(1.0)),
                        Optional.empty(),
                        0,
                        1,
                        Set.of(Output.EXPECTATION)),
                "there is no observable");
        assertRejected(rotation("e", List.of(List.of(1.0)), observable("Z", 5), 0, Set.of(Output.EXPECTATION)), "");
    }

    private void assertRejected(JobRequest request, String reason) {
        BackendException refusal = assertThrows(BackendException.class, () -> simulator.submit(request));
        assertEquals(Kind.REJECTED, refusal.kind());
        assertTrue(refusal.getMessage().contains(reason), refusal.getMessage());
    }

    private EvaluationResult evaluate(JobRequest request) throws BackendException {
        JobHandle handle = simulator.submit(request);
        assertEquals(
                JobStatus.SUCCEEDED,
                simulator.poll(List.of(handle), LONG).getFirst().status());
        return simulator.result(handle).evaluations().getFirst();
    }

    private static JobRequest rotation(
            String key, List<List<Double>> bindings, Observable observable, int shots, Set<Output> outputs) {
        return new JobRequest(key, ROTATION, "rotation", bindings, Optional.of(observable), shots, 7, outputs);
    }

    private static Observable observable(String pauli, int qubit) {
        return new Observable(List.of(new Observable.Term(pauli, List.of(qubit), 1)), 0);
    }

    static EmbeddedSimulator simulator(int jobs, long bytes) {
        return new EmbeddedSimulator("test", new SimulatorSettings(jobs, bytes), InstantSource.system());
    }
}
