// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nifiquantum.engine.circuit.Arithmetic;
import org.nifiquantum.engine.circuit.BitString;
import org.nifiquantum.engine.qasm.OpenQasmException;
import org.nifiquantum.engine.qasm.ast.Expr;
import org.nifiquantum.engine.qasm.ast.Index;
import org.nifiquantum.engine.qasm.ast.Operator;
import org.nifiquantum.engine.qasm.ast.Place;

/** Gives expressions their value. */
final class Evaluator {
    private final Session session;
    private final Operators operators;
    private final Functions functions;

    Evaluator(Session session) {
        this.session = session;
        this.operators = new Operators(session.dialect().wholeNumbers());
        this.functions = new Functions(operators);
    }

    /** The value; whatever cannot be computed is an error at the place of the expression. */
    Value evaluate(Expr expression, Scope scope) {
        session.budget().enter(expression.place(), 1);
        try {
            return value(expression, scope);
        } catch (ArithmeticException e) {
            throw new OpenQasmException(expression.place(), e.getMessage());
        } finally {
            session.budget().leave(1);
        }
    }

    /** As {@link #evaluate}; while a program is only checked, what is not known is a value of its own. */
    Value evaluateOrUnknown(Expr expression, Scope scope) {
        try {
            return evaluate(expression, scope);
        } catch (NotKnownException e) {
            return session.unknown(e);
        }
    }

    /** Whether a condition holds; empty if that is not known and the program is only checked. */
    Optional<Boolean> condition(Expr expression, Scope scope) {
        try {
            return Optional.of(Conversions.toTruth(evaluate(expression, scope), expression.place()));
        } catch (NotKnownException e) {
            session.unknown(e);
            return Optional.empty();
        }
    }

    Value combine(Operator operator, Value left, Value right, Place place) {
        try {
            return operators.binary(operator, left, right, place);
        } catch (ArithmeticException e) {
            throw new OpenQasmException(place, e.getMessage());
        }
    }

    private Value value(Expr expression, Scope scope) {
        return switch (expression) {
            case Expr.Whole whole ->
                whole.unsigned()
                        ? new Value.Whole(whole.value(), new Type.Whole(Type.DEFAULT_WIDTH, false))
                        : Value.Whole.literal(whole.value());
            case Expr.Real real -> Value.Real.of(real.value());
            case Expr.Imaginary imaginary -> new Value.Complex(0, imaginary.value());
            case Expr.Truth truth -> new Value.Bool(truth.value());
            case Expr.Bits bits -> new Value.Bits(BitString.parse(bits.digits()), false);
            case Expr.Time time -> new Value.Time();
            case Expr.Name name -> read(name, scope);
            case Expr.PhysicalQubit qubit -> read(qubit, scope);
            case Expr.Indexed indexed ->
                References.isReference(indexed) ? read(indexed, scope) : indexed(indexed, scope);
            case Expr.Unary unary -> operators.unary(unary.operator(), evaluate(unary.operand(), scope), unary.place());
            case Expr.Binary binary -> binary(binary, scope);
            case Expr.Call call -> call(call, scope);
            case Expr.Cast cast ->
                Conversions.cast(
                        evaluate(cast.operand(), scope), session.types().resolve(cast.type(), scope), cast.place());
            case Expr.Concatenation concatenation -> concatenate(concatenation, scope);
            case Expr.Measure measure -> session.measurements().value(measure, scope);
            case Expr.ArrayLiteral array ->
                throw new OpenQasmException(array.place(), "a list in braces can only be the first value of an array");
        };
    }

    private Value read(Expr expression, Scope scope) {
        Symbol.Reference reference = session.references().resolve(expression, scope);
        return session.references().read(reference, expression);
    }

    private Value indexed(Expr.Indexed indexed, Scope scope) {
        Value base = evaluate(indexed.base(), scope);
        if (indexed.indices().size() > 1) {
            throw new OpenQasmException(indexed.place(), "%s has one index".formatted(base.kind()));
        }
        return select(base, indexed.indices().get(0), indexed.place(), scope);
    }

