// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm.interpret;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.nifiquantum.engine.qasm.OpenQasmException;
import org.nifiquantum.engine.qasm.ast.Place;

/** The names that can be used at a place in the source. A definition of the source's own comes before a predefined one. */
public final class Scope {
    private final Map<String, Symbol> predefined;
    private final Map<String, Symbol> symbols = new HashMap<>();
    private final Optional<Scope> outer;
    private final Kind kind;

    /** What can be seen of the names outside. */
    private enum Kind {
        BLOCK,
        GATE,
        SUBROUTINE
    }

    private Scope(Map<String, Symbol> predefined, Optional<Scope> outer, Kind kind) {
        this.predefined = predefined;
        this.outer = outer;
        this.kind = kind;
    }

    static Scope global(Map<String, Symbol> predefined) {
        return new Scope(predefined, Optional.empty(), Kind.BLOCK);
    }

    /** A scope in which new names hide those of this one. */
    Scope inner() {
        return new Scope(predefined, Optional.of(this), Kind.BLOCK);
    }

    /** The scope of a gate's body, which sees gates and constants only. */
    Scope innerOfGate() {
        return new Scope(predefined, Optional.of(this), Kind.GATE);
    }

    /** The scope of a subroutine's body, which sees what gates see; all else it is given (OpenQASM 3, Scoping of variables). */
    Scope innerOfSubroutine() {
        return new Scope(predefined, Optional.of(this), Kind.SUBROUTINE);
    }

    boolean isGlobal() {
        return outer.isEmpty();
    }

    void declare(Place place, String name, Symbol symbol) {
        Symbol previous = symbols.putIfAbsent(name, symbol);
        if (previous != null) {
            throw new OpenQasmException(place, "'%s' is already declared, as %s".formatted(name, previous.kind()));
        }
        if (predefined.get(name) instanceof Symbol.Stored) {
            throw new OpenQasmException(place, "'%s' is a constant of the language".formatted(name));
        }
    }

    /** The names declared in this scope itself. */
    Map<String, Symbol> declared() {
        return Map.copyOf(symbols);
    }

    Symbol lookUp(Place place, String name) {
        return find(name).orElseThrow(() -> new OpenQasmException(place, "'%s' is not declared".formatted(name)));
    }

    Optional<Symbol> find(String name) {
        Symbol symbol = symbols.get(name);
        if (symbol != null) {
            return Optional.of(symbol);
        }
        if (outer.isEmpty()) {
            return Optional.ofNullable(predefined.get(name));
        }
        Optional<Symbol> found = outer.get().find(name);
        return kind == Kind.BLOCK ? found : found.map(this::seenFromInside);
    }

    private Symbol seenFromInside(Symbol symbol) {
        return switch (symbol) {
            case Symbol.Stored stored -> stored.constant() ? stored : hidden(stored);
            case Symbol.Qubits qubits -> hidden(qubits);
            case Symbol.Bits bits -> hidden(bits);
            case Symbol.NumberBits bits -> hidden(bits);
            case Symbol.Hidden hidden -> hidden;
            case Symbol.GateName gate -> gate;
            case Symbol.OpaqueGate gate -> gate;
            case Symbol.Subroutine subroutine -> subroutine;
        };
    }

    private Symbol hidden(Symbol symbol) {
        return new Symbol.Hidden(
                symbol,
                kind == Kind.GATE
                        ? "which the body of a gate cannot see"
                        : "which a subroutine cannot see; make it a parameter");
    }
}
