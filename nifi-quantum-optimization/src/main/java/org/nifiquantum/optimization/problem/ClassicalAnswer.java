// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.nifiquantum.engine.circuit.BitString;

/**
 * What a classical search found.
 *
 * @param answer the best answer
 * @param bits the same over the problem's variables; empty where there are too many to list, or none
 * @param method the search's name in documents, such as {@code exact} or {@code annealing}
 * @param provenOptimal true if there is no better answer
 * @param bound no answer is better than this; empty where nothing is known
 */
public record ClassicalAnswer(
        Answer answer, Optional<BitString> bits, String method, boolean provenOptimal, OptionalDouble bound) {
    public ClassicalAnswer {
        Objects.requireNonNull(answer, "answer");
        Objects.requireNonNull(bits, "bits");
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(bound, "bound");
    }

    /** Bits as an answer; a proven optimum is its own bound. */
    public static ClassicalAnswer of(BinaryProblem problem, BitString bits, String method, boolean provenOptimal) {
        return of(problem.decode(bits), Optional.of(bits), method, provenOptimal);
    }

    /** An answer that has no bits, or has them already; a proven optimum is its own bound. */
    public static ClassicalAnswer of(Answer answer, Optional<BitString> bits, String method, boolean provenOptimal) {
        OptionalDouble bound =
                provenOptimal && answer.feasible() ? OptionalDouble.of(answer.objective()) : OptionalDouble.empty();
        return new ClassicalAnswer(answer, bits, method, provenOptimal, bound);
    }
}
