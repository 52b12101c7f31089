// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.circuit;

import org.nifiquantum.engine.circuit.Expression.Binary;
import org.nifiquantum.engine.circuit.Expression.Call;
import org.nifiquantum.engine.circuit.Expression.Constant;
import org.nifiquantum.engine.circuit.Expression.Negation;
import org.nifiquantum.engine.circuit.Expression.Parameter;

/** Prints expressions as OpenQASM 3 with the brackets that the precedence rules ask for, and no more. */
final class ExpressionPrinter {
    private static final int ATOM = 9;

    private ExpressionPrinter() {}

    static String print(Expression expression) {
        return switch (expression) {
            case Constant constant -> number(constant.value());
            case Parameter parameter -> parameter.name();
            case Negation negation -> "-" + bracket(negation.operand(), Arithmetic.NEGATION_PRECEDENCE);
            case Binary binary -> print(binary);
            case Call call -> call.function().identifier() + "(" + print(call.argument()) + ")";
        };
    }

    private static String print(Binary binary) {
        int precedence = binary.operator().precedence();
        boolean groupsRight = binary.operator() == Arithmetic.POWER;
        String left = bracket(binary.left(), groupsRight ? precedence + 1 : precedence);
        String right = bracket(binary.right(), groupsRight ? precedence : precedence + 1);
        return left + " " + binary.operator().symbol() + " " + right;
    }

    private static String bracket(Expression expression, int lowestPrecedence) {
        String text = print(expression);
        return precedence(expression) < lowestPrecedence ? "(" + text + ")" : text;
    }

    private static int precedence(Expression expression) {
        return switch (expression) {
            case Constant constant -> number(constant.value()).startsWith("-") ? Arithmetic.NEGATION_PRECEDENCE : ATOM;
            case Parameter parameter -> ATOM;
            case Negation negation -> Arithmetic.NEGATION_PRECEDENCE;
            case Binary binary -> binary.operator().precedence();
            case Call call -> ATOM;
        };
    }

    /** The shortest digits that read back as the same double; always with a point, so that it is no integer. */
    private static String number(double value) {
        return Double.toString(value);
    }
}
