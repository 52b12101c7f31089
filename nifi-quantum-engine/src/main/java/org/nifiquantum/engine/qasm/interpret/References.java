// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm.interpret;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.nifiquantum.engine.qasm.OpenQasmException;
import org.nifiquantum.engine.qasm.ast.Expr;
import org.nifiquantum.engine.qasm.ast.Index;
import org.nifiquantum.engine.qasm.ast.Place;

/** Finds the qubits, bits or variables that an operand names, indices, ranges and sets included. */
final class References {
    private final Session session;

    References(Session session) {
        this.session = session;
    }

    /** Whether an expression names something rather than computing it. */
    static boolean isReference(Expr expression) {
        return switch (expression) {
            case Expr.Name name -> true;
            case Expr.PhysicalQubit qubit -> true;
            case Expr.Indexed indexed -> isReference(indexed.base());
            default -> false;
        };
    }

    Symbol.Reference resolve(Expr expression, Scope scope) {
        return switch (expression) {
            case Expr.Name name -> {
                Symbol symbol = scope.lookUp(name.place(), name.name());
                if (symbol instanceof Symbol.Reference reference) {
                    yield reference;
                }
                throw wrongKind(expression, symbol, "qubits, bits or a number");
            }
            case Expr.PhysicalQubit qubit ->
                new Symbol.Qubits(List.of(session.globals().physicalQubit(qubit.index())), true);
            case Expr.Indexed indexed -> {
                Symbol.Reference base = resolve(indexed.base(), scope);
                yield select(base, indexed, scope);
            }
            case Expr.Concatenation concatenation -> concatenate(concatenation, scope);
            default ->
                throw new OpenQasmException(expression.place(), "expected the name of qubits, bits or a variable");
        };
    }

    Symbol.Qubits qubits(Expr operand, Scope scope) {
        Symbol symbol =
                operand instanceof Expr.Name name ? scope.lookUp(name.place(), name.name()) : resolve(operand, scope);
        if (symbol instanceof Symbol.Qubits qubits) {
            return qubits;
        }
        throw wrongKind(operand, symbol, "qubits");
    }

    Value read(Symbol.Reference reference, Expr expression) {
        Place place = expression.place();
        return switch (reference) {
            case Symbol.Qubits qubits -> throw wrongKind(expression, qubits, "a number");
            case Symbol.Bits bits -> {
                session.budget().copy(place, bits.view().size());
                yield new Value.Bits(bits.view().read(place), bits.scalar());
            }
            case Symbol.Stored stored -> {
                Value value = stored.slot().get();
                if (value instanceof Value.Unknown unknown) {
                    throw new NotKnownException(place, unknown.reason());
                }
                yield value;
            }
            case Symbol.NumberBits bits ->
                Bits.select(Bits.of(bits.slot().get(), place), bits.positions(), bits.scalar());
        };
    }

    /** {@code sizeof(array, dimension)}, or of a register. */
    Value size(Expr.Call call, Scope scope) {
        if (call.arguments().isEmpty() || call.arguments().size() > 2) {
            throw new OpenQasmException(call.place(), "sizeof takes an array and the number of a dimension");
        }
        Expr subject = call.arguments().get(0);
        int dimension = call.arguments().size() < 2
                ? 0
                : Indices.size(
                        session.evaluator().evaluate(call.arguments().get(1), scope), call.place(), "A dimension");
        List<Integer> sizes = switch (resolve(subject, scope)) {
            case Symbol.Qubits qubits -> List.of(qubits.indices().size());
            case Symbol.Bits bits -> List.of(bits.view().size());
            case Symbol.NumberBits bits -> List.of(bits.positions().size());
            case Symbol.Stored stored -> {
                if (stored.slot().get() instanceof Value.Array array) {
                    yield array.view().dimensions();
                }
                throw wrongKind(subject, stored, "an array or a register");
            }
        };
        if (dimension < 0 || dimension >= sizes.size()) {
            throw new OpenQasmException(
                    call.place(), "there is no dimension %d, only %d".formatted(dimension, sizes.size()));
        }
        return Value.Whole.literal(sizes.get(dimension));
    }

    private Symbol.Reference select(Symbol.Reference base, Expr.Indexed indexed, Scope scope) {
        if (base instanceof Symbol.Stored stored && stored.slot().get() instanceof Value.Array array) {
            return element(stored, array.view(), indexed, scope);
        }
        Index index = indexed.indices().get(0);
        if (indexed.indices().size() > 1) {
            throw new OpenQasmException(indexed.place(), "%s has one index".formatted(describe(indexed.base())));
        }
        boolean scalar = index instanceof Index.Single;
        return switch (base) {
            case Symbol.Qubits qubits
            when !qubits.scalar() ->
                new Symbol.Qubits(
                        positions(index, qubits.indices().size(), indexed, scope).stream()
                                .map(qubits.indices()::get)
                                .toList(),
                        scalar);
            case Symbol.Bits bits
            when !bits.scalar() ->
                new Symbol.Bits(bits.view().select(positions(index, bits.view().size(), indexed, scope)), scalar);
            case Symbol.Stored stored
            when hasBits(stored.slot()) ->
                new Symbol.NumberBits(
                        stored.slot(), positions(index, width(stored.slot().type()), indexed, scope), scalar);
            default ->
                throw new OpenQasmException(
                        indexed.place(), "%s is %s and has no index".formatted(describe(indexed.base()), base.kind()));
        };
    }

