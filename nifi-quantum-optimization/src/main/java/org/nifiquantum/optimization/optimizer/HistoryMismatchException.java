// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.optimizer;

/** A history does not belong to the optimiser and settings it was given with. */
public final class HistoryMismatchException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final int index;

    HistoryMismatchException(int index, String problem) {
        super("evaluations[" + index + "]: " + problem
                + " The history was edited, or optimizer, settings or seed were changed on the way;"
                + " restore them or start again with an empty history.");
        this.index = index;
    }

    /** More values than points were asked for. */
    static HistoryMismatchException unasked(int index) {
        return new HistoryMismatchException(index, "no further point was asked for after the first " + index + ".");
    }

    /** The position of the first evaluation that does not fit, from 0. */
    public int index() {
        return index;
    }
}
