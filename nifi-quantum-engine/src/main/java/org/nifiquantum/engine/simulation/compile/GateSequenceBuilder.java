// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.compile;

import java.util.Arrays;
import java.util.List;
import org.nifiquantum.engine.circuit.Action;
import org.nifiquantum.engine.circuit.DefinedGate;
import org.nifiquantum.engine.circuit.Expression;
import org.nifiquantum.engine.circuit.Expression.Constant;
import org.nifiquantum.engine.circuit.GateOperation;
import org.nifiquantum.engine.circuit.Operation;
import org.nifiquantum.engine.circuit.StandardGate;
import org.nifiquantum.engine.simulation.compile.GateSequence.Kind;

/** Goes through the gates of a circuit once; each qubit's matrices wait, as their product, for the next gate on several qubits. */
final class GateSequenceBuilder {
    private static final int MOST_PARAMETERS = 4;
    private static final int NUMBERS = 8;

    private final double[] parameters = new double[MOST_PARAMETERS];
    private final double[] factor = new double[NUMBERS];
    private double globalPhase;
    /** For each qubit the product that waits, or null for none. */
    private final double[][] waiting;
    /** What came before any gate on several qubits. */
    private final double[][] start;

    /** The qubits that such a gate has touched. */
    private int touched;

    private int gates;
    private int length;
    private Kind[] kinds;
    private int[] controls;
    private int[] targets;
    private double[][] numbers;

    GateSequenceBuilder(int qubits, int expectedGates) {
        waiting = new double[qubits][];
        start = new double[qubits][];
        kinds = new Kind[expectedGates];
        controls = new int[expectedGates];
        targets = new int[expectedGates];
        numbers = new double[expectedGates][];
    }

    GateSequenceBuilder add(List<Operation> operations) {
        for (int index = 0; index < operations.size(); index++) {
            if (operations.get(index) instanceof GateOperation gate) {
                add(gate);
            }
        }
        return this;
    }

    GateSequence build() {
        for (int qubit = 0; qubit < waiting.length; qubit++) {
            emit(qubit);
        }
        return new GateSequence(globalPhase, start, length, kinds, controls, targets, numbers);
    }

    private void add(GateOperation operation) {
        switch (operation.gate()) {
            case StandardGate standard -> add(standard, operation.parameters(), operation.qubits());
            case DefinedGate defined -> operation.expand().forEach(this::add);
        }
    }

    private void add(StandardGate gate, List<Expression> angles, List<Integer> qubits) {
        Lowering.requireFewerThanTheMost(gates++);
        int controlled = 0;
        for (int index = 0; index < gate.controls(); index++) {
            controlled |= 1 << qubits.get(index);
        }
        switch (gate.action()) {
            case Action.Dense dense -> {
                for (int index = 0; index < angles.size(); index++) {
                    parameters[index] = value(angles.get(index));
                }
                addMatrix(dense, controlled, qubits.get(gate.controls()));
            }
            case Action.Flip flip -> addFlip(controlled, qubits.get(gate.controls()));
            case Action.Diagonal diagonal -> {
                double zero = value(diagonal.zero().apply(angles));
                double one = value(diagonal.one().apply(angles));
                addPhase(controlled, zero);
                addPhase(controlled | 1 << qubits.get(gate.controls()), one - zero);
            }
            case Action.Phase phase -> addPhase(controlled, value(phase.angle().apply(angles)));
            case Action.Exchange exchange -> {
                int first = qubits.get(gate.controls());
                int second = qubits.get(gate.controls() + 1);
                emitAll(controlled | 1 << first | 1 << second);
                put(Kind.EXCHANGE, controlled, first, new double[] {second});
            }
        }
    }

    private void addMatrix(Action.Dense dense, int controlled, int target) {
        if (controlled == 0 && waiting[target] != null) {
            dense.matrix().write(parameters, factor);
            join(target);
            return;
        }
        double[] matrix = new double[NUMBERS];
        dense.matrix().write(parameters, matrix);
        if (controlled == 0) {
            waiting[target] = matrix;
            return;
        }
        emitAll(controlled | 1 << target);
        put(Kind.MATRIX, controlled, target, matrix);
    }

    private void addFlip(int controlled, int target) {
        if (Integer.bitCount(controlled) == 1 && waiting[target] != null && (touched & 1 << target) != 0) {
            double[] matrix = waiting[target];
            waiting[target] = null;
            emitAll(controlled);
            put(Kind.MATRIX_AND_FLIP, controlled, target, matrix);
            return;
        }
        if (controlled != 0) {
            emitAll(controlled | 1 << target);
            put(Kind.FLIP, controlled, target, factor);
            return;
        }
        Arrays.fill(factor, 0);
        factor[2] = 1;
        factor[4] = 1;
        join(target);
    }

    /** The phase of an angle where all the qubits are 1. */
    private void addPhase(int qubits, double angle) {
        if (angle == 0) {
            return;
        }
        if (qubits == 0) {
            globalPhase += angle;
            return;
        }
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        if ((qubits & qubits - 1) != 0) {
            emitAll(qubits);
            put(Kind.PHASE, qubits, 0, new double[] {cos, sin});
            return;
        }
        Arrays.fill(factor, 0);
        factor[0] = 1;
        factor[6] = cos;
        factor[7] = sin;
        join(Integer.numberOfTrailingZeros(qubits));
    }

    /** Multiplies what waits on a qubit by the factor. */
    private void join(int qubit) {
        double[] product = waiting[qubit];
        if (product == null) {
            waiting[qubit] = factor.clone();
            return;
        }
        double[] f = factor;
        for (int column = 0; column < 4; column += 2) {
            double re = product[column];
            double im = product[column + 1];
            double lowerRe = product[column + 4];
            double lowerIm = product[column + 5];
            product[column] = f[0] * re - f[1] * im + f[2] * lowerRe - f[3] * lowerIm;
            product[column + 1] = f[0] * im + f[1] * re + f[2] * lowerIm + f[3] * lowerRe;
            product[column + 4] = f[4] * re - f[5] * im + f[6] * lowerRe - f[7] * lowerIm;
            product[column + 5] = f[4] * im + f[5] * re + f[6] * lowerIm + f[7] * lowerRe;
        }
    }

    private void emitAll(int qubits) {
        for (int rest = qubits; rest != 0; rest &= rest - 1) {
            emit(Integer.numberOfTrailingZeros(rest));
        }
        touched |= qubits;
    }

    private void emit(int qubit) {
        double[] matrix = waiting[qubit];
        if (matrix == null) {
            return;
        }
        waiting[qubit] = null;
        if ((touched & 1 << qubit) == 0) {
            start[qubit] = matrix;
        } else {
            put(Kind.MATRIX, 0, qubit, matrix);
        }
    }

    private void put(Kind kind, int controlled, int target, double[] values) {
        if (length == kinds.length) {
            int larger = 2 * length + 2;
            kinds = Arrays.copyOf(kinds, larger);
            controls = Arrays.copyOf(controls, larger);
            targets = Arrays.copyOf(targets, larger);
            numbers = Arrays.copyOf(numbers, larger);
        }
        kinds[length] = kind;
        controls[length] = controlled;
        targets[length] = target;
        numbers[length++] = values;
    }

    private static double value(Expression expression) {
        return expression instanceof Constant(double value) ? value : expression.evaluate(GateSequenceBuilder::unbound);
    }

    private static double unbound(String parameter) {
        throw new IllegalStateException("Unbound parameter " + parameter);
    }
}
