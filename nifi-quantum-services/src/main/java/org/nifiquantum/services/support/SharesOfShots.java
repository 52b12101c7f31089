// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.support;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.nifiquantum.engine.circuit.BitString;
import org.nifiquantum.engine.simulation.Counts;
import org.nifiquantum.services.api.BackendException;
import org.nifiquantum.services.api.BackendException.Kind;

/** Counts of providers that tell probabilities only. */
public final class SharesOfShots {

    private static final double ROUNDING = 1e-3;

    private SharesOfShots() {}

    /**
     * Counts in proportion to shares, which are probabilities or counts themselves, by the largest remainders: they add up to the
     * shots.
     *
     * @param provider whose answer it is, for messages
     */
    public static Counts counts(String provider, SortedMap<BitString, Double> shares, int shots)
            throws BackendException {
        double total = shares.values().stream().mapToDouble(Double::doubleValue).sum();
        boolean probabilities = Math.abs(total - 1) < ROUNDING;
        boolean counted = total >= 1 && shares.values().stream().allMatch(share -> share == Math.rint(share));
        if (!probabilities && !counted) {
            throw new BackendException(
                    Kind.MALFORMED,
                    "%s's result cannot be read: its shares add up to %s instead of 1".formatted(provider, total));
        }
        List<Remainder> remainders = new ArrayList<>();
        SortedMap<BitString, Integer> counts = new TreeMap<>();
        int given = 0;
        for (Map.Entry<BitString, Double> entry : shares.entrySet()) {
            double due = entry.getValue() / total * shots;
            int whole = (int) Math.floor(due + ROUNDING * ROUNDING);
            counts.put(entry.getKey(), whole);
            given += whole;
            remainders.add(new Remainder(entry.getKey(), due - whole));
        }
        remainders.sort(Comparator.comparingDouble(Remainder::part).reversed());
        for (int i = 0; given < shots; i++, given++) {
            counts.merge(remainders.get(i % remainders.size()).state(), 1, Integer::sum);
        }
        counts.values().removeIf(count -> count == 0);
        return new Counts(counts);
    }

    private record Remainder(BitString state, double part) {}
}
