// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/** The names that can be used at a place in the source. A definition of the source's own comes before a predefined one. */
final class Scope {
    private final Version version;
    private final Map<String, Symbol> predefined;
    private final Map<String, Symbol> symbols = new HashMap<>();
    private final Optional<Scope> outer;

    Scope(Version version) {
        this(version, version.predefined());
    }

    Scope(Version version, Map<String, Symbol> predefined) {
        this(version, predefined, Optional.empty());
    }

    private Scope(Version version, Map<String, Symbol> predefined, Optional<Scope> outer) {
        this.version = version;
        this.predefined = predefined;
        this.outer = outer;
    }

    /** A scope in which new names hide those of this one. */
    Scope inner() {
        return new Scope(version, predefined, Optional.of(this));
    }

    /** The version of the language that the source is written in. */
    Version version() {
        return version;
    }

    void declare(Token name, Symbol symbol) {
        Symbol previous = symbols.putIfAbsent(name.getText(), symbol);
        if (previous != null) {
            throw Places.error(name, "%s is already declared, as %s".formatted(Places.text(name), previous.kind()));
        }
        if (predefined.get(name.getText()) instanceof Symbol.Quantity) {
            throw Places.error(name, "%s is a constant of the language".formatted(Places.text(name)));
        }
    }

    /** The names declared in this scope itself. */
    Map<String, Symbol> declared() {
        return Map.copyOf(symbols);
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
        return outer.isPresent() ? outer.get().find(name) : Optional.ofNullable(predefined.get(name));
    }
}
