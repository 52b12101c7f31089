// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.nifiquantum.engine.qasm.OpenQasmParser.ExpressionContext;
import org.nifiquantum.engine.qasm.OpenQasmParser.IndicesContext;
import org.nifiquantum.engine.qasm.OpenQasmParser.OperandContext;
import org.nifiquantum.engine.qasm.ast.Expr;
import org.nifiquantum.engine.qasm.ast.Index;
import org.nifiquantum.engine.qasm.ast.Operator;

/** Turns parsed expressions into data; literals get their values here. */
final class ExpressionBuilder extends OpenQasmBaseVisitor<Expr> {
    private final TypeBuilder types = new TypeBuilder(this);

    TypeBuilder types() {
        return types;
    }

    Expr build(ExpressionContext expression) {
        return visit(expression);
    }

    List<Expr> build(OpenQasmParser.ArgumentsContext arguments) {
        return arguments == null
                ? List.of()
                : arguments.expression().stream().map(this::build).toList();
    }

    List<Expr> build(OpenQasmParser.OperandsContext operands) {
        return operands == null
                ? List.of()
                : operands.operand().stream().map(this::operand).toList();
    }

    Expr operand(OperandContext operand) {
        if (operand.PHYSICAL() != null) {
            return physical(operand.PHYSICAL().getSymbol());
        }
        Expr result = new Expr.Name(Places.of(operand.name), operand.name.getText());
        for (IndicesContext indices : operand.indices()) {
            result = new Expr.Indexed(Places.of(operand), result, indices(indices));
        }
        return result;
    }

    Expr value(OpenQasmParser.ValueContext value) {
        if (value.operand() != null) {
            return new Expr.Measure(Places.of(value), operand(value.operand()));
        }
        if (value.arrayLiteral() != null) {
            return array(value.arrayLiteral());
        }
        List<Expr> parts = value.expression().stream().map(this::build).toList();
        return parts.size() == 1 ? parts.get(0) : new Expr.Concatenation(Places.of(value), parts);
    }

    List<Index> indices(IndicesContext context) {
        if (!context.expression().isEmpty()) {
            return List.of(new Index.Set(
                    Places.of(context),
                    context.expression().stream().map(this::build).toList()));
        }
        List<Index> indices = new ArrayList<>();
        for (OpenQasmParser.IndexContext index : context.index()) {
            indices.add(
                    index.range() != null
                            ? range(index.range())
                            : new Index.Single(Places.of(index), build(index.expression())));
        }
        return indices;
    }

    Index range(OpenQasmParser.RangeContext range) {
        return new Index.Range(
                Places.of(range),
                Optional.ofNullable(range.from).map(this::build),
                Optional.ofNullable(range.step).map(this::build),
                Optional.ofNullable(range.to).map(this::build));
    }

    @Override
    public Expr visitBracket(OpenQasmParser.BracketContext context) {
        return build(context.expression());
    }

    @Override
    public Expr visitIndexed(OpenQasmParser.IndexedContext context) {
        return new Expr.Indexed(Places.of(context), build(context.expression()), indices(context.indices()));
    }

    @Override
    public Expr visitUnary(OpenQasmParser.UnaryContext context) {
        return new Expr.Unary(Places.of(context), Operator.of(context.operator.getText()), build(context.expression()));
    }

    @Override
    public Expr visitBinary(OpenQasmParser.BinaryContext context) {
        // In version 2 the power is written ^, which the token guard has given the type of **.
        Operator operator = context.operator.getType() == OpenQasmParser.POWER
                ? Operator.POWER
                : Operator.of(context.operator.getText());
        return new Expr.Binary(
                Places.of(context), operator, build(context.expression(0)), build(context.expression(1)));
    }

    @Override
    public Expr visitCast(OpenQasmParser.CastContext context) {
        return new Expr.Cast(Places.of(context), types.type(context.type()), build(context.expression()));
    }

    @Override
    public Expr visitDurationOf(OpenQasmParser.DurationOfContext context) {
        return new Expr.Time(Places.of(context));
    }

    @Override
    public Expr visitFunction(OpenQasmParser.FunctionContext context) {
        return new Expr.Call(Places.of(context), context.function.getText(), build(context.arguments()));
    }

    @Override
    public Expr visitAtom(OpenQasmParser.AtomContext context) {
        Token token = ((TerminalNode) context.getChild(0)).getSymbol();
        return switch (token.getType()) {
            case OpenQasmParser.PHYSICAL -> physical(token);
            case OpenQasmParser.TIMING -> new Expr.Time(Places.of(token));
            case OpenQasmParser.IDENTIFIER -> new Expr.Name(Places.of(token), token.getText());
            default -> Literals.read(token);
        };
    }

    /** The number behind the sign, if it can be that of a qubit. */
    static Optional<Integer> physicalQubit(Token token) {
        try {
            return Optional.of(Integer.parseInt(token.getText().substring(1)));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Expr physical(Token token) {
        int number = physicalQubit(token)
                .orElseThrow(() -> Places.error(token, "%s is no qubit of any machine".formatted(Places.text(token))));
        return new Expr.PhysicalQubit(Places.of(token), number);
    }

    private Expr array(OpenQasmParser.ArrayLiteralContext literal) {
        return new Expr.ArrayLiteral(
                Places.of(literal),
                literal.arrayItem().stream()
                        .map(item -> item.expression() != null ? build(item.expression()) : array(item.arrayLiteral()))
                        .toList());
    }
}
