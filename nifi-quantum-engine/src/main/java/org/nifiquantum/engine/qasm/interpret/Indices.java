// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm.interpret;

import java.util.AbstractList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.nifiquantum.engine.qasm.OpenQasmException;
import org.nifiquantum.engine.qasm.ast.Expr;
import org.nifiquantum.engine.qasm.ast.Index;
import org.nifiquantum.engine.qasm.ast.Place;

/** Finds the positions that an index names. */
final class Indices {
    private final Evaluator evaluator;
    private final Budget budget;
    private final boolean negative;

    /**
     * Indices of a version of the language.
     *
     * @param negative whether an index below 0 counts from the end
     */
    Indices(Evaluator evaluator, Budget budget, boolean negative) {
        this.evaluator = evaluator;
        this.budget = budget;
        this.negative = negative;
    }

    /** The positions in something of a size, which messages call {@code what}. */
    List<Integer> positions(Index index, int size, String what, Scope scope) {
        return switch (index) {
            case Index.Single single -> List.of(position(single.position(), size, what, scope));
            case Index.Set set ->
                set.positions().stream()
                        .map(expression -> position(expression, size, what, scope))
                        .toList();
            case Index.Range range -> range(range, size, what, scope);
        };
    }

    /** The whole numbers of a range that stands on its own, both ends included; none is kept in memory. */
    List<Value> numbers(Index.Range range, Scope scope) {
        if (range.from().isEmpty() || range.to().isEmpty()) {
            throw new OpenQasmException(range.place(), "the range of a loop needs a start and an end");
        }
        long from = number(range.from().get(), scope);
        long step = step(range, scope);
        int size = size(from, step, number(range.to().get(), scope), range.place());
        return new AbstractList<>() {
            @Override
            public Value get(int index) {
                return Value.Whole.literal(from + index * step);
            }

            @Override
            public int size() {
                return size;
            }
        };
    }

    private static int size(long from, long step, long to, Place place) {
        if (step > 0 ? from > to : from < to) {
            return 0;
        }
        // Both differences are right as unsigned numbers.
        long steps = step > 0 ? Long.divideUnsigned(to - from, step) : Long.divideUnsigned(from - to, -step);
        if (Long.compareUnsigned(steps, Limits.STEPS) >= 0) {
            throw new OpenQasmException(place, "the range has more than %d elements".formatted(Limits.STEPS));
        }
        return (int) steps + 1;
    }

    /** {@code a:b} and {@code a:step:b} include b. */
    private List<Integer> range(Index.Range range, int size, String what, Scope scope) {
        long step = step(range, scope);
        int from = end(range.from(), step > 0 ? 0 : size - 1, size, what, scope);
        int to = end(range.to(), step > 0 ? size - 1 : 0, size, what, scope);
        int count = size(from, step, to, range.place());
        budget.steps(range.place(), count);
        return IntStream.range(0, count)
                .map(position -> (int) (from + position * step))
                .boxed()
                .toList();
    }

    private int end(Optional<Expr> expression, int otherwise, int size, String what, Scope scope) {
        return expression.isPresent() ? position(expression.get(), size, what, scope) : otherwise;
    }

    private long step(Index.Range range, Scope scope) {
        long step = range.step().isPresent() ? number(range.step().get(), scope) : 1;
        if (step == 0) {
            throw new OpenQasmException(range.place(), "the step of a range cannot be 0");
        }
        return step;
    }

    private int position(Expr expression, int size, String what, Scope scope) {
        long index = number(expression, scope);
        long lowest = negative ? -size : 0;
        if (index < lowest || index >= size) {
            throw new OpenQasmException(
                    expression.place(), "index %d is outside %s of size %d".formatted(index, what, size));
        }
        return (int) (index < 0 ? index + size : index);
    }

    private long number(Expr expression, Scope scope) {
        return whole(evaluator.evaluate(expression, scope), expression.place(), "An index");
    }

    /** The whole number, where nothing else will do. */
    static long whole(Value value, Place place, String what) {
        return switch (value) {
            case Value.Whole whole
            when !whole.type().signed() && whole.number() < 0 ->
                throw new OpenQasmException(place, "%s is too large: %s".formatted(what, whole));
            case Value.Whole whole -> whole.number();
            case Value.Bool bool -> bool.truth() ? 1 : 0;
            case Value.Bits bits when bits.scalar() -> bits.bits().ones();
            case Value.Unknown unknown -> throw new NotKnownException(place, unknown.reason());
            default ->
                throw new OpenQasmException(
                        place,
                        "%s must be a whole number known when the source is read, not %s"
                                .formatted(what, value instanceof Value.Real real ? real.expression() : value.kind()));
        };
    }

    static int size(Value value, Place place, String what) {
        long size = whole(value, place, what);
        if (size != (int) size) {
            throw new OpenQasmException(place, "%s is too large: %d".formatted(what, size));
        }
        return (int) size;
    }
}
