// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm.ast;

import java.util.List;
import java.util.Optional;

/** A statement as it was written. */
public sealed interface Statement {

    Place place();

    record QubitDeclaration(Place place, String name, Optional<Expr> size) implements Statement {}

    /** A variable, a constant, an input or an output; only the first two have a value of their own. */
    record Declaration(Place place, Role role, TypeName type, String name, Optional<Expr> value) implements Statement {}

    /** What a declared name is to the outside. */
    enum Role {
        VARIABLE,
        CONSTANT,
        INPUT,
        OUTPUT
    }

    record Alias(Place place, String name, Expr value) implements Statement {}

    record GateDefinition(Place place, String name, List<Expr.Name> parameters, List<Expr.Name> qubits, Block body)
            implements Statement {
        public GateDefinition {
            parameters = List.copyOf(parameters);
            qubits = List.copyOf(qubits);
        }
    }

    /** A gate of version 2 that nobody says how to make. */
    record OpaqueGate(Place place, String name) implements Statement {}

    record SubroutineDefinition(
            Place place, String name, List<Parameter> parameters, Optional<TypeName> result, Block body)
            implements Statement {
        public SubroutineDefinition {
            parameters = List.copyOf(parameters);
        }
    }

    record Extern(Place place, String name) implements Statement {}

    /** The call of a gate, or of a subroutine whose result is not used. */
    record Call(Place place, List<Modifier> modifiers, String name, List<Expr> arguments, List<Expr> operands)
            implements Statement {
        public Call {
            modifiers = List.copyOf(modifiers);
            arguments = List.copyOf(arguments);
            operands = List.copyOf(operands);
        }
    }

    record Measurement(Place place, Expr qubits, Optional<Expr> target) implements Statement {}

    record Reset(Place place, Expr qubits) implements Statement {}

    /** A barrier across the operands, or across all qubits if there are none. */
    record Barrier(Place place, List<Expr> operands) implements Statement {
        public Barrier {
            operands = List.copyOf(operands);
        }
    }

    /** A statement about time only, which does nothing to the state: {@code delay} and {@code nop}. */
    record Wait(Place place, Optional<Expr> duration, List<Expr> operands) implements Statement {
        public Wait {
            operands = List.copyOf(operands);
        }
    }

    record Box(Place place, Optional<Expr> duration, Block body) implements Statement {}

    /** {@code target = value}, or {@code target += value} and the like. */
    record Assignment(Place place, Expr target, Optional<Operator> operator, Expr value) implements Statement {}

    /** The first branch whose condition holds, else the last. */
    record If(Place place, List<Branch> branches, Optional<Block> otherwise) implements Statement {
        public If {
            branches = List.copyOf(branches);
        }
    }

    record Branch(Expr condition, Block body) {}

    record For(Place place, Optional<TypeName> type, String name, ForSet set, Block body) implements Statement {}

    /** What a loop goes through. */
    sealed interface ForSet {
        record Indices(Index index) implements ForSet {}

        record Elements(Expr value) implements ForSet {}
    }

    record While(Place place, Expr condition, Block body) implements Statement {}

    record Switch(Place place, Expr subject, List<Case> cases, Optional<Block> otherwise) implements Statement {
        public Switch {
            cases = List.copyOf(cases);
        }
    }

    record Case(List<Expr> labels, Block body) {
        public Case {
            labels = List.copyOf(labels);
        }
    }

    record Break(Place place) implements Statement {}

    record Continue(Place place) implements Statement {}

    /** Ends the program. */
    record End(Place place) implements Statement {}

    record Return(Place place, Optional<Expr> value) implements Statement {}
}
