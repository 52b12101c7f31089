// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm;

import java.util.List;
import org.nifiquantum.engine.circuit.Expression;
import org.nifiquantum.engine.circuit.Gate;
import org.nifiquantum.engine.circuit.StandardGate;

/** What a name stands for. */
sealed interface Symbol {

    /** For messages: the kind of thing, with its article. */
    String kind();

    /**
     * Qubits, or an alias of some.
     *
     * @param scalar whether it was declared without a size, and so cannot be indexed
     */
    record Qubits(List<Integer> indices, boolean scalar) implements Symbol {
        @Override
        public String kind() {
            return scalar ? "a qubit" : "a register of %d qubits".formatted(indices.size());
        }
    }

    /** Classical bits, or an alias of some; {@code scalar} as for qubits. */
    record Bits(List<Integer> indices, boolean scalar) implements Symbol {
        @Override
        public String kind() {
            return scalar ? "a bit" : "a register of %d bits".formatted(indices.size());
        }
    }

    /** A constant, an input or a parameter of a gate. */
    record Quantity(Value value) implements Symbol {
        static Quantity of(double value) {
            return new Quantity(new Value.Real(Expression.constant(value)));
        }

        @Override
        public String kind() {
            return "a number";
        }
    }

    /**
     * A gate.
     *
     * @param expandedGates how many gates a call becomes when every definition is replaced by its body
     */
    record GateName(Gate gate, long expandedGates) implements Symbol {
        static GateName of(StandardGate gate) {
            return new GateName(gate, 1);
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
}
