// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm;

import java.util.Map;
import org.antlr.v4.runtime.Token;
import org.nifiquantum.engine.qasm.interpret.Dialect;
import org.nifiquantum.engine.qasm.interpret.Symbol;

/** The versions of OpenQASM that are read, and in what they differ; all else they share. */
enum Version {
    TWO("qelib1.inc"),
    THREE("stdgates.inc");

    private final String library;

    Version(String library) {
        this.library = library;
    }

    /** The version that the first line of a source asks for, 3 where it has none. Leaves the lexer at the start. */
    static Version of(OpenQasmLexer lexer) {
        Token word = lexer.nextToken();
        Token number = lexer.nextToken();
        lexer.reset();
        if (word.getType() != OpenQasmLexer.OPENQASM
                || (number.getType() != OpenQasmLexer.INTEGER && number.getType() != OpenQasmLexer.DECIMAL)) {
            return THREE;
        }
        String text = number.getText();
        if (text.equals("3") || text.startsWith("3.")) {
            return THREE;
        }
        if (text.equals("2") || text.equals("2.0")) {
            return TWO;
        }
        throw Places.error(number, "OpenQASM %s is not supported, expected 3.0 or 2.0".formatted(text));
    }

    /** The one file that can be included; it is built in. */
    String library() {
        return library;
    }

    /** What the interpreter needs to know. */
    Dialect dialect() {
        return dialect(
                switch (this) {
                    case TWO -> Qelib1.SYMBOLS;
                    case THREE -> StandardLibrary.SYMBOLS;
                });
    }

    /**
     * The dialect over a library. In version 3 numbers without a point are whole and divide without a rest, and an index below 0
     * counts from the end; in version 2 only sizes and indices are whole.
     */
    Dialect dialect(Map<String, Symbol> library) {
        return new Dialect(library, this == THREE, this == THREE);
    }
}
