// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.nifiquantum.engine.qasm.OpenQasmParser.BlockContext;
import org.nifiquantum.engine.qasm.OpenQasmParser.BodyContext;
import org.nifiquantum.engine.qasm.OpenQasmParser.NamesContext;
import org.nifiquantum.engine.qasm.ast.Block;
import org.nifiquantum.engine.qasm.ast.Expr;
import org.nifiquantum.engine.qasm.ast.Index;
import org.nifiquantum.engine.qasm.ast.Modifier;
import org.nifiquantum.engine.qasm.ast.Operator;
import org.nifiquantum.engine.qasm.ast.Parameter;
import org.nifiquantum.engine.qasm.ast.Statement;
import org.nifiquantum.engine.qasm.ast.Statement.Role;

/** Turns parsed statements into data. Includes vanish, since the libraries are built in. */
final class StatementBuilder extends OpenQasmBaseVisitor<Statement> {
    private final Version version;
    private final ExpressionBuilder expressions = new ExpressionBuilder();
    private final TypeBuilder types;

    StatementBuilder(Version version) {
        this.version = version;
        this.types = expressions.types();
    }

    /** The statement, or nothing where it only speaks to the reader. */
    Optional<Statement> build(OpenQasmParser.StatementContext statement) {
        return Optional.ofNullable(visit(statement));
    }

    @Override
    public Statement visitPlain(OpenQasmParser.PlainContext context) {
        return visit(context.plainStatement());
    }

    @Override
    public Statement visitInclude(OpenQasmParser.IncludeContext context) {
        String file = context.file.getText().substring(1, context.file.getText().length() - 1);
        if (!file.equals(version.library())) {
            throw Places.error(
                    context.file,
                    "%s cannot be included, only \"%s\"".formatted(Places.text(context.file), version.library()));
        }
        return null;
    }

    @Override
    public Statement visitCalibrationGrammar(OpenQasmParser.CalibrationGrammarContext context) {
        return null;
    }

    @Override
    public Statement visitQubitDeclaration(OpenQasmParser.QubitDeclarationContext context) {
        return new Statement.QubitDeclaration(
                Places.of(context.name), context.name.getText(), types.size(context.designator()));
    }

    @Override
    public Statement visitBitDeclaration(OpenQasmParser.BitDeclarationContext context) {
        return new Statement.Declaration(
                Places.of(context.name),
                Role.VARIABLE,
                types.bits(context, context.designator()),
                context.name.getText(),
                Optional.empty());
    }

    @Override
    public Statement visitConstant(OpenQasmParser.ConstantContext context) {
        return new Statement.Declaration(
                Places.of(context.name),
                Role.CONSTANT,
                types.type(context.type()),
                context.name.getText(),
                Optional.of(expressions.value(context.value())));
    }

    @Override
    public Statement visitInterface(OpenQasmParser.InterfaceContext context) {
        return new Statement.Declaration(
                Places.of(context.name),
                context.INPUT() != null ? Role.INPUT : Role.OUTPUT,
                types.type(context.type()),
                context.name.getText(),
                Optional.empty());
    }

    @Override
    public Statement visitVariable(OpenQasmParser.VariableContext context) {
        return new Statement.Declaration(
                Places.of(context.name),
                Role.VARIABLE,
                types.type(context.type()),
                context.name.getText(),
                Optional.ofNullable(context.value()).map(expressions::value));
    }

    @Override
    public Statement visitAlias(OpenQasmParser.AliasContext context) {
        return new Statement.Alias(Places.of(context.name), context.name.getText(), expressions.value(context.value()));
    }

    @Override
    public Statement visitGateDefinition(OpenQasmParser.GateDefinitionContext context) {
        return new Statement.GateDefinition(
                Places.of(context.name),
                context.name.getText(),
                names(context.parameters),
                names(context.qubits),
                block(context.block()));
    }

    @Override
    public Statement visitOpaque(OpenQasmParser.OpaqueContext context) {
        return new Statement.OpaqueGate(Places.of(context.name), context.name.getText());
    }

    @Override
    public Statement visitSubroutine(OpenQasmParser.SubroutineContext context) {
        List<Parameter> parameters =
                context.parameter().stream().map(types::parameter).toList();
        return new Statement.SubroutineDefinition(
                Places.of(context.name),
                context.name.getText(),
                parameters,
                Optional.ofNullable(context.type()).map(types::type),
                block(context.block()));
    }

    @Override
    public Statement visitExtern(OpenQasmParser.ExternContext context) {
        return new Statement.Extern(Places.of(context), context.name.getText());
    }

    @Override
    public Statement visitCall(OpenQasmParser.CallContext context) {
        return new Statement.Call(
                Places.of(context),
                context.modifier().stream().map(this::modifier).toList(),
                context.name.getText(),
                expressions.build(context.arguments()),
                expressions.build(context.operands()));
    }

    @Override
    public Statement visitBarrier(OpenQasmParser.BarrierContext context) {
        return new Statement.Barrier(Places.of(context), expressions.build(context.operands()));
    }

    @Override
    public Statement visitReset(OpenQasmParser.ResetContext context) {
        return new Statement.Reset(Places.of(context), expressions.operand(context.operand()));
    }

    @Override
    public Statement visitDelay(OpenQasmParser.DelayContext context) {
        return new Statement.Wait(
                Places.of(context), types.size(context.designator()), expressions.build(context.operands()));
    }

