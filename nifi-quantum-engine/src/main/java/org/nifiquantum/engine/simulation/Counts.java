// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.nifiquantum.engine.circuit.BitString;

/**
 * How often each outcome was seen. Outcomes are strings over the classical bits of the circuit.
 *
 * @param byOutcome positive counts, by rising outcome
 */
public record Counts(SortedMap<BitString, Integer> byOutcome) {

    public Counts {
        byOutcome = Collections.unmodifiableSortedMap(new TreeMap<>(byOutcome));
        for (Map.Entry<BitString, Integer> entry : byOutcome.entrySet()) {
            if (entry.getValue() <= 0) {
                throw new IllegalArgumentException(
                        "Outcome %s has the count %d".formatted(entry.getKey(), entry.getValue()));
            }
        }
    }

    /** The number of shots in all. */
    public int shots() {
        return byOutcome.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How often an outcome was seen; 0 if never. */
    public int count(BitString outcome) {
        return byOutcome.getOrDefault(outcome, 0);
    }
}
