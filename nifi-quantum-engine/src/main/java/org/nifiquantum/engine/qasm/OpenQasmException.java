// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm;

import org.nifiquantum.engine.qasm.ast.Place;

/** Source text that is not OpenQASM, or asks for what this version does not do. The message names line and column. */
public final class OpenQasmException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int line;
    private final int column;

    /**
     * Tells where the source is wrong.
     *
     * @param line counted from 1
     * @param column counted from 1
     * @param problem names the offending text and what was expected
     */
    public OpenQasmException(int line, int column, String problem) {
        super("line %d:%d: %s".formatted(line, column, problem));
        this.line = line;
        this.column = column;
    }

    /** Tells that the source is wrong at a place; {@code problem} as in the other constructor. */
    public OpenQasmException(Place place, String problem) {
        this(place.line(), place.column(), problem);
    }

    /** The line, counted from 1. */
    public int line() {
        return line;
    }

    /** The column, counted from 1. */
    public int column() {
        return column;
    }
}
