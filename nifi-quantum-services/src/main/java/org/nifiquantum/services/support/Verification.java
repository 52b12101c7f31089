// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.nifi.components.ConfigVerificationResult;
import org.apache.nifi.components.ConfigVerificationResult.Outcome;
import org.nifiquantum.services.api.BackendException;
import org.nifiquantum.services.api.JobRequest;
import org.nifiquantum.services.api.Money;
import org.nifiquantum.services.api.Output;

/** The steps of a service's Verify button, of which none may submit a job. */
public final class Verification {

    private static final int SHOTS = 100;
    private static final String BELL_PAIR =
            "OPENQASM 3.0; include \"stdgates.inc\"; qubit[2] q; h q[0]; cx q[0], q[1];";

    private final List<ConfigVerificationResult> results = new ArrayList<>();

    /** What one step found. */
    @FunctionalInterface
    public interface Step {
        String explanation() throws BackendException;
    }

    /** Asks for the price of a job. */
    @FunctionalInterface
    public interface Estimator {
        Optional<Money> cost(JobRequest request) throws BackendException;
    }

    /** Takes a step, whatever the ones before it found. */
    public Verification step(String name, Step step) {
        ConfigVerificationResult.Builder result = new ConfigVerificationResult.Builder().verificationStepName(name);
        try {
            result.outcome(Outcome.SUCCESSFUL).explanation(step.explanation());
        } catch (BackendException e) {
            result.outcome(Outcome.FAILED).explanation("%s: %s".formatted(e.kind(), e.getMessage()));
        }
        results.add(result.build());
        return this;
    }

    /** Asks what 100 shots of a Bell pair would cost. */
    public Verification estimate(String provider, Estimator estimator) {
        return step(
                "Estimate a Bell Pair",
                () -> "%d shots would cost %s"
                        .formatted(
                                SHOTS,
                                estimator
                                        .cost(bellPair())
                                        .map(cost -> cost.amount().toPlainString() + " " + cost.currency())
                                        .orElse("what " + provider + " does not say")));
    }

    /** 100 shots of a Bell pair. */
    public static JobRequest bellPair() {
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

    public List<ConfigVerificationResult> results() {
        return List.copyOf(results);
    }
}
