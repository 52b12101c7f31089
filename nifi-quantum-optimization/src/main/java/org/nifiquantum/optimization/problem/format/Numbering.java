// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem.format;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How a text numbers its nodes or variables. Here they are counted from 0, and named by their numbers in the text.
 *
 * @param noun what is numbered, such as {@code node}
 * @param base the number of the first, 0 or 1
 * @param size how many there are
 */
public record Numbering(String noun, int base, int size) {
    /** The index, from 0, of the number that an entry of the present line holds. */
    public int index(Lines lines, Lines.Field field) {
        int number = lines.wholeNumber(field);
        if (number < base || number >= base + size) {
            throw lines.error(
                    field,
                    "There is no " + noun + " " + number + ".",
                    "The " + noun + "s are numbered from " + base + " to " + (base + size - 1) + ".");
        }
        return number - base;
    }

    public List<String> names() {
        return IntStream.range(base, base + size).mapToObj(Integer::toString).toList();
    }
}
