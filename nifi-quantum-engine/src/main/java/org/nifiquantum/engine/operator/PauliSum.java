// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.operator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A Hermitian operator as {@code constant + sum of terms}; no string occurs twice and none is the identity.
 *
 * @param terms in the order in which their strings were first added
 */
public record PauliSum(List<PauliTerm> terms, double constant) {

    /** Merges terms with the same string and moves those of the identity into the constant. */
    public PauliSum {
        if (!Double.isFinite(constant)) {
            throw new IllegalArgumentException("The constant of a Pauli sum is " + constant);
        }
        Map<PauliString, Double> merged = new LinkedHashMap<>();
        for (PauliTerm term : terms) {
            if (term.string().isIdentity()) {
                constant += term.coefficient();
            } else {
                merged.merge(term.string(), term.coefficient(), Double::sum);
            }
        }
        terms = merged.entrySet().stream()
                .map(entry -> new PauliTerm(entry.getValue(), entry.getKey()))
                .toList();
    }

    public static PauliSum of(PauliTerm... terms) {
        return new PauliSum(List.of(terms), 0);
    }

    public static PauliSumBuilder builder() {
        return new PauliSumBuilder();
    }

    public PauliSum plus(PauliSum other) {
        return builder().add(this).add(other).build();
    }

    public PauliSum times(double factor) {
        List<PauliTerm> scaled = terms.stream()
                .map(term -> new PauliTerm(factor * term.coefficient(), term.string()))
                .toList();
        return new PauliSum(scaled, factor * constant);
    }

    /** The operator times itself, which is Hermitian again; its terms are products of pairs of terms. */
    public PauliSum squared() {
        List<PauliTerm> products = new ArrayList<>();
        for (int first = 0; first < terms.size(); first++) {
            PauliTerm left = terms.get(first);
            products.add(new PauliTerm(2 * constant * left.coefficient(), left.string()));
            products.add(new PauliTerm(left.coefficient() * left.coefficient(), PauliString.IDENTITY));
            for (PauliTerm right : terms.subList(first + 1, terms.size())) {
                // PQ + QP is 0 unless the strings commute, and 2 PQ if they do.
                if (left.string().commutesWith(right.string())) {
                    double factor = 2 * left.coefficient() * right.coefficient();
                    products.add(new PauliTerm(
                            left.string().isNegativeTimes(right.string()) ? -factor : factor,
                            left.string().letterwiseProduct(right.string())));
                }
            }
        }
        return new PauliSum(products, constant * constant);
    }

    /** Whether every computational basis state is an eigenstate. */
    public boolean isDiagonal() {
        return terms.stream().allMatch(term -> term.string().isDiagonal());
    }

    /** How many qubits a state must have for this operator to act on it. */
    public int span() {
        int span = 0;
        for (PauliTerm term : terms) {
            span = Math.max(span, term.string().span());
        }
        return span;
    }
}
