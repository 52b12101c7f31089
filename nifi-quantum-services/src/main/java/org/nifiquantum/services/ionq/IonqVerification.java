// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.ionq;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.apache.nifi.components.ConfigVerificationResult;
import org.nifiquantum.services.api.BackendException;
import org.nifiquantum.services.api.BackendException.Kind;
import org.nifiquantum.services.api.JobState;
import org.nifiquantum.services.api.JobStatus;
import org.nifiquantum.services.support.Verification;

/** Asks IonQ what can be asked without submitting a job: whether it is there, whether the key is good, what a Bell pair costs. */
final class IonqVerification {

    private IonqVerification() {}

    static List<ConfigVerificationResult> of(IonqClient client, IonqBackend backend, IonqSettings settings) {
        return new Verification()
                .step("Reach the Backend", () -> reach(client, settings))
                .step(
                        "Check the API Key",
                        () -> "The key is [%s]"
                                .formatted(client.whoAmI().path("key_name").asText("without a name")))
                .estimate("IonQ", request -> backend.estimate(request).cost())
                .step("Dry Run of a Bell Pair", () -> dryRun(client, backend))
                .results();
    }

    /** IonQ checks and prices such a job, but never runs it. */
    private static String dryRun(IonqClient client, IonqBackend backend) throws BackendException {
        JsonNode taken = client.submit(backend.dryRun(Verification.bellPair())).body();
        JobState state = IonqCodec.state(client.job(IonqCodec.id(taken)));
        if (state.status() == JobStatus.FAILED) {
            throw new BackendException(Kind.REJECTED, "IonQ does not take it: " + state.message());
        }
        return "IonQ has checked job %s, which is not run: %s".formatted(state.jobId(), state.status());
    }

    private static String reach(IonqClient client, IonqSettings settings) throws BackendException {
        JsonNode answer = client.backend(settings.backend());
        return "%s has %s qubits and is %s"
                .formatted(
                        settings.backend(),
                        answer.path("qubits").asText("?"),
                        answer.path("status").asText("in an unknown state"));
    }
}
