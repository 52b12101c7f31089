// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.nifiquantum.services.api.BackendException;
import org.nifiquantum.services.api.BackendException.Kind;
import org.nifiquantum.services.api.EvaluationResult;
import org.nifiquantum.services.api.JobHandle;
import org.nifiquantum.services.api.JobRequest;
import org.nifiquantum.services.api.JobStatus;
import org.nifiquantum.services.api.Observable;
import org.nifiquantum.services.api.Output;

class DynamicJobTest {

    /** Moves ry(theta)|0> from qubit 0 to 2: c[2] is 1 with probability sin^2(theta / 2). */
    private static final String TELEPORT = """
            OPENQASM 3.0; include "stdgates.inc";
            input float theta; qubit[3] q; bit[3] c;
            ry(theta) q[0]; h q[1]; cx q[1], q[2]; cx q[0], q[1]; h q[0];
            c[0] = measure q[0]; c[1] = measure q[1];
            if (c[1]) x q[2];
            if (c[0]) z q[2];
            c[2] = measure q[2];
            """;

    @Test
    void givesTheProbabilitiesOfEachBinding() throws BackendException {
        List<EvaluationResult> results = evaluate(request(0, Optional.empty(), Output.PROBABILITIES, 0.7, Math.PI));
        double one = Math.pow(Math.sin(0.35), 2);
        assertEquals(one / 4, results.get(0).probabilities().get("101"), 1e-12);
        assertEquals((1 - one) / 4, results.get(0).probabilities().get("011"), 1e-12);
        assertEquals(
                Set.of("100", "101", "110", "111"),
                results.get(1).probabilities().keySet());
    }

    @Test
    void countsShots() throws BackendException {
        int shots = 40_000;
        Map<String, Long> counts = evaluate(request(shots, Optional.empty(), Output.COUNTS, 0.7))
                .getFirst()
                .counts();
        double one = Math.pow(Math.sin(0.35), 2);
        long ones = counts.entrySet().stream()
                .filter(outcome -> outcome.getKey().startsWith("1"))
                .mapToLong(Map.Entry::getValue)
                .sum();
        assertEquals(shots, counts.values().stream().mapToLong(Long::longValue).sum());
        assertEquals(one, (double) ones / shots, 5 * Math.sqrt(one * (1 - one) / shots), counts.toString());
    }

    @Test
    void refusesWhatOnlyACircuitHas() {
        Observable z = new Observable(List.of(new Observable.Term("Z", List.of(2), 1)), 0);
        BackendException refused = assertThrows(
                BackendException.class, () -> evaluate(request(0, Optional.of(z), Output.EXPECTATION, 0.7)));
        assertEquals(Kind.REJECTED, refused.kind());
        assertTrue(refused.getMessage().startsWith("program line 5:"), refused.getMessage());
        assertTrue(refused.getMessage().endsWith("ask for counts or probabilities"), refused.getMessage());
    }

    private static JobRequest request(int shots, Optional<Observable> observable, Output output, double... thetas) {
        List<List<Double>> values = Arrays.stream(thetas).mapToObj(List::of).toList();
        return new JobRequest("k", TELEPORT, "sha", values, observable, shots, 5, Set.of(output));
    }

    private static List<EvaluationResult> evaluate(JobRequest request) throws BackendException {
        try (EmbeddedSimulator simulator = EmbeddedSimulatorTest.simulator(1, 1L << 24)) {
            JobHandle handle = simulator.submit(request);
            assertEquals(
                    JobStatus.SUCCEEDED,
                    simulator
                            .poll(List.of(handle), Duration.ofSeconds(30))
                            .getFirst()
                            .status());
            return simulator.result(handle).evaluations();
        }
    }
}
