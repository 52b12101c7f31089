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
    /** Objectives are sums of many terms; what is closer to a bound reaches it. */
    private static final double ROUNDING = 1e-9;

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
        // Of a problem that is not the user's own the best answer may break the user's constraints.
        boolean proven = provenOptimal && answer.feasible();
        return new ClassicalAnswer(
                answer, bits, method, proven, proven ? OptionalDouble.of(answer.objective()) : OptionalDouble.empty());
    }

    /** The same with a bound, which proves it where it is as good. */
    public ClassicalAnswer boundedBy(double limit) {
        boolean reached =
                answer.feasible() && Math.abs(answer.objective() - limit) <= ROUNDING * Math.max(1, Math.abs(limit));
        return new ClassicalAnswer(answer, bits, method, provenOptimal || reached, OptionalDouble.of(limit));
    }

    /** The better of two answers to one problem, this one of equals or if neither is feasible, with the tighter of both bounds. */
    public ClassicalAnswer joinedWith(ClassicalAnswer other, Sense sense) {
        ClassicalAnswer better = other.answer.feasible() && sense.isBetter(other.answer, answer) ? other : this;
        OptionalDouble tighter = bound.isEmpty()
                        || (other.bound.isPresent() && sense.isBetter(bound.getAsDouble(), other.bound.getAsDouble()))
                ? other.bound
                : bound;
        ClassicalAnswer joined = new ClassicalAnswer(
                better.answer, better.bits, better.method, provenOptimal || other.provenOptimal, tighter);
        return tighter.isPresent() ? joined.boundedBy(tighter.getAsDouble()) : joined;
    }
}
