// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.simulator;

import java.util.List;
import java.util.Optional;
import org.nifiquantum.engine.operator.PauliSum;
import org.nifiquantum.services.api.BackendException;
import org.nifiquantum.services.api.BackendException.Kind;
import org.nifiquantum.services.api.EvaluationResult;
import org.nifiquantum.services.api.JobRequest;
import org.nifiquantum.services.api.Output;

/** A program and its observable, compiled once, ready for any parameters. Immutable and thread-safe. */
sealed interface PreparedJob permits IdealJob, ExpectationJob, NoisyJob, DynamicJob {

    /** The names of the parameters, in the order of a binding. */
    List<String> parameters();

    Optional<PauliSum> observable();

    /** Kilobytes it takes, at least 1. */
    int kilobytes();

    /** Refuses outputs that this circuit, observable and kind of simulation cannot give. */
    void checkOutputs(JobRequest request) throws BackendException;

    /**
     * Computes what a request asks for at one binding.
     *
     * @param seed of the shots
     */
    EvaluationResult evaluate(double[] binding, JobRequest request, long seed);

    /** Refuses what can never be computed, before it is queued. */
    default void check(JobRequest request) throws BackendException {
        for (int i = 0; i < request.bindings().size(); i++) {
            int values = request.bindings().get(i).size();
            if (values != parameters().size()) {
                throw new BackendException(
                        Kind.REJECTED,
                        "Binding %d has %d values for the parameters %s".formatted(i, values, parameters()));
            }
        }
        boolean needsObservable = request.outputs().contains(Output.EXPECTATION)
                || request.outputs().contains(Output.GRADIENT);
        if (needsObservable && observable().isEmpty()) {
            throw new BackendException(Kind.REJECTED, "An expectation is asked for, but there is no observable");
        }
        checkOutputs(request);
    }
}