    /** Some bits of a value. */
    private Value select(Value base, Index index, Place place, Scope scope) {
        BitString bits = Bits.of(base, place);
        List<Integer> positions = session.indices().positions(index, bits.length(), base.kind(), scope);
        return Bits.select(bits, positions, index instanceof Index.Single);
    }

    private Value binary(Expr.Binary binary, Scope scope) {
        Value left = evaluate(binary.left(), scope);
        boolean or = binary.operator() == Operator.LOGICAL_OR;
        if (or || binary.operator() == Operator.LOGICAL_AND) {
            boolean first = Conversions.toTruth(left, binary.left().place());
            return new Value.Bool(
                    first == or
                            ? first
                            : Conversions.toTruth(
                                    evaluate(binary.right(), scope),
                                    binary.right().place()));
        }
        return operators.binary(binary.operator(), left, evaluate(binary.right(), scope), binary.place());
    }

    private Value call(Expr.Call call, Scope scope) {
        Optional<Symbol> symbol = scope.find(call.function());
        if (symbol.isPresent() && symbol.get() instanceof Symbol.Subroutine subroutine) {
            return session.subroutines()
                    .call(subroutine, call.arguments(), scope, call.place())
                    .orElseThrow(() -> new OpenQasmException(
                            call.place(), "subroutine '%s' gives no value".formatted(call.function())));
        }
        if (call.function().equals("sizeof")) {
            return session.references().size(call, scope);
        }
        List<Value> arguments = new ArrayList<>();
        for (Expr argument : call.arguments()) {
            arguments.add(
                    Functions.takesRealNumber(call.function())
                            ? evaluateReal(argument, call.function(), scope)
                            : evaluate(argument, scope));
        }
        return functions.call(call.function(), arguments, call.place());
    }

    /**
     * The value of an expression where only real numbers have a meaning. There the quotient of whole numbers is not cut, as in
     * {@code pow(1/2) @ x} of the language's own library and {@code arccos(3/5)} of its examples, though anywhere else
     * {@code 3/5} is 0.
     *
     * @param user what takes the number, for the note that says so
     */
    Value evaluateReal(Expr expression, String user, Scope scope) {
        if (!session.dialect().wholeNumbers()
                || !(expression instanceof Expr.Binary quotient)
                || quotient.operator() != Operator.DIVIDE) {
            return evaluate(expression, scope);
        }
        Value left = evaluate(quotient.left(), scope);
        Value right = evaluate(quotient.right(), scope);
        if (left instanceof Value.Whole dividend
                && right instanceof Value.Whole divisor
                && divisor.number() != 0
                && dividend.number() % divisor.number() != 0) {
            session.note(
                    quotient.place(),
                    "the quotient of whole numbers in %s(...) is taken as a real number".formatted(user));
            return Value.Real.of(Arithmetic.DIVIDE.apply(dividend.toDouble(), divisor.toDouble()));
        }
        return combine(Operator.DIVIDE, left, right, quotient.place());
    }

    private static long size(Value value) {
        return switch (value) {
            case Value.Bits bits -> bits.size();
            case Value.Array array -> array.view().size();
            default -> 1;
        };
    }

    private Value concatenate(Expr.Concatenation concatenation, Scope scope) {
        List<Value> parts = new ArrayList<>();
        for (Expr part : concatenation.parts()) {
            parts.add(evaluate(part, scope));
        }
        session.budget()
                .steps(
                        concatenation.place(),
                        parts.stream().mapToLong(Evaluator::size).sum());
        if (parts.stream().allMatch(Value.Array.class::isInstance)) {
            ArrayView joined = ((Value.Array) parts.get(0)).view();
            for (Value part : parts.subList(1, parts.size())) {
                joined = joined.followedBy(((Value.Array) part).view());
            }
            return new Value.Array(joined);
        }
        if (!parts.stream().allMatch(Value.Bits.class::isInstance)) {
            throw new OpenQasmException(concatenation.place(), "++ joins registers of bits, or arrays");
        }
        return Bits.join(parts.stream().map(Value.Bits.class::cast).toList());
    }
}
