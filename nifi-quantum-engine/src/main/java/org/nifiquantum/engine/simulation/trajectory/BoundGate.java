// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.trajectory;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.nifiquantum.engine.circuit.Action;
import org.nifiquantum.engine.circuit.DefinedGate;
import org.nifiquantum.engine.circuit.Expression;
import org.nifiquantum.engine.circuit.GateOperation;
import org.nifiquantum.engine.circuit.StandardGate;
import org.nifiquantum.engine.simulation.kernel.Amplitudes;
import org.nifiquantum.engine.simulation.kernel.PairKernel;
import org.nifiquantum.engine.simulation.kernel.WeightKernel;
import org.nifiquantum.engine.simulation.kernel.Workers;

/**
 * A gate with the numbers of its parameters, ready to be applied to many states. Controls are a set of bits, bit q for qubit q.
 * Immutable.
 */
public sealed interface BoundGate {

    /** Applies the gate. */
    void apply(Amplitudes state, Workers workers);

    /** The gate with complex conjugate numbers, on qubits that are so many places higher. */
    BoundGate conjugateOn(int shift);

    /** The gates that an operation consists of, in order. */
    static List<BoundGate> of(GateOperation operation, ToDoubleFunction<String> bindings) {
        List<BoundGate> gates = new ArrayList<>();
        collect(operation, bindings, gates);
        return gates;
    }

    /** Multiplies by a complex number of modulus 1 where all qubits of the mask are 1. */
    record Phase(int mask, double real, double imaginary) implements BoundGate {
        @Override
        public void apply(Amplitudes state, Workers workers) {
            WeightKernel.scale(state, mask, real, imaginary, workers);
        }

        @Override
        public BoundGate conjugateOn(int shift) {
            return new Phase(mask << shift, real, -imaginary);
        }
    }

    /** Exchanges 0 and 1 of the target where all controls are 1. */
    record Flip(int controls, int target) implements BoundGate {
        @Override
        public void apply(Amplitudes state, Workers workers) {
            PairKernel.flip(state, controls, target, workers);
        }

        @Override
        public BoundGate conjugateOn(int shift) {
            return new Flip(controls << shift, target + shift);
        }
    }

    /** Exchanges two qubits where all controls are 1. */
    record Exchange(int controls, int first, int second) implements BoundGate {
        @Override
        public void apply(Amplitudes state, Workers workers) {
            PairKernel.exchange(state, controls, first, second, workers);
        }

        @Override
        public BoundGate conjugateOn(int shift) {
            return new Exchange(controls << shift, first + shift, second + shift);
        }
    }

    /** A matrix on the target where all controls are 1. */
    final class Dense implements BoundGate {
        private final int controls;
        private final int target;
        /** Row by row, real before imaginary part. */
        private final double[] matrix;

        Dense(int controls, int target, double[] matrix) {
            this.controls = controls;
            this.target = target;
            this.matrix = matrix.clone();
        }

        @Override
        public void apply(Amplitudes state, Workers workers) {
            PairKernel.apply(state, controls, target, matrix, workers);
        }

        @Override
        public BoundGate conjugateOn(int shift) {
            double[] conjugate = matrix.clone();
            for (int index = 1; index < conjugate.length; index += 2) {
                conjugate[index] = -conjugate[index];
            }
            return new Dense(controls << shift, target + shift, conjugate);
        }
    }

    private static void collect(GateOperation operation, ToDoubleFunction<String> bindings, List<BoundGate> gates) {
        switch (operation.gate()) {
            case DefinedGate defined -> operation.expand().forEach(inner -> collect(inner, bindings, gates));
            case StandardGate standard -> {
                List<Expression> constants = operation.parameters().stream()
                        .map(parameter -> Expression.constant(parameter.evaluate(bindings)))
                        .toList();
                add(standard, constants, operation.qubits(), gates);
            }
        }
    }

    private static void add(
            StandardGate gate, List<Expression> parameters, List<Integer> qubits, List<BoundGate> gates) {
        int controls = 0;
        for (int qubit : qubits.subList(0, gate.controls())) {
            controls |= 1 << qubit;
        }
        List<Integer> targets = qubits.subList(gate.controls(), qubits.size());
        switch (gate.action()) {
            case Action.Phase phase -> addPhase(controls, value(phase.angle().apply(parameters)), gates);
            case Action.Diagonal diagonal -> {
                double zero = value(diagonal.zero().apply(parameters));
                double one = value(diagonal.one().apply(parameters));
                addPhase(controls, zero, gates);
                addPhase(controls | 1 << targets.get(0), one - zero, gates);
            }
            case Action.Flip flip -> gates.add(new Flip(controls, targets.get(0)));
            case Action.Exchange exchange -> gates.add(new Exchange(controls, targets.get(0), targets.get(1)));
            case Action.Dense dense -> {
                double[] matrix = new double[8];
                dense.matrix()
                        .write(parameters.stream().mapToDouble(BoundGate::value).toArray(), matrix);
                gates.add(new Dense(controls, targets.get(0), matrix));
            }
        }
    }

    private static void addPhase(int mask, double angle, List<BoundGate> gates) {
        if (angle != 0) {
            gates.add(new Phase(mask, Math.cos(angle), Math.sin(angle)));
        }
    }

    private static double value(Expression expression) {
        return expression.evaluate(name -> {
            throw new IllegalStateException("Unbound parameter " + name);
        });
    }
}
