// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.nifiquantum.engine.circuit.BitString;
import org.nifiquantum.engine.circuit.MeasurementMap;

/**
 * How often each outcome was seen. Outcomes are strings over the classical bits of the circuit. Immutable.
 *
 * <p>Two arrays and no map, and strings made when they are asked for: of many shots on a wide state nearly all are different, and
 * to build all that takes longer than the draws.
 */
public final class Counts {
    /** By place in rising order. */
    private final IntFunction<BitString> outcomes;

    private final int[] counts;

    private Counts(IntFunction<BitString> outcomes, int[] counts) {
        this.outcomes = outcomes;
        this.counts = counts;
    }

    /** Counts from a map; all of them must be positive. */
    public Counts(SortedMap<BitString, Integer> byOutcome) {
        this(
                List.copyOf(byOutcome.keySet())::get,
                byOutcome.values().stream().mapToInt(Integer::intValue).toArray());
        for (int index = 0; index < counts.length; index++) {
            if (counts[index] <= 0) {
                throw new IllegalArgumentException(
                        "Outcome %s has the count %d".formatted(outcome(index), counts[index]));
            }
        }
    }

    /**
     * Takes arrays over, which nobody changes any more.
     *
     * @param measurements under which outcomes are ordered as basis states are
     * @param states in rising order, each once
     * @param counts positive
     */
    static Counts ofRising(MeasurementMap measurements, int[] states, int[] counts) {
        return new Counts(index -> measurements.read(states[index]), counts);
    }

    /** How many different outcomes there are. */
    public int size() {
        return counts.length;
    }

    /** The outcome at a place in rising order. */
    public BitString outcome(int index) {
        return outcomes.apply(index);
    }

    /** How often the outcome at a place in rising order was seen. */
    public int times(int index) {
        return counts[index];
    }

    /** The counts by rising outcome; a new map at each call. */
    public SortedMap<BitString, Integer> byOutcome() {
        SortedMap<BitString, Integer> byOutcome = new TreeMap<>();
        for (int index = 0; index < counts.length; index++) {
            byOutcome.put(outcome(index), counts[index]);
        }
        return Collections.unmodifiableSortedMap(byOutcome);
    }

    /** The number of shots in all. */
    public int shots() {
        return Arrays.stream(counts).sum();
    }

    /** How often an outcome was seen; 0 if never. */
    public int count(BitString outcome) {
        int low = 0;
        int high = counts.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = outcome(middle).compareTo(outcome);
            if (order == 0) {
                return counts[middle];
            }
            low = order < 0 ? middle + 1 : low;
            high = order < 0 ? high : middle - 1;
        }
        return 0;
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof Counts other
                && Arrays.equals(counts, other.counts)
                && IntStream.range(0, counts.length)
                        .allMatch(index -> outcome(index).equals(other.outcome(index)));
    }

    @Override
    public int hashCode() {
        int hash = Arrays.hashCode(counts);
        for (int index = 0; index < counts.length; index++) {
            hash = 31 * hash + outcome(index).hashCode();
        }
        return hash;
    }

    @Override
    public String toString() {
        return "Counts" + byOutcome();
    }
}
