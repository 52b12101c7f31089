// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.api;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * What one evaluation of the circuit gave; what was not asked for is empty.
 *
 * @param expectation of the observable, its constant included
 * @param standardError of the expectation; zero when it is exact
 * @param counts measurements by bitstring {@code c[n-1]...c[0]}
 * @param probabilities exact probabilities of the most likely bitstrings, most likely first
 * @param gradient derivatives by parameter, in the order the program declares them
 */
public record EvaluationResult(
        OptionalDouble expectation,
        OptionalDouble standardError,
        Map<String, Long> counts,
        Map<String, Double> probabilities,
        List<Double> gradient) {

    public EvaluationResult {
        requireNonNull(expectation, "expectation");
        requireNonNull(standardError, "standardError");
        counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
        probabilities = Collections.unmodifiableMap(new LinkedHashMap<>(probabilities));
        gradient = List.copyOf(gradient);
        expectation.ifPresent(value -> requireFinite(value, "expectation"));
        standardError.ifPresent(value -> requireFinite(value, "standardError"));
        if (standardError.orElse(0) < 0) {
            throw new IllegalArgumentException(
                    "standardError must not be negative, not " + standardError.getAsDouble());
        }
        requireBitstrings(counts, "counts");
        requireBitstrings(probabilities, "probabilities");
    }

    /** The bitstrings that were measured or, of an exact evaluation, are likely. */
    public Set<String> outcomes() {
        return counts.isEmpty() ? probabilities.keySet() : counts.keySet();
    }

    private static void requireFinite(double value, String name) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("%s must be a finite number, not %s".formatted(name, value));
        }
    }

    private static void requireBitstrings(Map<String, ? extends Number> measured, String name) {
        for (String bits : measured.keySet()) {
            if (!bits.chars().allMatch(bit -> bit == '0' || bit == '1')) {
                throw new IllegalArgumentException("%s: [%s] is no bitstring".formatted(name, bits));
            }
        }
    }
}
