// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm.interpret;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.nifiquantum.engine.circuit.ControlledGates;
import org.nifiquantum.engine.circuit.DefinedGate;
import org.nifiquantum.engine.circuit.Expression;
import org.nifiquantum.engine.circuit.GateOperation;
import org.nifiquantum.engine.circuit.GatePowers;
import org.nifiquantum.engine.circuit.StandardGate;
import org.nifiquantum.engine.qasm.OpenQasmException;
import org.nifiquantum.engine.qasm.ast.Expr;
import org.nifiquantum.engine.qasm.ast.Modifier;
import org.nifiquantum.engine.qasm.ast.Place;
import org.nifiquantum.engine.qasm.ast.Statement;

/**
 * A gate with its arguments and modifiers, not yet on any qubit.
 *
 * @param operation on the qubits from 0
 * @param expandedGates how many gates it becomes when every definition is replaced by its body
 */
record ModifiedGate(GateOperation operation, long expandedGates) {

    static ModifiedGate of(
            Statement.Call call, Symbol.GateName gate, List<Expression> arguments, Session session, Scope scope) {
        GateOperation plain = new GateOperation(
                gate.gate(), arguments, GateCalls.first(gate.gate().qubits()));
        if (call.modifiers().isEmpty()) {
            return new ModifiedGate(plain, gate.expandedGates());
        }
        requireModifiable(call.place(), gate.expandedGates());
        List<GateOperation> operations = List.of(plain);
        long expanded = gate.expandedGates();
        int qubits = plain.qubits().size();
        StringBuilder name = new StringBuilder(gate.gate().identifier());
        try {
            for (Modifier modifier : call.modifiers().reversed()) {
                switch (modifier.kind()) {
                    case INV -> operations = GatePowers.inverse(operations);
                    case POW -> {
                        int once = operations.size();
                        operations = GatePowers.of(operations, exponent(modifier, operations, session, scope));
                        expanded *= Math.max(1, operations.size() / Math.max(1, once));
                    }
                    case CTRL, NEGCTRL -> {
                        int controls = controls(modifier, session, scope);
                        operations = controlled(operations, controls, modifier.kind() == Modifier.Kind.NEGCTRL);
                        qubits += controls;
                    }
                }
                name.insert(0, modifier.kind().name().toLowerCase(Locale.ROOT) + "_");
                expanded = onlyStandard(operations) ? Math.max(1, operations.size()) : expanded;
                requireModifiable(modifier.place(), expanded);
            }
        } catch (IllegalArgumentException e) {
            throw new OpenQasmException(call.place(), e.getMessage());
        }
        session.budget().operations(call.place(), expanded);
        return new ModifiedGate(joined(name.toString(), operations, qubits), expanded);
    }

    private static void requireModifiable(Place place, long gates) {
        if (gates > Limits.MODIFIED_GATES) {
            throw new OpenQasmException(
                    place, "a gate with modifiers takes more than %d gates".formatted(Limits.MODIFIED_GATES));
        }
    }

    private static boolean onlyStandard(List<GateOperation> operations) {
        return operations.stream().allMatch(operation -> operation.gate() instanceof StandardGate);
    }

    int qubits() {
        return operation.qubits().size();
    }

    GateOperation on(List<Integer> qubits) {
        return new GateOperation(
                operation.gate(),
                operation.parameters(),
                operation.qubits().stream().map(qubits::get).toList());
    }

    private static double exponent(Modifier modifier, List<GateOperation> operations, Session session, Scope scope) {
        Expr written = modifier.argument().orElseThrow(() -> missing(modifier));
        Value value = session.evaluator().evaluateReal(written, "pow", scope);
        double exponent = Conversions.number(
                Conversions.toReal(value, new Type.Real(Type.DEFAULT_WIDTH), modifier.place()), modifier.place());
        for (GateOperation operation : operations) {
            for (Expression parameter : operation.parameters()) {
                if (GatePowers.needsValues(exponent) && !parameter.parameters().isEmpty()) {
                    throw new NotKnownException(
                            modifier.place(),
                            "the principal power needs the value of '%s'"
                                    .formatted(parameter.parameters().iterator().next()));
                }
            }
        }
        return exponent;
    }

    private static int controls(Modifier modifier, Session session, Scope scope) {
        int controls = modifier.argument().isEmpty()
                ? 1
                : Indices.size(
                        session.evaluator().evaluate(modifier.argument().get(), scope),
                        modifier.place(),
                        "The number of controls");
        if (controls < 1 || controls > Limits.QUBITS) {
            throw new OpenQasmException(
                    modifier.place(), "the number of controls must be positive, not %d".formatted(controls));
        }
        return controls;
    }

    private static OpenQasmException missing(Modifier modifier) {
        return new OpenQasmException(modifier.place(), "pow needs an exponent: pow(2) @");
    }

    private static List<GateOperation> controlled(List<GateOperation> operations, int controls, boolean onZero) {
        List<GateOperation> controlled = ControlledGates.of(operations, controls);
        if (!onZero) {
            return controlled;
        }
        List<GateOperation> flips = IntStream.range(0, controls)
                .mapToObj(control -> new GateOperation(StandardGate.X, List.of(), List.of(control)))
                .toList();
        List<GateOperation> result = new ArrayList<>(flips);
        result.addAll(controlled);
        result.addAll(flips);
        return result;
    }

    /** One operation on all qubits in order: the only one, or a gate that is made of them all. */
    private static GateOperation joined(String name, List<GateOperation> operations, int qubits) {
        if (operations.size() == 1 && operations.get(0).qubits().size() == qubits) {
            return operations.get(0);
        }
        Set<String> open = new LinkedHashSet<>();
        operations.forEach(
                operation -> operation.parameters().forEach(parameter -> open.addAll(parameter.parameters())));
        List<String> parameters = List.copyOf(open);
        return new GateOperation(
                new DefinedGate(name, parameters, qubits, operations),
                parameters.stream().map(Expression::parameter).toList(),
                GateCalls.first(qubits));
    }
}
