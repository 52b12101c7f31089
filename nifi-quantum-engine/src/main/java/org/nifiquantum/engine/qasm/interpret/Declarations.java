// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm.interpret;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.nifiquantum.engine.qasm.OpenQasmException;
import org.nifiquantum.engine.qasm.ast.Expr;
import org.nifiquantum.engine.qasm.ast.Place;
import org.nifiquantum.engine.qasm.ast.Statement;
import org.nifiquantum.engine.qasm.ast.Statement.Role;

/** Brings qubits, variables, constants, inputs, outputs and aliases into a scope. */
final class Declarations {
    private final Session session;

    Declarations(Session session) {
        this.session = session;
    }

    void qubits(Statement.QubitDeclaration declaration, Scope scope) {
        requireGlobal(declaration.place(), "qubits", scope);
        int size = declaration.size().isPresent()
                ? session.types().size(declaration.size().get(), "The size of a register", scope)
                : 1;
        int first = session.globals().addQubits(declaration.place(), size);
        List<Integer> indices = IntStream.range(first, first + size).boxed().toList();
        scope.declare(
                declaration.place(),
                declaration.name(),
                new Symbol.Qubits(indices, declaration.size().isEmpty()));
    }

    void declare(Statement.Declaration declaration, Scope scope) {
        Type type = session.types().resolve(declaration.type(), scope);
        switch (declaration.role()) {
            case INPUT -> input(declaration, type, scope);
            case CONSTANT -> constant(declaration, type, scope);
            case VARIABLE, OUTPUT -> variable(declaration, type, scope);
        }
    }

    void alias(Statement.Alias alias, Scope scope) {
        Symbol.Reference reference = session.references().resolve(alias.value(), scope);
        session.budget().step(alias.place());
        if (References.repeats(reference)) {
            throw new OpenQasmException(alias.place(), "alias '%s' names a qubit or bit twice".formatted(alias.name()));
        }
        scope.declare(alias.place(), alias.name(), reference);
    }

    /** Declares a variable with a value of its own. */
    Symbol.Reference variable(
            Place place, String name, Type type, Optional<Value> value, Place valuePlace, Scope scope) {
        Symbol.Reference symbol;
        if (type instanceof Type.Bits bits) {
            int firstBit = scope.isGlobal() ? session.globals().addBits(place, bits.size()) : BitMemory.NOT_IN_CIRCUIT;
            symbol = new Symbol.Bits(BitView.of(new BitMemory(bits.size(), firstBit)), bits.scalar());
        } else {
            symbol = new Symbol.Stored(new Cell(Types.zero(type), type), false);
        }
        value.ifPresent(
                first -> session.assignments().assign(symbol, new Expr.Name(valuePlace, name), first, valuePlace));
        scope.declare(place, name, symbol);
        return symbol;
    }

    private void variable(Statement.Declaration declaration, Type type, Scope scope) {
        Place place = declaration.place();
        if (declaration.role() == Role.OUTPUT) {
            requireGlobal(place, "outputs", scope);
        }
        Optional<Expr> first = declaration.value();
        boolean later =
                first.isPresent() && (first.get() instanceof Expr.ArrayLiteral || measuresBits(first.get(), type));
        Optional<Value> value = first.filter(expression -> !later)
                .map(expression -> session.evaluator().evaluateOrUnknown(expression, scope));
        Symbol.Reference symbol = variable(place, declaration.name(), type, value, place, scope);
        if (scope.isGlobal()) {
            session.globals()
                    .add(new Globals.Variable(declaration.name(), place, symbol, declaration.role() == Role.OUTPUT));
        }
        if (later && first.get() instanceof Expr.Measure measure) {
            Symbol.Qubits source = session.references().qubits(measure.qubits(), scope);
            session.measurements().into(symbol, new Expr.Name(place, declaration.name()), source, place);
        } else if (later && first.get() instanceof Expr.ArrayLiteral literal) {
            fill(symbol, literal, scope);
        }
    }

    /** Bits can take an outcome that is not known yet, so they are measured into once they exist. */
    private static boolean measuresBits(Expr value, Type type) {
        return value instanceof Expr.Measure && type instanceof Type.Bits;
    }

    private void constant(Statement.Declaration declaration, Type type, Scope scope) {
        Expr expression = declaration.value().orElseThrow();
        Value value;
        if (expression instanceof Expr.ArrayLiteral literal) {
            Symbol.Stored array = new Symbol.Stored(new Cell(Types.zero(type), type), false);
            fill(array, literal, scope);
            value = array.slot().get();
        } else {
            value = Conversions.assign(session.evaluator().evaluate(expression, scope), type, expression.place());
            requireClosed(value, expression);
        }
        scope.declare(declaration.place(), declaration.name(), Symbol.Stored.constant(type, value));
    }

    private static void requireClosed(Value value, Expr expression) {
        if (value instanceof Value.Real real && !real.expression().parameters().isEmpty()) {
            throw new OpenQasmException(
                    expression.place(),
                    "a constant cannot depend on the input %s"
                            .formatted(real.expression().parameters().iterator().next()));
        }
    }

    private void input(Statement.Declaration declaration, Type type, Scope scope) {
        Place place = declaration.place();
        requireGlobal(place, "inputs", scope);
        if (type instanceof Type.Array || type instanceof Type.Complex || type instanceof Type.Time) {
            throw new OpenQasmException(place, "inputs of type %s are not supported".formatted(type.text()));
        }
        session.globals().parameters().add(declaration.name());
        Value value = session.inputs().value(declaration.name(), type, place);
        scope.declare(place, declaration.name(), new Symbol.Stored(new Cell(value, type), true));
    }

    private void fill(Symbol.Reference target, Expr.ArrayLiteral literal, Scope scope) {
        if (!(target instanceof Symbol.Stored stored) || !(stored.slot().get() instanceof Value.Array array)) {
            throw new OpenQasmException(literal.place(), "a list in braces can only be the first value of an array");
        }
        fill(array.view(), literal, scope);
    }

    private void fill(ArrayView array, Expr.ArrayLiteral literal, Scope scope) {
        int size = array.dimensions().get(0);
        if (literal.items().size() != size) {
            throw new OpenQasmException(
                    literal.place(),
                    "%d elements are given, expected %d"
                            .formatted(literal.items().size(), size));
        }
        for (int index = 0; index < size; index++) {
            Expr item = literal.items().get(index);
            ArrayView row = array.row(index);
            if (item instanceof Expr.ArrayLiteral inner && !row.dimensions().isEmpty()) {
                fill(row, inner, scope);
                continue;
            }
            Value value = session.evaluator().evaluateOrUnknown(item, scope);
            if (row.dimensions().isEmpty()) {
                row.slot(0).set(Conversions.assign(value, array.type().element(), item.place()));
            } else if (value instanceof Value.Array source) {
                row.assign(source.view(), item.place());
            } else {
                throw new OpenQasmException(
                        item.place(),
                        "%s is given, expected %s"
                                .formatted(value.kind(), row.type().text()));
            }
        }
    }

    static void requireGlobal(Place place, String what, Scope scope) {
        if (!scope.isGlobal()) {
            throw new OpenQasmException(place, "%s can only be declared outside of all blocks".formatted(what));
        }
    }
}
