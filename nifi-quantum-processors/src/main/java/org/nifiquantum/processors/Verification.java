// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.processors;

import java.util.List;
import java.util.function.Supplier;
import org.apache.nifi.components.ConfigVerificationResult;
import org.apache.nifi.components.ConfigVerificationResult.Outcome;
import org.apache.nifi.logging.ComponentLog;
import org.apache.nifi.processor.ProcessContext;
import org.nifiquantum.run.document.RunException;
import org.nifiquantum.services.api.BackendDescription;
import org.nifiquantum.services.api.BackendException;
import org.nifiquantum.services.api.QuantumBackendService;

/** What processors can check before they run; nothing of it is billed. */
final class Verification {

    private static final String DESCRIBE = "Describe Quantum Backend";
    private static final String RESOLVE = "Resolve Settings";

    private Verification() {}

    /** Asks a processor's backend what it is, which costs nothing: a job is never submitted to verify. */
    static List<ConfigVerificationResult> ofBackend(ProcessContext context, ComponentLog logger) {
        QuantumBackendService backend =
                context.getProperty(CommonProperties.QUANTUM_BACKEND).asControllerService(QuantumBackendService.class);
        try {
            BackendDescription description = backend.describe();
            return List.of(result(
                    DESCRIBE,
                    Outcome.SUCCESSFUL,
                    "%s of %s takes up to %d qubits and %d shots, and gives %s"
                            .formatted(
                                    description.name(),
                                    description.provider(),
                                    description.maximumQubits(),
                                    description.maximumShots(),
                                    description.outputs())));
        } catch (BackendException e) {
            logger.warn("Backend [{}] cannot be described", backend.getIdentifier(), e);
            return List.of(result(DESCRIBE, Outcome.FAILED, "%s: %s".formatted(e.kind(), e.getMessage())));
        }
    }

    /**
     * Tells what a FlowFile with the attributes given to a verification would be treated with.
     *
     * @param settings says what they are, or throws a {@link RunException} that names the one that makes no sense
     */
    static List<ConfigVerificationResult> ofSettings(Supplier<String> settings) {
        try {
            return List.of(result(RESOLVE, Outcome.SUCCESSFUL, settings.get()));
        } catch (RunException e) {
            return List.of(result(RESOLVE, Outcome.FAILED, e.getMessage()));
        }
    }

    private static ConfigVerificationResult result(String step, Outcome outcome, String explanation) {
        return new ConfigVerificationResult.Builder()
                .verificationStepName(step)
                .outcome(outcome)
                .explanation(explanation)
                .build();
    }
}
