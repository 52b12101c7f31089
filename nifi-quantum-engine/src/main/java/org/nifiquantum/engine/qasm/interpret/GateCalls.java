// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm.interpret;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.nifiquantum.engine.circuit.DefinedGate;
import org.nifiquantum.engine.circuit.Expression;
import org.nifiquantum.engine.circuit.Gate;
import org.nifiquantum.engine.qasm.OpenQasmException;
import org.nifiquantum.engine.qasm.ast.Expr;
import org.nifiquantum.engine.qasm.ast.Statement;

/** Defines and calls gates. */
final class GateCalls {
    private final Session session;
    private String underDefinition = "";

    GateCalls(Session session) {
        this.session = session;
    }

    /** Brings a gate into scope; it knows the gates defined before it, so it cannot call itself. */
    void define(Statement.GateDefinition definition, Scope global) {
        Declarations.requireGlobal(definition.place(), "gates", global);
        Scope scope = global.innerOfGate();
        for (Expr.Name parameter : definition.parameters()) {
            scope.declare(parameter.place(), parameter.name(), Symbol.number(Expression.parameter(parameter.name())));
        }
        for (int index = 0; index < definition.qubits().size(); index++) {
            Expr.Name qubit = definition.qubits().get(index);
            scope.declare(qubit.place(), qubit.name(), new Symbol.Qubits(List.of(index), true));
        }
        GateBodyTarget body = new GateBodyTarget(definition.name());
        underDefinition = definition.name();
        session.with(body, () -> session.executor().execute(definition.body(), scope));
        underDefinition = "";
        List<String> parameters =
                definition.parameters().stream().map(Expr.Name::name).toList();
        DefinedGate gate = new DefinedGate(
                definition.name(), parameters, definition.qubits().size(), body.operations());
        global.declare(definition.place(), definition.name(), body.named(gate));
    }

    /** Calls a gate, with registers as operands once for each of their elements; or a subroutine. */
    void call(Statement.Call call, Scope scope) {
        switch (find(call, scope)) {
            case Symbol.GateName gate -> call(call, gate, scope);
            case Symbol.Subroutine subroutine -> {
                if (!call.modifiers().isEmpty() || !call.operands().isEmpty()) {
                    throw new OpenQasmException(
                            call.place(), "'%s' is a subroutine; write %s(...)".formatted(call.name(), call.name()));
                }
                session.subroutines().call(subroutine, call.arguments(), scope, call.place());
            }
            case Symbol.OpaqueGate gate ->
                throw new OpenQasmException(
                        call.place(), "gate '%s' is opaque and cannot be called".formatted(call.name()));
            case Symbol other ->
                throw new OpenQasmException(
                        call.place(), "'%s' is %s, expected a gate".formatted(call.name(), other.kind()));
        }
    }

    private Symbol find(Statement.Call call, Scope scope) {
        return scope.find(call.name()).orElseThrow(() -> {
            if (call.name().equals(underDefinition)) {
                return new OpenQasmException(call.place(), "gate '%s' cannot call itself".formatted(call.name()));
            }
            return new OpenQasmException(call.place(), "gate '%s' is not known".formatted(call.name()));
        });
    }

    private void call(Statement.Call call, Symbol.GateName symbol, Scope scope) {
        Gate gate = symbol.gate();
        if (call.arguments().size() != gate.parameterCount()) {
            throw new OpenQasmException(
                    call.place(),
                    "gate '%s' takes %d parameters, not %d"
                            .formatted(
                                    call.name(),
                                    gate.parameterCount(),
                                    call.arguments().size()));
        }
        List<Expression> arguments = call.arguments().stream()
                .map(argument -> argument(argument, scope))
                .toList();
        ModifiedGate modified = ModifiedGate.of(call, symbol, arguments, session, scope);
        List<Symbol.Qubits> operands = operands(call, modified.qubits(), scope);
        if (operands.size() != modified.qubits()) {
            throw new OpenQasmException(
                    call.place(),
                    "gate '%s' acts on %d qubits, not %d"
                            .formatted(
                                    call.name(),
                                    modified.qubits(),
                                    call.operands().size()));
        }
        int repetitions = repetitions(call, operands);
        session.target()
                .expanding(call.place(), modified.expandedGates() * repetitions, symbol.depth(), session.budget());
        for (int repetition = 0; repetition < repetitions; repetition++) {
            session.budget().operation(call.place(), modified.qubits());
            session.target().gate(call.place(), modified.on(element(call, operands, repetition)));
        }
    }

    /** The operands; or, where only so many qubits are given in all, each of their qubits, as some tools write it. */
    private List<Symbol.Qubits> operands(Statement.Call call, int wanted, Scope scope) {
        List<Symbol.Qubits> operands = call.operands().stream()
                .map(operand -> session.references().qubits(operand, scope))
                .toList();
        int qubits =
                operands.stream().mapToInt(operand -> operand.indices().size()).sum();
        if (operands.size() == wanted || qubits != wanted || !session.dialect().wholeNumbers()) {
            return operands;
        }
        session.note(call.place(), "gate '%s' takes the qubits of its operands one by one".formatted(call.name()));
        return operands.stream()
                .flatMap(operand -> operand.indices().stream())
                .map(qubit -> new Symbol.Qubits(List.of(qubit), true))
                .toList();
    }

    private Expression argument(Expr argument, Scope scope) {
        Value value = session.evaluator().evaluateOrUnknown(argument, scope);
        return value instanceof Value.Unknown
                ? Expression.constant(0)
                : Conversions.expression(value, argument.place());
    }

    private static int repetitions(Statement.Call call, List<Symbol.Qubits> operands) {
        int size = -1;
        for (int index = 0; index < operands.size(); index++) {
            Symbol.Qubits operand = operands.get(index);
            if (operand.scalar()) {
                continue;
            }
            if (size >= 0 && operand.indices().size() != size) {
                Expr written = call.operands().get(index);
                throw new OpenQasmException(
                        written.place(),
                        "%s has %d qubits, but another operand of '%s' has %d"
                                .formatted(
                                        References.describe(written),
                                        operand.indices().size(),
                                        call.name(),
                                        size));
            }
            size = operand.indices().size();
        }
        return size < 0 ? 1 : size;
    }

    private static List<Integer> element(Statement.Call call, List<Symbol.Qubits> operands, int repetition) {
        List<Integer> element = new ArrayList<>(operands.size());
        for (Symbol.Qubits operand : operands) {
            element.add(operand.indices().get(operand.scalar() ? 0 : repetition));
        }
        if (element.size() > 1 && new HashSet<>(element).size() < element.size()) {
            throw new OpenQasmException(call.place(), "gate '%s' is given the same qubit twice".formatted(call.name()));
        }
        return element;
    }

    static List<Integer> first(int qubits) {
        return IntStream.range(0, qubits).boxed().toList();
    }
}
