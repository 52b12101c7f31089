// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm;

import org.antlr.v4.runtime.ParserRuleContext;
import org.nifiquantum.engine.circuit.Expression;

/** What an expression stands for. Whole numbers are kept apart, since OpenQASM divides them without a rest. */
sealed interface Value {

    /** A whole number, known when the source is read. */
    record Whole(long number) implements Value {}

    /** A real number, perhaps dependent on inputs. */
    record Real(Expression expression) implements Value {}

    default Expression toExpression() {
        return switch (this) {
            case Whole whole -> Expression.constant((double) whole.number());
            case Real real -> real.expression();
        };
    }

    /** The whole number, where nothing else will do. */
    default int toInt(ParserRuleContext place, String what) {
        return switch (this) {
            case Whole whole -> {
                if (whole.number() != (int) whole.number()) {
                    throw Places.error(place, "%s is too large: %d".formatted(what, whole.number()));
                }
                yield (int) whole.number();
            }
            case Real real ->
                throw Places.error(
                        place,
                        "%s must be a whole number known when the source is read, not %s"
                                .formatted(what, real.expression()));
        };
    }
}
