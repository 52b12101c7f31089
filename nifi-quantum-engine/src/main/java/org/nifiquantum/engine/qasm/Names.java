// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm;

import java.util.Set;
import org.antlr.v4.runtime.CharStreams;

/** Finds names that nothing else has. */
final class Names {
    private Names() {}

    /** The wanted name, or with as many underscores as it takes to be free; never a word of OpenQASM 3. */
    static String free(String wanted, Set<String> taken) {
        String name = wanted;
        while (taken.contains(name) || isReserved(name)) {
            name += "_";
        }
        return name;
    }

    /** Whether OpenQASM 3 takes the name for a word or a constant of its own. */
    static boolean isReserved(String name) {
        OpenQasmLexer lexer = new OpenQasmLexer(CharStreams.fromString(name));
        lexer.removeErrorListeners();
        return lexer.nextToken().getType() != OpenQasmLexer.IDENTIFIER || StandardLibrary.isConstant(name);
    }
}
