// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.noise;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.nifiquantum.engine.circuit.StandardGate;
import org.nifiquantum.engine.operator.ComplexMatrix;

/** The operators of each channel. */
final class KrausOperators {
    private static final String LETTERS = "IXYZ";

    private KrausOperators() {}

    static List<ComplexMatrix> of(Channel channel) {
        return switch (channel) {
            case Channel.Depolarizing depolarizing -> depolarizing(depolarizing);
            case Channel.AmplitudeDamping damping ->
                amplitudeDamping(damping.probability(), damping.excitedPopulation());
            case Channel.PhaseDamping damping -> dephasing(Math.sqrt(1 - damping.probability()));
            case Channel.ThermalRelaxation relaxation -> relaxation(relaxation);
            case Channel.Pauli pauli -> paulis(pauli.qubits(), pauli.probabilities());
            case Channel.Kraus kraus -> kraus.operators();
        };
    }

    static void requireTracePreserving(List<ComplexMatrix> operators) {
        if (operators.isEmpty()) {
            throw new IllegalArgumentException("A channel needs at least one Kraus operator");
        }
        ComplexMatrix sum = operators.get(0).adjoint().times(operators.get(0));
        for (ComplexMatrix operator : operators.subList(1, operators.size())) {
            sum = sum.plus(operator.adjoint().times(operator));
        }
        double distance = sum.distance(ComplexMatrix.identity(operators.get(0).qubits()));
        if (distance > Checks.TOLERANCE) {
            throw new IllegalArgumentException(
                    "The Kraus operators are no channel: an element of sum K^dagger K differs from the identity by %s"
                            .formatted(distance));
        }
    }

    private static List<ComplexMatrix> depolarizing(Channel.Depolarizing channel) {
        int strings = 1 << (2 * channel.qubits());
        Map<String, Double> probabilities = new TreeMap<>();
        for (int index = 1; index < strings; index++) {
            StringBuilder string = new StringBuilder();
            for (int qubit = 0; qubit < channel.qubits(); qubit++) {
                string.append(LETTERS.charAt(index >> (2 * qubit) & 3));
            }
            probabilities.put(string.toString(), channel.strength() / strings);
        }
        return paulis(channel.qubits(), probabilities);
    }

    private static List<ComplexMatrix> paulis(int qubits, Map<String, Double> probabilities) {
        double nothing = 1;
        List<ComplexMatrix> operators = new ArrayList<>();
        for (Map.Entry<String, Double> entry : probabilities.entrySet()) {
            nothing -= entry.getValue();
            if (entry.getValue() > 0) {
                operators.add(pauli(entry.getKey()).times(Math.sqrt(entry.getValue())));
            }
        }
        if (nothing > 0) {
            operators.add(0, ComplexMatrix.identity(qubits).times(Math.sqrt(nothing)));
        }
        return operators;
    }

    private static ComplexMatrix pauli(String string) {
        ComplexMatrix product = letter(string.charAt(0));
        for (int operand = 1; operand < string.length(); operand++) {
            product = product.and(letter(string.charAt(operand)));
        }
        return product;
    }

    private static ComplexMatrix letter(char letter) {
        return ComplexMatrix.of(
                switch (letter) {
                    case 'X' -> StandardGate.X.matrix();
                    case 'Y' -> StandardGate.Y.matrix();
                    case 'Z' -> StandardGate.Z.matrix();
                    default -> StandardGate.ID.matrix();
                });
    }

    /** Nielsen and Chuang, section 8.3.5. */
    private static List<ComplexMatrix> amplitudeDamping(double probability, double excited) {
        double kept = Math.sqrt(1 - probability);
        double lost = Math.sqrt(probability);
        double down = Math.sqrt(1 - excited);
        double up = Math.sqrt(excited);
        return withoutZeros(List.of(
                matrix(down, 0, 0, down * kept),
                matrix(0, down * lost, 0, 0),
                matrix(up * kept, 0, 0, up),
                matrix(0, 0, up * lost, 0)));
    }

    /** Multiplies the coherence by a factor from 0 to 1. */
    private static List<ComplexMatrix> dephasing(double factor) {
        return paulis(1, Map.of("Z", (1 - factor) / 2));
    }

    /** Amplitude damping takes the coherence down by exp(-t/(2 T1)); dephasing does the rest of exp(-t/T2). */
    private static List<ComplexMatrix> relaxation(Channel.ThermalRelaxation channel) {
        double probability = -Math.expm1(-channel.duration() / channel.t1());
        double factor = Math.exp(channel.duration() * (0.5 / channel.t1() - 1 / channel.t2()));
        List<ComplexMatrix> operators = new ArrayList<>();
        for (ComplexMatrix dephasing : dephasing(Math.min(1, factor))) {
            for (ComplexMatrix damping : amplitudeDamping(probability, channel.excitedPopulation())) {
                operators.add(dephasing.times(damping));
            }
        }
        return List.copyOf(operators);
    }

    private static ComplexMatrix matrix(double a, double b, double c, double d) {
        return ComplexMatrix.of(1, a, 0, b, 0, c, 0, d, 0);
    }

    private static List<ComplexMatrix> withoutZeros(List<ComplexMatrix> operators) {
        ComplexMatrix zero = ComplexMatrix.identity(1).times(0);
        return operators.stream()
                .filter(operator -> operator.distance(zero) > 0)
                .toList();
    }
}
