// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.noise;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.nifiquantum.engine.operator.ComplexMatrix;
import org.nifiquantum.engine.simulation.kernel.Amplitudes;
import org.nifiquantum.engine.simulation.kernel.MatrixKernel;
import org.nifiquantum.engine.simulation.kernel.Workers;
import org.nifiquantum.engine.simulation.trajectory.PureState;

/** A channel on qubits with the matrices that both ways of simulating it need. Immutable and thread-safe. */
final class PreparedChannel {
    private static final double ROUNDING = 1e-13;

    private final int[] qubits;
    private final List<ComplexMatrix> operators;
    /** {@code K_i^dagger K_i}, whose expectation is the probability of operator i. */
    private final List<ComplexMatrix> weights;
    /** The probabilities, if they do not depend on the state since all operators are multiples of unitaries. */
    private final Optional<double[]> probabilities;
    /** Whether the probabilities depend on the populations of one qubit alone, as those of damping do. */
    private final boolean populationsSuffice;
    /** Which operators leave the state as it is. */
    private final boolean[] idle;

    private final double[] superoperator;

    PreparedChannel(PlacedChannel placed) {
        this.qubits = placed.qubitArray();
        this.operators = placed.channel().operators();
        this.weights = operators.stream()
                .map(operator -> operator.adjoint().times(operator))
                .toList();
        this.probabilities = weights.stream().allMatch(PreparedChannel::isMultipleOfIdentity)
                ? Optional.of(weights.stream()
                        .mapToDouble(weight -> weight.real(0, 0))
                        .toArray())
                : Optional.empty();
        this.populationsSuffice = qubits.length == 1 && weights.stream().allMatch(PreparedChannel::isDiagonal);
        this.idle = new boolean[operators.size()];
        for (int index = 0; index < idle.length; index++) {
            idle[index] = probabilities.isPresent() && isMultipleOfIdentity(operators.get(index));
        }
        ComplexMatrix sum = superoperator(operators.get(0));
        for (ComplexMatrix operator : operators.subList(1, operators.size())) {
            sum = sum.plus(superoperator(operator));
        }
        this.superoperator = sum.values();
    }

    /** Rows of the density matrix are the low operands, columns the high ones, and {@code K rho K^dagger} is K times conj(K). */
    private static ComplexMatrix superoperator(ComplexMatrix operator) {
        return operator.and(operator.conjugate());
    }

    private static boolean isMultipleOfIdentity(ComplexMatrix matrix) {
        ComplexMatrix identity = ComplexMatrix.identity(matrix.qubits());
        return matrix.distance(identity.times(matrix.real(0, 0))) < ROUNDING;
    }

    /** Applies the channel to a density matrix kept as a vector: row qubits low, column qubits high. */
    void apply(Amplitudes vector, int stateQubits, Workers workers) {
        int[] both = new int[2 * qubits.length];
        for (int operand = 0; operand < qubits.length; operand++) {
            both[operand] = qubits[operand];
            both[operand + qubits.length] = qubits[operand] + stateQubits;
        }
        new MatrixKernel(both, superoperator).apply(vector, workers);
    }

    /**
     * Applies one operator, drawn by its probability, and normalises: a quantum jump (J. Dalibard, Y. Castin, K. Molmer, Phys.
     * Rev. Lett. 68, 580 (1992)).
     */
    void jump(PureState state, double uniform) {
        double[] weight = probabilities.orElseGet(() -> expectations(reduced(state)));
        double left = uniform * Arrays.stream(weight).sum();
        int chosen = -1;
        for (int index = 0; index < weight.length && left >= 0; index++) {
            // Should rounding leave something at the end, the last possible operator is taken.
            if (weight[index] > 0) {
                chosen = index;
                left -= weight[index];
            }
        }
        if (!idle[chosen]) {
            state.apply(operators.get(chosen).times(1 / Math.sqrt(weight[chosen])), qubits);
        }
    }

    private ComplexMatrix reduced(PureState state) {
        if (!populationsSuffice) {
            return state.reducedDensityMatrix(qubits);
        }
        double one = state.probabilityOfOne(qubits[0]);
        return ComplexMatrix.of(1, 1 - one, 0, 0, 0, 0, 0, one, 0);
    }

    private static boolean isDiagonal(ComplexMatrix matrix) {
        double offDiagonal = Math.hypot(matrix.real(0, 1), matrix.imaginary(0, 1));
        return offDiagonal < ROUNDING;
    }

    private double[] expectations(ComplexMatrix reduced) {
        return weights.stream()
                .mapToDouble(weight -> traceOfProduct(weight, reduced))
                .toArray();
    }

    private static double traceOfProduct(ComplexMatrix left, ComplexMatrix right) {
        double trace = 0;
        for (int row = 0; row < left.dimension(); row++) {
            for (int inner = 0; inner < left.dimension(); inner++) {
                trace += left.real(row, inner) * right.real(inner, row)
                        - left.imaginary(row, inner) * right.imaginary(inner, row);
            }
        }
        return trace;
    }
}
