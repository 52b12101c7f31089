// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.antlr.v4.runtime.Token;
import org.nifiquantum.engine.circuit.Expression;
import org.nifiquantum.engine.circuit.StandardGate;

/**
 * The names that can be used at a place in the source. Gates of the standard library are known even where its include is
 * missing, as several tools write sources; a definition of the source's own comes first.
 */
final class Scope {
    private static final Map<String, Double> CONSTANTS =
            Map.of("pi", Math.PI, "π", Math.PI, "tau", 2 * Math.PI, "τ", 2 * Math.PI, "euler", Math.E, "ℇ", Math.E);

    private final Map<String, Symbol> symbols = new HashMap<>();
    private final Optional<Scope> outer;

    Scope() {
        this.outer = Optional.empty();
    }

    private Scope(Scope outer) {
        this.outer = Optional.of(outer);
    }

    /** A scope in which new names hide those of this one. */
    Scope inner() {
        return new Scope(this);
    }

    void declare(Token name, Symbol symbol) {
        Symbol previous = symbols.putIfAbsent(name.getText(), symbol);
        if (previous != null) {
            throw Places.error(name, "%s is already declared, as %s".formatted(Places.text(name), previous.kind()));
        }
        if (isConstant(name.getText())) {
            throw Places.error(name, "%s is a constant of the language".formatted(Places.text(name)));
        }
    }

    Symbol lookUp(Token name) {
        return find(name.getText())
                .orElseThrow(() -> Places.error(name, "%s is not declared".formatted(Places.text(name))));
    }

    Optional<Symbol> find(String name) {
        Symbol symbol = symbols.get(name);
        if (symbol != null) {
            return Optional.of(symbol);
        }
        return outer.isPresent() ? outer.get().find(name) : predefined(name);
    }

    static boolean isConstant(String name) {
        return CONSTANTS.containsKey(name);
    }

    private static Optional<Symbol> predefined(String name) {
        if (isConstant(name)) {
            return Optional.of(new Symbol.Quantity(new Value.Real(Expression.constant(CONSTANTS.get(name)))));
        }
        return StandardGate.named(name).map(gate -> new Symbol.GateName(gate, 1));
    }
}
