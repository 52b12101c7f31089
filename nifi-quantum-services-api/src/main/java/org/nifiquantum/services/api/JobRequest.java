// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.api;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One submission: a circuit, the parameter values to evaluate it at, and what is wanted of each evaluation.
 *
 * <p>This is all that may leave for a provider: neither the problem nor its names are in it.
 *
 * @param submissionKey the same for each attempt at this submission, different for every other one
 * @param program OpenQASM 3 source
 * @param programSha256 SHA-256 of the UTF-8 source, in hexadecimal; compiled circuits are cached by it
 * @param bindings one list of values for each evaluation, in the order the program declares its parameters; radians
 * @param observable what to take the expectation of; empty where only counts are wanted
 * @param shots measurements per evaluation; 0 asks for exact results
 * @param seed what a simulator draws its shots from; hardware ignores it
 * @param outputs what to compute for each evaluation
 */
public record JobRequest(
        String submissionKey,
        String program,
        String programSha256,
        List<List<Double>> bindings,
        Optional<Observable> observable,
        int shots,
        long seed,
        Set<Output> outputs) {

    public JobRequest {
        requireNonNull(submissionKey, "submissionKey");
        requireNonNull(program, "program");
        requireNonNull(programSha256, "programSha256");
        bindings = bindings.stream().map(List::copyOf).toList();
        requireNonNull(observable, "observable");
        outputs = Set.copyOf(outputs);
        if (shots < 0) {
            throw new IllegalArgumentException("shots must be 0 (exact) or positive, not " + shots);
        }
    }
}