    @Override
    public Statement visitNop(OpenQasmParser.NopContext context) {
        return new Statement.Wait(Places.of(context), Optional.empty(), expressions.build(context.operands()));
    }

    @Override
    public Statement visitBox(OpenQasmParser.BoxContext context) {
        return new Statement.Box(Places.of(context), types.size(context.designator()), block(context.block()));
    }

    @Override
    public Statement visitMeasureArrow(OpenQasmParser.MeasureArrowContext context) {
        Optional<Expr> target =
                context.operand().size() < 2 ? Optional.empty() : Optional.of(expressions.operand(context.operand(1)));
        return new Statement.Measurement(Places.of(context), expressions.operand(context.operand(0)), target);
    }

    @Override
    public Statement visitAssign(OpenQasmParser.AssignContext context) {
        Expr target = expressions.operand(context.operand());
        Expr value = expressions.value(context.value());
        String symbol = context.assignment().getText();
        if (symbol.equals("=")) {
            return value instanceof Expr.Measure measure
                    ? new Statement.Measurement(Places.of(context), measure.qubits(), Optional.of(target))
                    : new Statement.Assignment(Places.of(context), target, Optional.empty(), value);
        }
        Operator operator = Operator.of(symbol.substring(0, symbol.length() - 1));
        return new Statement.Assignment(Places.of(context), target, Optional.of(operator), value);
    }

    @Override
    public Statement visitIf(OpenQasmParser.IfContext context) {
        // The parse tree looks for the k-th branch from the start, so all are asked for once.
        List<OpenQasmParser.ConditionContext> conditions = context.condition();
        List<BodyContext> bodies = context.body();
        List<Statement.Branch> branches = new ArrayList<>();
        for (int index = 0; index < conditions.size(); index++) {
            branches.add(new Statement.Branch(
                    expressions.build(conditions.get(index).expression()), body(bodies.get(index))));
        }
        return new Statement.If(
                Places.of(context),
                branches,
                Optional.ofNullable(context.otherwise()).map(this::otherwise));
    }

    @Override
    public Statement visitFor(OpenQasmParser.ForContext context) {
        return new Statement.For(
                Places.of(context),
                Optional.ofNullable(context.type()).map(types::type),
                context.name.getText(),
                set(context.forSet()),
                body(context.body()));
    }

    @Override
    public Statement visitWhile(OpenQasmParser.WhileContext context) {
        return new Statement.While(
                Places.of(context), expressions.build(context.condition().expression()), body(context.body()));
    }

    @Override
    public Statement visitSwitch(OpenQasmParser.SwitchContext context) {
        List<Statement.Case> cases = new ArrayList<>();
        Optional<Block> otherwise = Optional.empty();
        for (OpenQasmParser.SwitchCaseContext branch : context.switchCase()) {
            if (otherwise.isPresent()) {
                throw Places.error(branch, "nothing can follow the default of a switch");
            }
            if (branch.DEFAULT() != null) {
                otherwise = Optional.of(block(branch.block()));
            } else {
                List<Expr> labels =
                        branch.expression().stream().map(expressions::build).toList();
                cases.add(new Statement.Case(labels, block(branch.block())));
            }
        }
        return new Statement.Switch(Places.of(context), expressions.build(context.expression()), cases, otherwise);
    }

    @Override
    public Statement visitJump(OpenQasmParser.JumpContext context) {
        if (context.BREAK() != null) {
            return new Statement.Break(Places.of(context));
        }
        return context.CONTINUE() != null
                ? new Statement.Continue(Places.of(context))
                : new Statement.End(Places.of(context));
    }

    @Override
    public Statement visitReturn(OpenQasmParser.ReturnContext context) {
        return new Statement.Return(
                Places.of(context), Optional.ofNullable(context.value()).map(expressions::value));
    }

    private Modifier modifier(OpenQasmParser.ModifierContext context) {
        return new Modifier(
                Places.of(context),
                Modifier.Kind.valueOf(context.word.getText().toUpperCase(Locale.ROOT)),
                Optional.ofNullable(context.expression()).map(expressions::build));
    }

    private Statement.ForSet set(OpenQasmParser.ForSetContext set) {
        if (set.range() != null) {
            return new Statement.ForSet.Indices(expressions.range(set.range()));
        }
        if (set.LEFT_CURLY() == null) {
            return new Statement.ForSet.Elements(expressions.build(set.expression(0)));
        }
        return new Statement.ForSet.Indices(new Index.Set(
                Places.of(set),
                set.expression().stream().map(expressions::build).toList()));
    }

    private Block block(BlockContext block) {
        List<Statement> statements = new ArrayList<>();
        block.statement().forEach(statement -> build(statement).ifPresent(statements::add));
        return new Block(statements);
    }

    private Block body(BodyContext body) {
        return body.block() != null
                ? block(body.block())
                : new Block(build(body.statement()).stream().toList());
    }

    private Block otherwise(OpenQasmParser.OtherwiseContext otherwise) {
        return otherwise.block() != null
                ? block(otherwise.block())
                : new Block(Optional.ofNullable(visit(otherwise.plainStatement())).stream()
                        .toList());
    }

    private static List<Expr.Name> names(NamesContext names) {
        return names == null
                ? List.of()
                : names.IDENTIFIER().stream()
                        .map(name -> new Expr.Name(Places.of(name.getSymbol()), name.getText()))
                        .toList();
    }
}
