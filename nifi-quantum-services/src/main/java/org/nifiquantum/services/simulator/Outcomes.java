// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.simulator;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.nifiquantum.engine.circuit.BitString;
import org.nifiquantum.engine.circuit.MeasurementMap;
import org.nifiquantum.engine.simulation.Counts;
import org.nifiquantum.engine.simulation.Estimate;
import org.nifiquantum.services.api.EvaluationResult;

/** What was seen, in the terms of the backend contract: classical bits as text {@code c[n-1]...c[0]}. */
final class Outcomes {

    static final int MOST_LIKELY = 1_024;

    private Outcomes() {}

    static EvaluationResult ofShots(Optional<Estimate> expectation, Map<String, Long> counts) {
        return of(expectation, counts, Map.of());
    }

    static EvaluationResult of(
            Optional<Estimate> expectation, Map<String, Long> counts, Map<String, Double> probabilities) {
        return new EvaluationResult(
                expectation.map(Estimate::value).map(OptionalDouble::of).orElse(OptionalDouble.empty()),
                expectation.map(Estimate::standardError).map(OptionalDouble::of).orElse(OptionalDouble.empty()),
                counts,
                probabilities,
                List.of());
    }

    /** Counts of all qubits as counts of the classical bits that show them. */
    static Map<String, Long> classical(Counts ofQubits, MeasurementMap measurements) {
        if (measurements.isIdentity()) {
            return text(ofQubits);
        }
        SortedMap<BitString, Integer> merged = new TreeMap<>();
        for (int i = 0; i < ofQubits.size(); i++) {
            merged.merge(measurements.read(ofQubits.outcome(i).toIndex()), ofQubits.times(i), Integer::sum);
        }
        return text(new Counts(merged));
    }

    /** Counts of classical bits. */
    static Map<String, Long> text(Counts counts) {
        Map<String, Long> byText = new LinkedHashMap<>();
        for (int i = 0; i < counts.size(); i++) {
            byText.put(counts.outcome(i).toString(), (long) counts.times(i));
        }
        return byText;
    }

    /**
     * The outcomes of the largest probabilities, the largest first.
     *
     * @param probabilities of the basis states of all qubits, by index
     */
    static Map<String, Double> mostLikely(double[] probabilities, MeasurementMap measurements) {
        Map<BitString, Double> merged = new TreeMap<>();
        for (int index = 0; index < probabilities.length; index++) {
            if (probabilities[index] > 0) {
                merged.merge(measurements.read(index), probabilities[index], Double::sum);
            }
        }
        Map<String, Double> byText = new LinkedHashMap<>();
        merged.entrySet().stream()
                .sorted(Map.Entry.<BitString, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_LIKELY)
                .forEach(entry -> byText.put(entry.getKey().toString(), entry.getValue()));
        return byText;
    }
}
