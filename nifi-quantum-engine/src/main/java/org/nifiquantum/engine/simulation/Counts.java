// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation;

import java.util.Arrays;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.nifiquantum.engine.circuit.BitString;

/**
 * How often each outcome was seen. Outcomes are strings over the classical bits of the circuit. Immutable.
 *
 * <p>Two arrays and no map: of many shots on a wide state nearly all are different, and a tree of them takes longer than the draws.
 */
public final class Counts {
    /** In rising order. */
    private final BitString[] outcomes;

    private final int[] counts;

    private Counts(BitString[] outcomes, int[] counts) {
        this.outcomes = outcomes;
        this.counts = counts;
    }

    /** Counts from a map; all of them must be positive. */
    public Counts(SortedMap<BitString, Integer> byOutcome) {
        this(
                byOutcome.keySet().toArray(BitString[]::new),
                byOutcome.values().stream().mapToInt(Integer::intValue).toArray());
        for (int index = 0; index < counts.length; index++) {
            if (counts[index] <= 0) {
                throw new IllegalArgumentException(
                        "Outcome %s has the count %d".formatted(outcomes[index], counts[index]));
            }
        }
    }

    /**
     * Takes arrays over, which nobody changes any more.
     *
     * @param outcomes in rising order, each once
     * @param counts positive
     */
    static Counts ofRising(BitString[] outcomes, int[] counts) {
        return new Counts(outcomes, counts);
    }

    /** How many different outcomes there are. */
    public int size() {
        return outcomes.length;
    }

    /** The outcome at a place in rising order. */
    public BitString outcome(int index) {
        return outcomes[index];
    }

    /** How often the outcome at a place in rising order was seen. */
    public int times(int index) {
        return counts[index];
    }

    /** The counts by rising outcome; a new map at each call. */
    public SortedMap<BitString, Integer> byOutcome() {
        SortedMap<BitString, Integer> byOutcome = new TreeMap<>();
        for (int index = 0; index < outcomes.length; index++) {
            byOutcome.put(outcomes[index], counts[index]);
        }
        return Collections.unmodifiableSortedMap(byOutcome);
    }

    /** The number of shots in all. */
    public int shots() {
        return Arrays.stream(counts).sum();
    }

    /** How often an outcome was seen; 0 if never. */
    public int count(BitString outcome) {
        int index = Arrays.binarySearch(outcomes, outcome);
        return index < 0 ? 0 : counts[index];
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof Counts other
                && Arrays.equals(outcomes, other.outcomes)
                && Arrays.equals(counts, other.counts);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(outcomes) + Arrays.hashCode(counts);
    }

    @Override
    public String toString() {
        return "Counts" + byOutcome();
    }
}
