// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem.format;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/** The numbers of a text one by one, however its lines are broken: how matrices of the field's libraries are written. */
public final class Numbers {
    private final Lines lines;
    private final Deque<Lines.Field> left = new ArrayDeque<>();

    /** Goes on after the present line of a text. */
    public Numbers(Lines lines) {
        this.lines = lines;
    }

    /**
     * The next number.
     *
     * @param what is being read, for the message if the text ends before it
     */
    public double next(String what) throws IOException {
        return lines.finiteNumber(field(what));
    }

    /** The next number, which must be whole. */
    public int nextWhole(String what) throws IOException {
        return lines.wholeNumber(field(what));
    }

    /** The next number, which must not be negative. */
    public double nextAmount(String what) throws IOException {
        Lines.Field field = field(what);
        double value = lines.finiteNumber(field);
        if (value < 0) {
            throw lines.error(field, "The " + what + " is " + value + ".", "Give a number of 0 or more.");
        }
        return value;
    }

    /** Refuses whatever is left. */
    public void requireEnd() throws IOException {
        if (!left.isEmpty()) {
            throw lines.error(
                    left.getFirst(),
                    Lines.shown(left.getFirst()) + " is more than the declared sizes leave room for.",
                    "Remove it, or correct the sizes.");
        }
        lines.requireEnd();
    }

    private Lines.Field field(String what) throws IOException {
        while (left.isEmpty()) {
            lines.requireNext(
                    "a " + what, "The file is cut off, or a declared size is too large: correct the one or the other.");
            left.addAll(lines.fields());
        }
        return left.removeFirst();
    }
}
