// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.nifiquantum.engine.circuit.DefinedGate;
import org.nifiquantum.engine.circuit.Expression;
import org.nifiquantum.engine.circuit.GateOperation;
import org.nifiquantum.engine.qasm.OpenQasmParser.GateCallContext;
import org.nifiquantum.engine.qasm.OpenQasmParser.GateDefinitionContext;
import org.nifiquantum.engine.qasm.OpenQasmParser.NamesContext;
import org.nifiquantum.engine.qasm.OpenQasmParser.OperandContext;

/** Reads definitions and calls of gates. */
final class GateReader {
    private GateReader() {}

    /** The gate that a definition makes; it knows the gates defined before it, so it cannot call itself. */
    static Symbol.GateName define(GateDefinitionContext definition, Scope global) {
        List<Token> parameters = tokens(definition.parameters);
        List<Token> qubits = tokens(definition.qubits);
        Scope scope = global.inner();
        for (Token parameter : parameters) {
            scope.declare(parameter, new Symbol.Quantity(new Value.Real(Expression.parameter(parameter.getText()))));
        }
        for (int index = 0; index < qubits.size(); index++) {
            scope.declare(qubits.get(index), new Symbol.Qubits(List.of(index), true));
        }
        // Barriers do nothing to the state, and a gate is one step for all that compare circuits.
        OperandReader operands = new OperandReader(scope);
        definition.bodyBarrier().stream()
                .filter(barrier -> barrier.operands() != null)
                .forEach(barrier -> barrier.operands().operand().forEach(operands::qubits));
        List<GateOperation> body = new ArrayList<>();
        long expanded = 0;
        for (GateCallContext call : definition.gateCall()) {
            if (call.name.getText().equals(definition.name.getText())
                    && global.find(call.name.getText()).isEmpty()) {
                throw Places.error(call, "gate %s cannot call itself".formatted(Places.text(call.name)));
            }
            expanded += read(call, scope, body::add);
            requireExpandable(expanded, call);
        }
        List<String> names = parameters.stream().map(Token::getText).toList();
        return new Symbol.GateName(new DefinedGate(definition.name.getText(), names, qubits.size(), body), expanded);
    }

    /**
     * Reads a call, with registers as operands one operation for each of their elements.
     *
     * @return how many gates the call becomes when every definition is replaced by its body
     */
    static long read(GateCallContext call, Scope scope, Consumer<GateOperation> operations) {
        Symbol.GateName name = gate(call, scope);
        List<Expression> arguments = call.arguments() == null
                ? List.of()
                : new ExpressionReader(scope).readAll(call.arguments().expression());
        if (arguments.size() != name.gate().parameterCount()) {
            throw Places.error(
                    call,
                    "gate %s takes %d parameters, not %d"
                            .formatted(Places.text(call.name), name.gate().parameterCount(), arguments.size()));
        }
        List<OperandContext> operands =
                call.operands() == null ? List.of() : call.operands().operand();
        if (operands.size() != name.gate().qubits()) {
            throw Places.error(
                    call,
                    "gate %s acts on %d qubits, not %d"
                            .formatted(Places.text(call.name), name.gate().qubits(), operands.size()));
        }
        OperandReader reader = new OperandReader(scope);
        List<Symbol.Qubits> qubits = operands.stream().map(reader::qubits).toList();
        int repetitions = repetitions(call, operands, qubits);
        long expanded = name.expandedGates() * repetitions;
        requireExpandable(expanded, call);
        for (int repetition = 0; repetition < repetitions; repetition++) {
            operations.accept(new GateOperation(name.gate(), arguments, element(call, qubits, repetition)));
        }
        return expanded;
    }

    static void requireExpandable(long gates, GateCallContext call) {
        if (gates > Limits.EXPANDED_GATES) {
            throw Places.error(
                    call,
                    "the circuit has more than %d gates when the definitions of gates are replaced by their bodies"
                            .formatted(Limits.EXPANDED_GATES));
        }
    }

    private static Symbol.GateName gate(GateCallContext call, Scope scope) {
        Symbol symbol = scope.find(call.name.getText())
                .orElseThrow(() -> Places.error(call, "gate %s is not known".formatted(Places.text(call.name))));
        if (symbol instanceof Symbol.GateName gate) {
            return gate;
        }
        if (symbol instanceof Symbol.OpaqueGate) {
            throw Places.error(call, "gate %s is opaque and cannot be called".formatted(Places.text(call.name)));
        }
        throw Places.error(call, "%s is %s, expected a gate".formatted(Places.text(call.name), symbol.kind()));
    }

    private static int repetitions(GateCallContext call, List<OperandContext> operands, List<Symbol.Qubits> qubits) {
        int size = -1;
        for (int index = 0; index < qubits.size(); index++) {
            int operandSize = qubits.get(index).indices().size();
            if (qubits.get(index).scalar()) {
                continue;
            }
            if (size >= 0 && operandSize != size) {
                throw Places.error(
                        operands.get(index),
                        "%s has %d qubits, but another operand of %s has %d"
                                .formatted(
                                        Places.text(operands.get(index).name),
                                        operandSize,
                                        Places.text(call.name),
                                        size));
            }
            size = operandSize;
        }
        return size < 0 ? 1 : size;
    }

    private static List<Integer> element(GateCallContext call, List<Symbol.Qubits> qubits, int repetition) {
        List<Integer> element = qubits.stream()
                .map(operand -> operand.indices().get(operand.scalar() ? 0 : repetition))
                .toList();
        if (new HashSet<>(element).size() < element.size()) {
            throw Places.error(call, "gate %s is given the same qubit twice".formatted(Places.text(call.name)));
        }
        return element;
    }

    private static List<Token> tokens(NamesContext names) {
        return names == null
                ? List.of()
                : names.IDENTIFIER().stream().map(TerminalNode::getSymbol).toList();
    }
}
