// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.testkit.compatibility;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.nifiquantum.services.api.BackendException;
import org.nifiquantum.services.api.JobHandle;
import org.nifiquantum.services.api.JobRequest;
import org.nifiquantum.services.api.JobResult;
import org.nifiquantum.services.api.JobState;
import org.nifiquantum.services.api.JobStatus;
import org.nifiquantum.services.api.Observable;
import org.nifiquantum.services.api.Output;
import org.nifiquantum.services.api.QuantumBackend;

/** Requests for tests, and how one waits for their jobs. */
final class Jobs {

    static final int SHOTS = 2_000;

    private Jobs() {}

    /** The gates and measurements of an OpenQASM program, as a request for counts. */
    static JobRequest counting(String key, String body) {
        return request(key, body, List.of(List.of()), Set.of(Output.COUNTS));
    }

    static JobRequest request(
            String key, String body, List<List<Double>> bindings, Set<Output> outputs, Observable.Term... terms) {
        String program = "OPENQASM 3.0; include \"stdgates.inc\"; " + body;
        return new JobRequest(
                key,
                program,
                sha256(program),
                bindings,
                terms.length == 0 ? Optional.empty() : Optional.of(new Observable(List.of(terms), 0)),
                SHOTS,
                11,
                outputs);
    }

    static Observable.Term term(String pauli, Integer... qubits) {
        return new Observable.Term(pauli, List.of(qubits), 1);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static JobResult run(QuantumBackend backend, JobRequest request) throws BackendException {
        return finished(backend, backend.submit(request));
    }

    static JobResult finished(QuantumBackend backend, JobHandle handle) throws BackendException {
        JobState state = state(backend, handle);
        while (!state.status().isFinal()) {
            Thread.onSpinWait();
            state = state(backend, handle);
        }
        assertEquals(JobStatus.SUCCEEDED, state.status(), state.message());
        return backend.result(handle);
    }

    static JobState state(QuantumBackend backend, JobHandle handle) throws BackendException {
        return backend.poll(List.of(handle), Duration.ofMillis(20)).getFirst();
    }
}
