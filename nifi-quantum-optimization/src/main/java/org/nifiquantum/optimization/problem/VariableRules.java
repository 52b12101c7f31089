// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nifiquantum.engine.circuit.BitString;

/**
 * How a problem takes in its variables, and how it speaks of them.
 *
 * @param pointer where their names stand in a document
 * @param noun what they are, such as {@code node}
 */
public record VariableRules(String pointer, String noun) {
    /**
     * An immutable copy.
     *
     * @throws ProblemFormatException if there is none, or naming the first without a name of its own
     */
    public List<String> checked(List<String> given) {
        List<String> names = List.copyOf(given);
        if (names.isEmpty()) {
            throw new ProblemFormatException(pointer, "The problem has no " + noun + ".", "Give at least one.");
        }
        Map<String, Integer> indexes = HashMap.newHashMap(names.size());
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).isBlank()) {
                throw new ProblemFormatException(
                        pointer + "/" + i, "The " + noun + " has no name.", "Name every " + noun + ".");
            }
            Integer earlier = indexes.putIfAbsent(names.get(i), i);
            if (earlier != null) {
                throw new ProblemFormatException(
                        pointer + "/" + i,
                        "The name '" + names.get(i) + "' is already that of " + noun + " " + earlier + ".",
                        "Give each " + noun + " a name of its own.");
            }
        }
        return names;
    }

    /** Refuses an answer that has not one bit for each of them. */
    public void requireBits(BitString bits, int size) {
        if (bits.length() != size) {
            throw new IllegalArgumentException(
                    "An answer over " + size + " " + noun + "s needs as many bits, not " + bits.length() + ".");
        }
    }

    /**
     * The sum of the sizes of an offset and of one coefficient for each variable.
     *
     * @param coefficients where these stand in a document, as members named by the variables
     * @throws ProblemFormatException naming the first that cannot be used
     */
    public double totalSize(String coefficients, List<String> names, List<Double> linear, double offset) {
        if (linear.size() != names.size()) {
            throw new ProblemFormatException(
                    coefficients,
                    linear.size() + " coefficients for " + names.size() + " " + noun + "s.",
                    "Give one for each, 0 where there is none.");
        }
        double total = requireFinite("/offset", Math.abs(offset), "The offset");
        for (int i = 0; i < names.size(); i++) {
            String place = coefficients + "/" + names.get(i).replace("~", "~0").replace("/", "~1");
            requireFinite(place, linear.get(i), "The coefficient");
            total += Math.abs(linear.get(i));
            requireFinite(place, total, "The sum of the sizes of all coefficients up to here");
        }
        return total;
    }

    private static double requireFinite(String place, double number, String what) {
        if (!Double.isFinite(number)) {
            throw new ProblemFormatException(place, what + " is " + number + ".", "Give finite, smaller numbers.");
        }
        return number;
    }
}
