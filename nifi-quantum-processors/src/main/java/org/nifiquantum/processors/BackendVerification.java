// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.processors;

import java.util.List;
import org.apache.nifi.components.ConfigVerificationResult;
import org.apache.nifi.components.ConfigVerificationResult.Outcome;
import org.apache.nifi.logging.ComponentLog;
import org.apache.nifi.processor.ProcessContext;
import org.nifiquantum.services.api.BackendDescription;
import org.nifiquantum.services.api.BackendException;
import org.nifiquantum.services.api.QuantumBackendService;

/** Asks a processor's backend what it is, which costs nothing: a job is never submitted to verify. */
final class BackendVerification {

    private static final String STEP = "Describe Quantum Backend";

    private BackendVerification() {}

    static List<ConfigVerificationResult> of(ProcessContext context, ComponentLog logger) {
        QuantumBackendService backend =
                context.getProperty(CommonProperties.QUANTUM_BACKEND).asControllerService(QuantumBackendService.class);
        try {
            BackendDescription description = backend.describe();
            return List.of(result(
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
            return List.of(result(Outcome.FAILED, "%s: %s".formatted(e.kind(), e.getMessage())));
        }
    }

    private static ConfigVerificationResult result(Outcome outcome, String explanation) {
        return new ConfigVerificationResult.Builder()
                .verificationStepName(STEP)
                .outcome(outcome)
                .explanation(explanation)
                .build();
    }
}
