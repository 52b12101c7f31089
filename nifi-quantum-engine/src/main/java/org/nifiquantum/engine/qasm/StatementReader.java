// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.nifiquantum.engine.circuit.Barrier;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.circuit.CircuitBuilder;
import org.nifiquantum.engine.circuit.Expression;
import org.nifiquantum.engine.circuit.GateOperation;
import org.nifiquantum.engine.circuit.Measurement;
import org.nifiquantum.engine.circuit.Operation;
import org.nifiquantum.engine.circuit.Register;
import org.nifiquantum.engine.qasm.OpenQasmParser.OperandContext;

/** Takes statements one by one and gathers the circuit they describe. */
final class StatementReader extends OpenQasmBaseVisitor<Void> {
    private final Scope scope;
    private final ExpressionReader expressions;
    private final OperandReader operands;
    private final List<Register> registers = new ArrayList<>();
    private final List<String> parameters = new ArrayList<>();
    private final List<Operation> operations = new ArrayList<>();
    private final BitSet measured = new BitSet();
    private int qubits;
    private int bits;
    private long expandedGates;

    StatementReader(Scope scope) {
        this.scope = scope;
        this.expressions = new ExpressionReader(scope);
        this.operands = new OperandReader(scope);
    }

    Circuit circuit() {
        CircuitBuilder builder = Circuit.builder(qubits);
        registers.forEach(register -> builder.register(register.name(), register.size()));
        parameters.forEach(builder::parameter);
        operations.forEach(builder::add);
        return builder.build();
    }

    @Override
    public Void visitInclude(OpenQasmParser.IncludeContext context) {
        String file = context.file.getText().substring(1, context.file.getText().length() - 1);
        String library = scope.version().library();
        if (!file.equals(library)) {
            throw Places.error(
                    context.file, "%s cannot be included, only \"%s\"".formatted(Places.text(context.file), library));
        }
        return null;
    }

    @Override
    public Void visitQubitDeclaration(OpenQasmParser.QubitDeclarationContext context) {
        int size = size(context.designator(), Limits.QUBITS - qubits, "qubits", Limits.QUBITS);
        scope.declare(context.name, new Symbol.Qubits(run(qubits, size), context.designator() == null));
        qubits += size;
        return null;
    }

    @Override
    public Void visitBitDeclaration(OpenQasmParser.BitDeclarationContext context) {
        int size = size(context.designator(), Limits.BITS - bits, "bits", Limits.BITS);
        Symbol.Bits register = new Symbol.Bits(run(bits, size), context.designator() == null);
        scope.declare(context.name, register);
        registers.add(new Register(context.name.getText(), bits, size));
        bits += size;
        if (context.operand() != null) {
            measure(context, context.operand(), register);
        }
        return null;
    }

    @Override
    public Void visitConstant(OpenQasmParser.ConstantContext context) {
        Value value = expressions.read(context.expression());
        boolean whole = context.type().INT() != null || context.type().UINT() != null;
        if (whole) {
            if (!(value instanceof Value.Whole)) {
                throw Places.error(
                        context.expression(),
                        "expected a whole number for a constant of type %s"
                                .formatted(context.type().getText()));
            }
        } else {
            Expression expression = value.toExpression();
            if (!expression.parameters().isEmpty()) {
                throw Places.error(
                        context.expression(),
                        "a constant cannot depend on the input %s"
                                .formatted(expression.parameters().iterator().next()));
            }
            value = new Value.Real(expression);
        }
        scope.declare(context.name, new Symbol.Quantity(value));
        return null;
    }

    @Override
    public Void visitInput(OpenQasmParser.InputContext context) {
        if (context.type().INT() != null || context.type().UINT() != null) {
            throw Places.error(
                    context.type(),
                    "inputs of type %s are not supported yet, only float and angle"
                            .formatted(context.type().getText()));
        }
        String name = context.name.getText();
        scope.declare(context.name, new Symbol.Quantity(new Value.Real(Expression.parameter(name))));
        parameters.add(name);
        return null;
    }

    @Override
    public Void visitVariable(OpenQasmParser.VariableContext context) {
        throw Places.error(
                context,
                "classical variables are not supported yet; write const %s %s"
                        .formatted(context.type().getText(), context.name.getText()));
    }

