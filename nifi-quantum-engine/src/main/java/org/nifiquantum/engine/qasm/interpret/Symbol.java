// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm.interpret;

import java.util.List;
import org.nifiquantum.engine.circuit.Expression;
import org.nifiquantum.engine.circuit.Gate;
import org.nifiquantum.engine.circuit.StandardGate;
import org.nifiquantum.engine.qasm.ast.Statement;

/** What a name stands for. */
public sealed interface Symbol {

    /** For messages: the kind of thing, with its article. */
    String kind();

    /** Qubits, bits or a variable: what an operand or an assignment can name. */
    sealed interface Reference extends Symbol {}

    /**
     * Qubits, or an alias of some.
     *
     * @param scalar whether it was declared without a size, and so cannot be indexed
     */
    record Qubits(List<Integer> indices, boolean scalar) implements Reference {
        @Override
        public String kind() {
            return scalar ? "a qubit" : "a register of %d qubits".formatted(indices.size());
        }
    }

    /** Classical bits, or an alias of some; {@code scalar} as for qubits. */
    record Bits(BitView view, boolean scalar) implements Reference {
        @Override
        public String kind() {
            return scalar ? "a bit" : "a register of %d bits".formatted(view.size());
        }
    }

    /** A variable, a constant, an input or a parameter of a gate. */
    record Stored(Slot slot, boolean constant) implements Reference {
        static Stored constant(Type type, Value value) {
            return new Stored(new Cell(value, type), true);
        }

        @Override
        public String kind() {
            return constant ? "a constant" : "a variable of type " + slot.type().text();
        }
    }

    /** Some bits of a number. */
    record NumberBits(Slot slot, List<Integer> positions, boolean scalar) implements Reference {
        @Override
        public String kind() {
            return "bits of a number";
        }
    }

    /** A number of the language or of a gate's definition. */
    static Symbol number(Expression expression) {
        return Stored.constant(new Type.Real(Type.DEFAULT_WIDTH), new Value.Real(expression));
    }

    /** Known from elsewhere, but not here. */
    record Hidden(Symbol symbol, String reason) implements Symbol {
        @Override
        public String kind() {
            return symbol.kind() + ", " + reason;
        }
    }

    /**
     * A gate.
     *
     * @param expandedGates how many gates a call becomes when every definition is replaced by its body, at least 1
     * @param depth how many definitions are inside one another, 0 for a gate of the language
     */
    record GateName(Gate gate, long expandedGates, int depth) implements Symbol {
        public static GateName of(StandardGate gate) {
            return new GateName(gate, 1, 0);
        }

        @Override
        public String kind() {
            return "a gate";
        }
    }

    /** A gate of version 2 that is declared but made of nothing we know. */
    record OpaqueGate() implements Symbol {
        @Override
        public String kind() {
            return "an opaque gate";
        }
    }

    record Subroutine(Statement.SubroutineDefinition definition, Scope scope) implements Symbol {
        @Override
        public String kind() {
            return "a subroutine";
        }
    }
}
