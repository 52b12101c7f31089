// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.braket;

import java.util.List;
import java.util.OptionalLong;
import org.apache.nifi.components.ConfigVerificationResult;
import org.nifiquantum.services.api.BackendDescription;
import org.nifiquantum.services.api.BackendException;
import org.nifiquantum.services.api.BackendException.Kind;
import org.nifiquantum.services.support.Verification;

/** Asks AWS what can be asked without a quantum task: who we are, the device, the bucket, and what a Bell pair costs. */
final class BraketVerification {

    private BraketVerification() {}

    static List<ConfigVerificationResult> of(BraketClient client, BraketBackend backend, BraketSettings settings) {
        return new Verification()
                .step("Check the Credentials", () -> "They are those of " + client.whoAmI())
                .step("Reach the Device", () -> reach(backend))
                .step("Read the Bucket", () -> read(client, settings))
                .estimate("Braket", request -> backend.estimate(request).cost())
                .results();
    }

    private static String reach(BraketBackend backend) throws BackendException {
        BackendDescription device = backend.describe();
        return "%s has %d qubits and is %s%s"
                .formatted(
                        device.name(),
                        device.maximumQubits(),
                        device.report().map(report -> report.status().name()).orElse("in an unknown state"),
                        device.report().map(report -> report.queuedJobs()).stream()
                                .flatMapToLong(OptionalLong::stream)
                                .mapToObj(", %d tasks wait"::formatted)
                                .findFirst()
                                .orElse(""));
    }

    /** A file that nobody has written is not there: who is told so may read what is. */
    private static String read(BraketClient client, BraketSettings settings) throws BackendException {
        try {
            client.object(settings.bucket(), settings.prefix() + "/nifi-quantum-verification");
        } catch (BackendException e) {
            if (e.kind() != Kind.UNKNOWN_JOB) {
                throw e;
            }
        }
        return "s3://%s/%s can be read".formatted(settings.bucket(), settings.prefix());
    }
}
