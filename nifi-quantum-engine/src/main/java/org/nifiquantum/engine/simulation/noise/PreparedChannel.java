// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.noise;

import java.util.List;
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
    /** Whether the probabilities do not depend on the state. */
    private final boolean mixtureOfUnitaries;

    private final double[] superoperator;

    PreparedChannel(PlacedChannel placed) {
        this.qubits = placed.qubitArray();
        this.operators = placed.channel().operators();
        this.weights = operators.stream()
                .map(operator -> operator.adjoint().times(operator))
                .toList();
        this.mixtureOfUnitaries = weights.stream().allMatch(PreparedChannel::isMultipleOfIdentity);
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
        ComplexMatrix reduced = mixtureOfUnitaries
                ? ComplexMatrix.identity(qubits.length).times(1.0 / (1 << qubits.length))
                : state.reducedDensityMatrix(qubits);
        double left = uniform * trace(reduced);
        int chosen = -1;
        double chosenProbability = 0;
        for (int index = 0; index < operators.size() && left >= 0; index++) {
            double probability = trace(weights.get(index).times(reduced));
            // Should rounding leave something at the end, the last possible operator is taken.
            if (probability > 0) {
                chosen = index;
                chosenProbability = probability;
                left -= probability;
            }
        }
        ComplexMatrix operator = operators.get(chosen).times(1 / Math.sqrt(chosenProbability));
        if (!mixtureOfUnitaries || !isMultipleOfIdentity(operator)) {
            state.apply(operator, qubits);
        }
    }

    private static double trace(ComplexMatrix matrix) {
        double trace = 0;
        for (int index = 0; index < matrix.dimension(); index++) {
            trace += matrix.real(index, index);
        }
        return trace;
    }
}
