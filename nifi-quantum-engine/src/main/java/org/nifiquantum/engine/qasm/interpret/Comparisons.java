// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm.interpret;

import org.nifiquantum.engine.qasm.ast.Operator;
import org.nifiquantum.engine.qasm.ast.Place;

/** Compares values; bits beside a number count as the unsigned number that they write. */
final class Comparisons {
    private Comparisons() {}

    static boolean compare(Operator operator, Value left, Value right, Place place) {
        if (left instanceof Value.Complex || right instanceof Value.Complex) {
            boolean same = Conversions.toComplex(left, place).equals(Conversions.toComplex(right, place));
            return switch (operator) {
                case EQUAL -> same;
                case NOT_EQUAL -> !same;
                default -> throw Operators.undefined(operator, left, right, place);
            };
        }
        return holds(operator, order(operator, left, right, place));
    }

    private static int order(Operator operator, Value left, Value right, Place place) {
        if (left instanceof Value.Bits first && right instanceof Value.Bits second) {
            if (first.size() != second.size()) {
                throw Operators.undefined(operator, left, right, place);
            }
            return first.bits().compareTo(second.bits());
        }
        if (left instanceof Value.Angle first && right instanceof Value.Angle second) {
            return Angles.compare(first, second);
        }
        if (left instanceof Value.Time || right instanceof Value.Time) {
            throw Operators.undefined(operator, left, right, place);
        }
        Value first = Operators.asNumber(left, place);
        Value second = Operators.asNumber(right, place);
        if (first instanceof Value.Whole one && second instanceof Value.Whole other) {
            return WholeNumbers.compare(one, other);
        }
        return Double.compare(number(first, place), number(second, place));
    }

    private static double number(Value value, Place place) {
        // Adding 0 makes -0 equal to 0.
        return Conversions.number(Conversions.toReal(value, new Type.Real(Type.DEFAULT_WIDTH), place), place) + 0.0;
    }

    private static boolean holds(Operator operator, int order) {
        return switch (operator) {
            case LESS -> order < 0;
            case GREATER -> order > 0;
            case LESS_OR_EQUAL -> order <= 0;
            case GREATER_OR_EQUAL -> order >= 0;
            case EQUAL -> order == 0;
            case NOT_EQUAL -> order != 0;
            default -> throw new IllegalStateException("Not a comparison: " + operator);
        };
    }
}
