// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm;

import java.util.List;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.nifiquantum.engine.circuit.Arithmetic;
import org.nifiquantum.engine.circuit.Expression;
import org.nifiquantum.engine.circuit.MathFunction;
import org.nifiquantum.engine.qasm.OpenQasmParser.ExpressionContext;
import org.nifiquantum.engine.qasm.Value.Real;
import org.nifiquantum.engine.qasm.Value.Whole;

/** Gives expressions their value. */
final class ExpressionReader extends OpenQasmBaseVisitor<Value> {
    private final Scope scope;

    ExpressionReader(Scope scope) {
        this.scope = scope;
    }

    /** The value; whatever cannot be computed is an error at the place of the expression. */
    Value read(ExpressionContext expression) {
        try {
            return visit(expression);
        } catch (ArithmeticException e) {
            throw Places.error(expression, e.getMessage());
        }
    }

    List<Expression> readAll(List<ExpressionContext> expressions) {
        return expressions.stream()
                .map(expression -> read(expression).toExpression())
                .toList();
    }

    @Override
    public Value visitBracket(OpenQasmParser.BracketContext context) {
        return visit(context.expression());
    }

    @Override
    public Value visitNegation(OpenQasmParser.NegationContext context) {
        return switch (visit(context.expression())) {
            case Whole whole -> new Whole(Math.negateExact(whole.number()));
            case Real real -> new Real(real.expression().negate());
        };
    }

    @Override
    public Value visitBinary(OpenQasmParser.BinaryContext context) {
        return combine(operator(context), visit(context.expression(0)), visit(context.expression(1)));
    }

    @Override
    public Value visitFunction(OpenQasmParser.FunctionContext context) {
        List<Value> arguments = context.arguments() == null
                ? List.of()
                : context.arguments().expression().stream().map(this::visit).toList();
        String name = context.function.getText();
        return switch (name) {
            case "mod" -> binary(context, Arithmetic.REMAINDER, arguments);
            case "pow" -> binary(context, Arithmetic.POWER, arguments);
            default -> {
                MathFunction function = MathFunction.named(name)
                        .orElseThrow(() -> Places.error(
                                context, "%s is not a known function".formatted(Places.text(context.function))));
                requireArguments(context, arguments, 1);
                yield new Real(Expression.function(function, arguments.get(0).toExpression()));
            }
        };
    }

    @Override
    public Value visitReference(OpenQasmParser.ReferenceContext context) {
        Token name = context.IDENTIFIER().getSymbol();
        Symbol symbol = scope.lookUp(name);
        if (symbol instanceof Symbol.Quantity number) {
            return number.value();
        }
        throw Places.error(name, "%s is %s, expected a number".formatted(Places.text(name), symbol.kind()));
    }

    @Override
    public Value visitNumber(OpenQasmParser.NumberContext context) {
        Token token = ((TerminalNode) context.getChild(0)).getSymbol();
        String text = token.getText().replace("_", "");
        try {
            return switch (token.getType()) {
                case OpenQasmParser.DECIMAL -> new Real(Expression.constant(Double.parseDouble(text)));
                case OpenQasmParser.BASED_INTEGER -> new Whole(Long.parseLong(text.substring(2), radix(text)));
                default -> new Whole(Long.parseLong(text));
            };
        } catch (NumberFormatException e) {
            throw Places.error(token, "%s is too large for a whole number of 64 bits".formatted(Places.text(token)));
        }
    }

    private Value combine(Arithmetic operator, Value left, Value right) {
        if (scope.version().computesWithWholeNumbers()
                && left instanceof Whole first
                && right instanceof Whole second) {
            if (operator != Arithmetic.POWER) {
                return new Whole(whole(operator, first.number(), second.number()));
            }
            if (second.number() >= 0) {
                return new Whole(wholePower(first.number(), second.number()));
            }
        }
        return new Real(operator.combine(left.toExpression(), right.toExpression()));
    }

    private static long whole(Arithmetic operator, long left, long right) {
        return switch (operator) {
            case PLUS -> Math.addExact(left, right);
            case MINUS -> Math.subtractExact(left, right);
            case TIMES -> Math.multiplyExact(left, right);
            case DIVIDE -> left / right;
            case REMAINDER -> left % right;
            case POWER -> throw new IllegalStateException("Powers are not made here");
        };
    }

    private static long wholePower(long base, long exponent) {
        if (Math.abs(base) <= 1) {
            return exponent == 0 || (base < 0 && exponent % 2 == 0) ? 1 : base;
        }
        long power = 1;
        for (long step = 0; step < exponent; step++) {
            // Overflows, and so ends, after at most 63 steps.
            power = Math.multiplyExact(power, base);
        }
        return power;
    }

    private Value binary(OpenQasmParser.FunctionContext context, Arithmetic operator, List<Value> arguments) {
        requireArguments(context, arguments, 2);
        return combine(operator, arguments.get(0), arguments.get(1));
    }

    private static void requireArguments(OpenQasmParser.FunctionContext context, List<Value> arguments, int expected) {
        if (arguments.size() != expected) {
            throw Places.error(
                    context,
                    "%s takes %d arguments, not %d".formatted(context.function.getText(), expected, arguments.size()));
        }
    }

    private static Arithmetic operator(OpenQasmParser.BinaryContext context) {
        if (context.operator == null) {
            return Arithmetic.POWER;
        }
        return switch (context.operator.getType()) {
            case OpenQasmParser.PLUS -> Arithmetic.PLUS;
            case OpenQasmParser.MINUS -> Arithmetic.MINUS;
            case OpenQasmParser.TIMES -> Arithmetic.TIMES;
            case OpenQasmParser.DIVIDE -> Arithmetic.DIVIDE;
            default -> Arithmetic.REMAINDER;
        };
    }

    private static int radix(String text) {
        return switch (text.charAt(1)) {
            case 'x', 'X' -> 16;
            case 'o' -> 8;
            default -> 2;
        };
    }
}
