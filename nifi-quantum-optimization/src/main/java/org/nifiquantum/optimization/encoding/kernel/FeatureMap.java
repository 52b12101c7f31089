// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.encoding.kernel;

import static org.nifiquantum.engine.circuit.Expression.constant;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.nifiquantum.engine.circuit.Expression;
import org.nifiquantum.engine.circuit.GateOperation;
import org.nifiquantum.engine.circuit.StandardGate;
import org.nifiquantum.optimization.encoding.ansatz.Entanglement;

/**
 * A row of numbers as a state, one qubit for each of them; angles are the numbers themselves, so scale them to a range of 1 to 3.
 *
 * @param repetitions how often the numbers are written into the state, at least 1
 * @param entanglement which pairs of numbers meet
 */
public record FeatureMap(Kind kind, int features, int repetitions, Entanglement entanglement) {

    /** How numbers become gates. */
    public enum Kind {
        /**
         * H on all qubits, P(2 x_i), then CX, P(2 (pi - x_i)(pi - x_j)), CX on each pair: V. Havlicek and others, Nature 567,
         * 209 (2019), in the form that Qiskit calls ZZFeatureMap.
         */
        ZZ("zz"),
        /** RY(x_i) on each qubit, then CX on each pair between two repetitions. Without pairs its kernel is classical. */
        ANGLE("angle");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        /** The name in documents. */
        public String text() {
            return text;
        }
    }

    public FeatureMap {
        if (features < 1 || repetitions < 1) {
            throw new IllegalArgumentException(
                    "A feature map needs a feature and a repetition, not %d and %d.".formatted(features, repetitions));
        }
    }

    /** The gates, with the number of feature i given as an expression. */
    List<GateOperation> gates(IntFunction<Expression> feature) {
        List<GateOperation> gates = new ArrayList<>();
        for (int repetition = 0; repetition < repetitions; repetition++) {
            switch (kind) {
                case ZZ -> addPhases(gates, feature);
                case ANGLE -> addRotations(gates, feature, repetition + 1 < repetitions);
            }
        }
        return gates;
    }

    private void addPhases(List<GateOperation> gates, IntFunction<Expression> feature) {
        for (int qubit = 0; qubit < features; qubit++) {
            gates.add(new GateOperation(StandardGate.H, List.of(), List.of(qubit)));
        }
        for (int qubit = 0; qubit < features; qubit++) {
            Expression angle = feature.apply(qubit).times(2);
            gates.add(new GateOperation(StandardGate.P, List.of(angle), List.of(qubit)));
        }
        for (Entanglement.Pair pair : entanglement.pairs(features)) {
            Expression first = constant(Math.PI).minus(feature.apply(pair.first()));
            Expression second = constant(Math.PI).minus(feature.apply(pair.second()));
            gates.add(cx(pair));
            gates.add(new GateOperation(
                    StandardGate.P, List.of(first.times(second).times(2)), List.of(pair.second())));
            gates.add(cx(pair));
        }
    }

    private void addRotations(List<GateOperation> gates, IntFunction<Expression> feature, boolean entangle) {
        for (int qubit = 0; qubit < features; qubit++) {
            gates.add(new GateOperation(StandardGate.RY, List.of(feature.apply(qubit)), List.of(qubit)));
        }
        if (entangle) {
            entanglement.pairs(features).forEach(pair -> gates.add(cx(pair)));
        }
    }

    private static GateOperation cx(Entanglement.Pair pair) {
        return new GateOperation(StandardGate.CX, List.of(), List.of(pair.first(), pair.second()));
    }
}