    private List<Integer> positions(Index index, int size, Expr.Indexed indexed, Scope scope) {
        return session.indices().positions(index, size, describe(indexed.base()), scope);
    }

    private Symbol.Reference element(Symbol.Stored array, ArrayView view, Expr.Indexed indexed, Scope scope) {
        if (indexed.indices().size() > view.dimensions().size()) {
            throw new OpenQasmException(
                    indexed.place(),
                    "%s has %d dimensions, not %d"
                            .formatted(
                                    describe(indexed.base()),
                                    view.dimensions().size(),
                                    indexed.indices().size()));
        }
        ArrayView rest = view;
        boolean narrowed = false;
        for (Index index : indexed.indices()) {
            if (narrowed) {
                throw new OpenQasmException(index.place(), "only the last index of an array can be a range");
            }
            session.budget().copy(index.place(), rest.size());
            List<Integer> positions = positions(index, rest.dimensions().get(0), indexed, scope);
            narrowed = !(index instanceof Index.Single);
            rest = narrowed ? rest.rows(positions) : rest.row(positions.get(0));
        }
        if (rest.dimensions().isEmpty()) {
            return new Symbol.Stored(rest.slot(0), array.constant());
        }
        return new Symbol.Stored(new Cell(new Value.Array(rest), rest.type()), array.constant());
    }

    private static boolean hasBits(Slot slot) {
        return slot.type() instanceof Type.Whole
                || slot.type() instanceof Type.Angle
                || slot.type() instanceof Type.Bits;
    }

    private static int width(Type type) {
        return switch (type) {
            case Type.Whole whole -> whole.width();
            case Type.Angle angle -> angle.width();
            case Type.Bits bits -> bits.size();
            default -> throw new IllegalStateException("No bits in " + type);
        };
    }

    private Symbol.Reference concatenate(Expr.Concatenation concatenation, Scope scope) {
        List<Symbol.Reference> parts = new ArrayList<>();
        for (Expr part : concatenation.parts()) {
            parts.add(resolve(part, scope));
        }
        if (parts.stream().allMatch(Symbol.Qubits.class::isInstance)) {
            return new Symbol.Qubits(
                    joined(parts, part -> ((Symbol.Qubits) part).indices(), concatenation.place()), false);
        }
        if (parts.stream().allMatch(Symbol.Bits.class::isInstance)) {
            BitView joined = new BitView(
                    joined(parts, part -> ((Symbol.Bits) part).view().bits(), concatenation.place()));
            return new Symbol.Bits(joined, false);
        }
        throw new OpenQasmException(
                concatenation.place(),
                "++ joins qubits, or bits, not %s"
                        .formatted(parts.stream().map(Symbol::kind).distinct().collect(Collectors.joining(" and "))));
    }

    private <T> List<T> joined(
            List<Symbol.Reference> parts, Function<Symbol.Reference, List<T>> elements, Place place) {
        List<T> joined = new ArrayList<>();
        for (Symbol.Reference part : parts) {
            session.budget().steps(place, elements.apply(part).size());
            joined.addAll(elements.apply(part));
        }
        return List.copyOf(joined);
    }

    /** Whether an alias or an operand names something twice. */
    static boolean repeats(Symbol.Reference reference) {
        List<?> parts = switch (reference) {
            case Symbol.Qubits qubits -> qubits.indices();
            case Symbol.Bits bits -> bits.view().bits();
            case Symbol.NumberBits bits -> bits.positions();
            case Symbol.Stored stored -> List.of();
        };
        return new HashSet<>(parts).size() < parts.size();
    }

    static OpenQasmException wrongKind(Expr operand, Symbol symbol, String expected) {
        String remedy = symbol instanceof Symbol.Hidden ? "" : ", expected " + expected;
        return new OpenQasmException(operand.place(), "%s is %s%s".formatted(describe(operand), symbol.kind(), remedy));
    }

    static String describe(Expr expression) {
        return switch (expression) {
            case Expr.Name name -> "'" + name.name() + "'";
            case Expr.PhysicalQubit qubit -> "'$" + qubit.index() + "'";
            case Expr.Indexed indexed -> describe(indexed.base());
            default -> "the expression";
        };
    }
}
