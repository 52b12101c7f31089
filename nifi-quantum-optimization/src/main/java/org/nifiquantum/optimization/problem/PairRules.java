// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How a problem takes in its terms over pairs, and how it speaks of them.
 *
 * @param pointer where they stand in a document
 * @param value the name of a term's coefficient in a document
 * @param noun what is paired, such as {@code node}
 * @param remedyOfSelf what to do with a term of one variable with itself, a sentence
 */
public record PairRules(String pointer, String value, String noun, String remedyOfSelf) {
    /**
     * The terms with each pair once, the smaller index first, in the order of first appearance. Values of equal pairs
     * add up.
     *
     * @param size how many variables there are
     * @param otherTerms the sum of the sizes of the problem's other coefficients: no sum of them all may overflow
     * @throws ProblemFormatException naming the first term that cannot be used
     */
    public List<PairTerm> joined(int size, double otherTerms, List<PairTerm> terms) {
        double total = otherTerms;
        for (int i = 0; i < terms.size(); i++) {
            requireEnds(i, terms.get(i), size);
            requireFinite(i, terms.get(i).value(), "The " + value);
            total += Math.abs(terms.get(i).value());
            requireFinite(i, total, "The sum of the sizes of all coefficients up to here");
        }
        return joined(terms);
    }

    /** By sorting: hashes of neighbouring pairs collide so often that a map of a million of them takes seconds. */
    private static List<PairTerm> joined(List<PairTerm> terms) {
        long[] pairs = distinct(terms.stream().mapToLong(PairTerm::pair).toArray());
        int[] places = new int[pairs.length];
        Arrays.fill(places, -1);
        List<PairTerm> joined = new ArrayList<>(pairs.length);
        for (PairTerm term : terms) {
            int pair = Arrays.binarySearch(pairs, term.pair());
            if (places[pair] < 0) {
                places[pair] = joined.size();
                joined.add(term.ordered());
            } else {
                joined.set(places[pair], joined.get(places[pair]).plus(term.value()));
            }
        }
        return List.copyOf(joined);
    }

    private static long[] distinct(long[] numbers) {
        Arrays.sort(numbers);
        int count = 0;
        for (int i = 0; i < numbers.length; i++) {
            if (i == 0 || numbers[i] != numbers[i - 1]) {
                numbers[count++] = numbers[i];
            }
        }
        return Arrays.copyOf(numbers, count);
    }

    private void requireEnds(int index, PairTerm term, int size) {
        for (int end : new int[] {term.first(), term.second()}) {
            if (end < 0 || end >= size) {
                throw new ProblemFormatException(
                        pointer + "/" + index,
                        "There is no " + noun + " " + end + ".",
                        "The " + noun + "s are numbered from 0 to " + (size - 1) + ".");
            }
        }
        if (term.first() == term.second()) {
            throw new ProblemFormatException(
                    pointer + "/" + index, "It joins " + noun + " " + term.first() + " with itself.", remedyOfSelf);
        }
    }

    private void requireFinite(int index, double number, String what) {
        if (!Double.isFinite(number)) {
            throw new ProblemFormatException(
                    pointer + "/" + index + "/" + value, what + " is " + number + ".", "Give finite, smaller numbers.");
        }
    }
}
