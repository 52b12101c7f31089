// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.circuit;

import static org.nifiquantum.engine.circuit.StandardGate.*;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Powers of gates. A power that is no whole number is the principal one, whose eigenvalues are {@code exp(i r phi)} for those
 * {@code exp(i phi)} of the gate with phi in (-pi, pi] (OpenQASM 3, Quantum gate modifiers).
 */
public final class GatePowers {
    private static final int MOST_GATES = 200_000;

    /** Gates {@code exp(i angle G)}: their k-th power has k times the angle. */
    private static final Set<StandardGate> ROTATIONS =
            EnumSet.of(GPHASE, P, RX, RY, RZ, CP, CRX, CRY, CRZ, PHASE_GATE, CPHASE, U1);

    private GatePowers() {}

    /** Whether {@link #of} needs the value of each parameter to take this power. */
    public static boolean needsValues(double exponent) {
        return exponent != Math.rint(exponent);
    }

    /**
     * The power of some operations on the qubits from 0.
     *
     * @throws IllegalArgumentException if it would take too many gates, or if the exponent is no whole number and the
     *     operations are not one standard gate or on one qubit
     */
    public static List<GateOperation> of(List<GateOperation> operations, double exponent) {
        if (needsValues(exponent)) {
            return fractional(operations, exponent);
        }
        if (operations.size() == 1
                && operations.get(0).gate() instanceof StandardGate gate
                && ROTATIONS.contains(gate)) {
            GateOperation only = operations.get(0);
            return List.of(
                    new GateOperation(gate, List.of(only.parameters().get(0).times(exponent)), only.qubits()));
        }
        List<GateOperation> once = exponent < 0 ? inverse(operations) : operations;
        double times = undoesItself(operations) ? Math.abs(exponent) % 2 : Math.abs(exponent);
        if (times * operations.size() > MOST_GATES) {
            return largePower(operations, exponent);
        }
        return Collections.nCopies((int) times, once).stream()
                .flatMap(List::stream)
                .toList();
    }

    /** What undoes the operations. */
    public static List<GateOperation> inverse(List<GateOperation> operations) {
        return operations.reversed().stream().map(GateOperation::inverse).toList();
    }

    private static boolean undoesItself(List<GateOperation> operations) {
        return operations.size() == 1
                && operations.get(0).gate() instanceof StandardGate
                && operations.get(0).parameters().isEmpty()
                && operations.get(0).inverse().equals(operations.get(0));
    }

    private static List<GateOperation> largePower(List<GateOperation> operations, double exponent) {
        boolean open = operations.stream()
                .flatMap(operation -> operation.parameters().stream())
                .anyMatch(parameter -> !parameter.parameters().isEmpty());
        if (open || !onOneQubit(operations)) {
            throw new IllegalArgumentException("a power of a gate takes more than %d gates".formatted(MOST_GATES));
        }
        return power(operations, exponent);
    }

    private static List<GateOperation> fractional(List<GateOperation> operations, double exponent) {
        if (onOneQubit(operations)) {
            return power(operations, exponent);
        }
        if (operations.size() == 1 && operations.get(0).gate() instanceof DefinedGate) {
            return fractional(operations.get(0).expand(), exponent);
        }
        if (operations.size() != 1 || !(operations.get(0).gate() instanceof StandardGate gate)) {
            throw new IllegalArgumentException(
                    "a power that is no whole number needs a standard gate or a gate of one qubit");
        }
        GateOperation only = operations.get(0);
        int[] order = only.qubits().stream().mapToInt(Integer::intValue).toArray();
        return inPlainOrder(gate, only.parameters(), exponent).stream()
                .map(operation -> new GateOperation(
                        operation.gate(),
                        operation.parameters(),
                        operation.qubits().stream().map(qubit -> order[qubit]).toList()))
                .toList();
    }

    /** The power of a gate on the qubits 0, 1, ...: of its action on the targets, where the controls are 1. */
    private static List<GateOperation> inPlainOrder(StandardGate gate, List<Expression> parameters, double exponent) {
        if (gate.action() instanceof Action.Exchange) {
            // swap = cx(1, 0) cx(0, 1) cx(1, 0), so its power is that of the one in the middle.
            List<GateOperation> exchange = new ArrayList<>();
            exchange.add(new GateOperation(CX, List.of(), List.of(1, 0)));
            GateOperation flip = new GateOperation(X, List.of(), List.of(0));
            exchange.addAll(ControlledGates.of(power(List.of(flip), exponent), 1));
            exchange.add(new GateOperation(CX, List.of(), List.of(1, 0)));
            return ControlledGates.of(exchange, gate.controls());
        }
        double[] values = parameters.stream().mapToDouble(GatePowers::value).toArray();
        QubitUnitary target = QubitUnitary.ofAction(gate, values);
        return ControlledGates.of(target.power(exponent).operations(), gate.controls());
    }

    private static boolean onOneQubit(List<GateOperation> operations) {
        return operations.stream().allMatch(operation -> operation.gate().qubits() <= 1)
                && operations.stream()
                                .flatMap(operation -> operation.qubits().stream())
                                .distinct()
                                .count()
                        <= 1;
    }

    private static List<GateOperation> power(List<GateOperation> operations, double exponent) {
        Optional<Integer> qubit = operations.stream()
                .flatMap(operation -> operation.qubits().stream())
                .findFirst();
        if (qubit.isEmpty()) {
            double phase = operations.stream()
                    .mapToDouble(operation -> value(operation.parameters().get(0)))
                    .sum();
            Expression power = Expression.constant(exponent * QubitUnitary.principal(phase));
            return List.of(new GateOperation(GPHASE, List.of(power), List.of()));
        }
        QubitUnitary product = QubitUnitary.IDENTITY;
        for (GateOperation operation : operations) {
            product = QubitUnitary.of(operation).times(product);
        }
        return product.power(exponent).operations().stream()
                .map(operation -> new GateOperation(
                        operation.gate(),
                        operation.parameters(),
                        IntStream.range(0, operation.qubits().size())
                                .mapToObj(ignored -> qubit.get())
                                .toList()))
                .toList();
    }

    static double value(Expression expression) {
        return expression.evaluate(name -> {
            throw new IllegalArgumentException("the power of a gate needs the value of " + name);
        });
    }
}