    @Override
    public Void visitAlias(OpenQasmParser.AliasContext context) {
        List<Integer> indices = new ArrayList<>();
        boolean quantum = operands.read(context.operand(0)) instanceof Symbol.Qubits;
        for (OperandContext operand : context.operand()) {
            indices.addAll(
                    quantum
                            ? operands.qubits(operand).indices()
                            : operands.bits(operand).indices());
        }
        if (new HashSet<>(indices).size() < indices.size()) {
            throw Places.error(context, "alias %s names a qubit or bit twice".formatted(Places.text(context.name)));
        }
        scope.declare(
                context.name,
                quantum
                        ? new Symbol.Qubits(List.copyOf(indices), false)
                        : new Symbol.Bits(List.copyOf(indices), false));
        return null;
    }

    @Override
    public Void visitGateDefinition(OpenQasmParser.GateDefinitionContext context) {
        scope.declare(context.name, GateReader.define(context, scope));
        return null;
    }

    @Override
    public Void visitOpaque(OpenQasmParser.OpaqueContext context) {
        scope.declare(context.name, new Symbol.OpaqueGate());
        return null;
    }

    @Override
    public Void visitCall(OpenQasmParser.CallContext context) {
        expandedGates += GateReader.read(context.gateCall(), scope, operation -> add(context.getStart(), operation));
        GateReader.requireExpandable(expandedGates, context.gateCall());
        return null;
    }

    @Override
    public Void visitBarrier(OpenQasmParser.BarrierContext context) {
        List<Integer> named = context.operands() == null
                ? run(0, qubits)
                : context.operands().operand().stream()
                        .flatMap(operand -> operands.qubits(operand).indices().stream())
                        .distinct()
                        .toList();
        add(context.getStart(), new Barrier(named));
        return null;
    }

    @Override
    public Void visitMeasureArrow(OpenQasmParser.MeasureArrowContext context) {
        if (context.operand().size() < 2) {
            throw Places.error(
                    context,
                    "this measurement keeps no result; write c = measure %s"
                            .formatted(context.operand(0).getText()));
        }
        measure(context, context.operand(0), operands.bits(context.operand(1)));
        return null;
    }

    @Override
    public Void visitMeasureAssignment(OpenQasmParser.MeasureAssignmentContext context) {
        measure(context, context.operand(1), operands.bits(context.operand(0)));
        return null;
    }

    private void measure(ParserRuleContext context, OperandContext measured, Symbol.Bits target) {
        Symbol.Qubits source = operands.qubits(measured);
        if (source.indices().size() != target.indices().size()) {
            throw Places.error(
                    context,
                    "%d qubits are measured into %d bits"
                            .formatted(source.indices().size(), target.indices().size()));
        }
        for (int index = 0; index < source.indices().size(); index++) {
            add(
                    context.getStart(),
                    new Measurement(
                            source.indices().get(index), target.indices().get(index)));
        }
    }

    private void add(Token place, Operation operation) {
        if (operations.size() == Limits.OPERATIONS) {
            throw Places.error(place, "the circuit has more than %d operations".formatted(Limits.OPERATIONS));
        }
        switch (operation) {
            case GateOperation gate -> requireUnmeasured(place, gate);
            case Measurement measurement -> measured.set(measurement.qubit());
            case Barrier barrier -> {}
        }
        operations.add(operation);
    }

    private void requireUnmeasured(Token place, GateOperation gate) {
        if (!scope.version().measuresAnywhere() && gate.qubits().stream().anyMatch(measured::get)) {
            throw Places.error(
                    place,
                    "gate %s acts on a qubit after its measurement, which is not supported yet"
                            .formatted(Places.text(place)));
        }
    }

    private int size(OpenQasmParser.DesignatorContext designator, int room, String what, int limit) {
        int size = designator == null
                ? 1
                : expressions.read(designator.expression()).toInt(designator, "The size of a register");
        if (designator != null && size < 1) {
            throw Places.error(designator, "a register needs at least 1 element, not %d".formatted(size));
        }
        if (size > room) {
            throw new IllegalArgumentException("the circuit has more than %d %s".formatted(limit, what));
        }
        return size;
    }

    private static List<Integer> run(int first, int size) {
        return IntStream.range(first, first + size).boxed().toList();
    }
}
