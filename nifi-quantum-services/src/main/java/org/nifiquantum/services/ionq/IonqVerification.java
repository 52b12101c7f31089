// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.ionq;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.nifi.components.ConfigVerificationResult;
import org.apache.nifi.components.ConfigVerificationResult.Outcome;
import org.nifiquantum.services.api.BackendException;
import org.nifiquantum.services.api.JobEstimate;
import org.nifiquantum.services.api.JobRequest;
import org.nifiquantum.services.api.Output;

/** Asks IonQ what can be asked without submitting a job: whether it is there, whether the key is good, what a Bell pair costs. */
final class IonqVerification {

    private static final int SHOTS = 100;
    private static final String BELL_PAIR =
            "OPENQASM 3.0; include \"stdgates.inc\"; qubit[2] q; h q[0]; cx q[0], q[1];";

    private IonqVerification() {}

    /** What one step found. */
    @FunctionalInterface
    private interface Step {
        String explanation() throws BackendException;
    }

    static List<ConfigVerificationResult> of(IonqClient client, IonqBackend backend, IonqSettings settings) {
        List<ConfigVerificationResult> results = new ArrayList<>();
        results.add(result("Reach the Backend", () -> {
            JsonNode answer = client.backend(settings.backend());
            return "%s has %s qubits and is %s"
                    .formatted(
                            settings.backend(),
                            answer.path("qubits").asText("?"),
                            answer.path("status").asText("in an unknown state"));
        }));
        results.add(result(
                "Check the API Key",
                () -> "The key is [%s]"
                        .formatted(client.whoAmI().path("key_name").asText("without a name"))));
        results.add(result("Estimate a Bell Pair", () -> {
            JobEstimate estimate = backend.estimate(bellPair());
            return "%d shots would cost %s"
                    .formatted(
                            SHOTS,
                            estimate.cost()
                                    .map(cost -> cost.amount().toPlainString() + " " + cost.currency())
                                    .orElse("what IonQ does not say"));
        }));
        return results;
    }

    private static ConfigVerificationResult result(String name, Step step) {
        ConfigVerificationResult.Builder result = new ConfigVerificationResult.Builder().verificationStepName(name);
        try {
            return result.outcome(Outcome.SUCCESSFUL)
                    .explanation(step.explanation())
                    .build();
        } catch (BackendException e) {
            return result.outcome(Outcome.FAILED)
                    .explanation("%s: %s".formatted(e.kind(), e.getMessage()))
                    .build();
        }
    }

    private static JobRequest bellPair() {
        return new JobRequest(
                "verification",
                BELL_PAIR,
                "bell-pair",
                List.of(List.of()),
                Optional.empty(),
                SHOTS,
                0,
                Set.of(Output.COUNTS));
    }
}
