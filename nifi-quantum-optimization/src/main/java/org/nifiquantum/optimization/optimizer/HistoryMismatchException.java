// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.optimizer;

/** A history does not belong to the optimiser and settings it was given with. */
public final class HistoryMismatchException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private static final String EDITED =
            " The history was edited, or optimizer, settings or seed were changed on the way;"
                    + " restore them or start again with an empty history.";

    private final int index;

    private HistoryMismatchException(int index, String problem, String remedy) {
        super("evaluations[" + index + "]: " + problem + remedy);
        this.index = index;
    }

    HistoryMismatchException(int index, String problem) {
        this(index, problem, EDITED);
    }

    /** A point came twice without the derivatives the optimiser needs. */
    static HistoryMismatchException withoutGradient(int index) {
        return new HistoryMismatchException(
                index,
                "the gradient is missing.",
                " Use a backend that gives the output gradient, or an optimiser that needs none.");
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
