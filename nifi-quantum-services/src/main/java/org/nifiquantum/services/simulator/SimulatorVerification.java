// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.simulator;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.nifi.components.ConfigVerificationResult;
import org.apache.nifi.components.ConfigVerificationResult.Outcome;
import org.nifiquantum.engine.simulation.Kernels;
import org.nifiquantum.services.api.BackendException;
import org.nifiquantum.services.api.JobRequest;
import org.nifiquantum.services.api.Output;

/** Simulates a Bell pair with given settings and says how wide a circuit they allow. */
final class SimulatorVerification {

    private static final String BELL_PAIR =
            "OPENQASM 3.0; include \"stdgates.inc\"; qubit[2] q; h q[0]; cx q[0], q[1];";
    private static final double HALF = 0.5;
    private static final double ROUNDING = 1e-12;

    private SimulatorVerification() {}

    static ConfigVerificationResult of(SimulatorSettings settings) {
        try (EmbeddedSimulator simulator = new EmbeddedSimulator("verification", settings, InstantSource.system())) {
            Map<String, Double> probabilities = simulator
                    .result(simulator.submit(bellPair()))
                    .evaluations()
                    .getFirst()
                    .probabilities();
            boolean right = probabilities.size() == 2
                    && Math.abs(probabilities.getOrDefault("00", 0.0) - HALF) < ROUNDING
                    && Math.abs(probabilities.getOrDefault("11", 0.0) - HALF) < ROUNDING;
            return right
                    ? result(
                            Outcome.SUCCESSFUL,
                            "A Bell pair came out right; circuits of up to %d qubits fit into the memory budget; kernels: %s"
                                    .formatted(simulator.describe().maximumQubits(), Kernels.FASTEST.description()))
                    : result(Outcome.FAILED, "A Bell pair came out as %s".formatted(probabilities));
        } catch (BackendException e) {
            return result(Outcome.FAILED, e.getMessage());
        }
    }

    private static JobRequest bellPair() {
        return new JobRequest(
                "bell-pair",
                BELL_PAIR,
                "bell-pair",
                List.of(List.of()),
                Optional.empty(),
                0,
                0,
                Set.of(Output.PROBABILITIES));
    }

    private static ConfigVerificationResult result(Outcome outcome, String explanation) {
        return new ConfigVerificationResult.Builder()
                .verificationStepName("Simulate a Bell Pair")
                .outcome(outcome)
                .explanation(explanation)
                .build();
    }
}
