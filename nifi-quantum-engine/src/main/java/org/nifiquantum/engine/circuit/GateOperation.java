// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.circuit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A gate applied to qubits.
 *
 * @param parameters one expression for each parameter of the gate
 * @param qubits distinct qubits, controls first, in the order of the gate's definition
 */
public record GateOperation(Gate gate, List<Expression> parameters, List<Integer> qubits) implements Operation {

    /** Also bounds how deep whoever evaluates an expression must go. */
    private static final int LARGEST_EXPRESSION = 600;

    /** Up to so many qubits, comparing them all is faster than a set. */
    private static final int FEW = 8;

    public GateOperation {
        parameters = List.copyOf(parameters);
        qubits = List.copyOf(qubits);
        if (!isRising(qubits)) {
            requireDistinct(qubits, () -> "Gate " + gate.identifier());
        }
        if (parameters.size() != gate.parameterCount()) {
            throw new IllegalArgumentException("Gate %s takes %d parameters, not %d"
                    .formatted(gate.identifier(), gate.parameterCount(), parameters.size()));
        }
        if (qubits.size() != gate.qubits()) {
            throw new IllegalArgumentException(
                    "Gate %s acts on %d qubits, not %d".formatted(gate.identifier(), gate.qubits(), qubits.size()));
        }
    }

    /** The operation that undoes this one. */
    public GateOperation inverse() {
        return switch (gate) {
            case StandardGate standard -> {
                GateCall inverse = standard.inverse(parameters);
                yield new GateOperation(inverse.gate(), inverse.parameters(), qubits);
            }
            case DefinedGate defined -> {
                List<GateOperation> body = defined.body().reversed().stream()
                        .map(GateOperation::inverse)
                        .toList();
                Gate inverse = new DefinedGate(
                        defined.identifier() + "_inverse", defined.parameters(), defined.qubits(), body);
                yield new GateOperation(inverse, parameters, qubits);
            }
        };
    }

    /**
     * What this call of a defined gate does: its body with this call's parameters and qubits in place of the formal ones.
     *
     * @throws IllegalStateException if the gate is a standard one
     */
    public List<GateOperation> expand() {
        if (!(gate instanceof DefinedGate defined)) {
            throw new IllegalStateException("Gate %s is not defined by others".formatted(gate.identifier()));
        }
        Map<String, Expression> arguments = new HashMap<>();
        for (int index = 0; index < parameters.size(); index++) {
            arguments.put(defined.parameters().get(index), parameters.get(index));
        }
        return defined.body().stream()
                .map(operation -> new GateOperation(
                        operation.gate(),
                        operation.parameters().stream()
                                .map(parameter -> substitute(parameter, arguments))
                                .toList(),
                        operation.qubits().stream().map(qubits::get).toList()))
                .toList();
    }

    /** Refuses what nested definitions can blow up: each level may double an expression. */
    private static Expression substitute(Expression parameter, Map<String, Expression> arguments) {
        Expression substituted = parameter.substitute(arguments);
        if (substituted.isLargerThan(LARGEST_EXPRESSION)) {
            throw new IllegalArgumentException("An expression has more than %d parts when gate definitions are expanded"
                    .formatted(LARGEST_EXPRESSION));
        }
        return substituted;
    }

    /** Whether each is larger than the one before, the first than -1: all that most gates of most circuits have to pass. */
    private static boolean isRising(List<Integer> qubits) {
        int last = -1;
        for (int index = 0; index < qubits.size(); index++) {
            int qubit = qubits.get(index);
            if (qubit <= last) {
                return false;
            }
            last = qubit;
        }
        return true;
    }

    /**
     * Refuses qubits of which one is negative or there twice.
     *
     * @param what names the qubits, for people
     */
    static void requireDistinct(List<Integer> qubits, Supplier<String> what) {
        for (int index = 0; index < qubits.size(); index++) {
            if (qubits.get(index) < 0) {
                throw new IllegalArgumentException("%s names a negative qubit: %s".formatted(what.get(), qubits));
            }
        }
        if (!areDistinct(qubits)) {
            throw new IllegalArgumentException("%s names a qubit twice: %s".formatted(what.get(), qubits));
        }
    }

    private static boolean areDistinct(List<Integer> qubits) {
        if (qubits.size() > FEW) {
            return new HashSet<>(qubits).size() == qubits.size();
        }
        for (int index = 1; index < qubits.size(); index++) {
            if (qubits.indexOf(qubits.get(index)) < index) {
                return false;
            }
        }
        return true;
    }
}
