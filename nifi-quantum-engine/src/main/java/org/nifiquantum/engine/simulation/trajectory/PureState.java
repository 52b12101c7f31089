// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.trajectory;

import java.util.Arrays;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.nifiquantum.engine.circuit.GateOperation;
import org.nifiquantum.engine.circuit.UnitaryMatrix;
import org.nifiquantum.engine.operator.ComplexMatrix;
import org.nifiquantum.engine.simulation.Amplitude;
import org.nifiquantum.engine.simulation.MemoryBudget;
import org.nifiquantum.engine.simulation.MemoryBudgetException;
import org.nifiquantum.engine.simulation.StateVector;
import org.nifiquantum.engine.simulation.kernel.Amplitudes;
import org.nifiquantum.engine.simulation.kernel.MatrixKernel;
import org.nifiquantum.engine.simulation.kernel.PairKernel;
import org.nifiquantum.engine.simulation.kernel.ReducedKernel;
import org.nifiquantum.engine.simulation.kernel.WeightKernel;
import org.nifiquantum.engine.simulation.kernel.Workers;

/**
 * One pure state, driven step by step: gates, matrices, measurements, resets. It draws no random numbers of its own: whoever
 * measures gives a uniform one, so that the same steps give the same bits, on any number of threads. Mutable, not thread-safe.
 */
public final class PureState {
    private final Amplitudes amplitudes;
    private final MemoryBudget budget;
    private final Workers workers;

    /**
     * All qubits 0, on the calling thread.
     *
     * @throws MemoryBudgetException if the state does not fit; thrown before any memory is taken
     */
    public PureState(int qubits, MemoryBudget budget) {
        this(qubits, budget, new Workers(1));
    }

    /**
     * All qubits 0.
     *
     * @param workers what runs the steps; may be shared by many states and is never closed here
     * @throws MemoryBudgetException if the state does not fit; thrown before any memory is taken
     */
    public PureState(int qubits, MemoryBudget budget, Workers workers) {
        budget.requireQubits(qubits);
        this.budget = budget;
        this.workers = workers;
        this.amplitudes = new Amplitudes(qubits);
        setToZero();
    }

    public int qubits() {
        return amplitudes.qubits();
    }

    /** Becomes the state with all qubits 0. */
    public void setToZero() {
        amplitudes.reset(0);
    }

    /** The same state in memory of its own. */
    public PureState copy() {
        PureState copy = new PureState(qubits(), budget, workers);
        copy.copyFrom(this);
        return copy;
    }

    /** Becomes the same as another state of as many qubits. */
    public void copyFrom(PureState other) {
        if (other.qubits() != qubits()) {
            throw new IllegalArgumentException(
                    "A state of %d qubits cannot become one of %d".formatted(qubits(), other.qubits()));
        }
        amplitudes.copyFrom(other.amplitudes);
    }

    /**
     * Applies a gate without open parameters.
     *
     * @throws IllegalArgumentException if a parameter is open or a qubit does not exist
     */
    public void apply(GateOperation operation) {
        apply(operation, name -> {
            throw new IllegalArgumentException("Parameter %s of gate %s has no value"
                    .formatted(name, operation.gate().identifier()));
        });
    }

    /**
     * Applies a gate.
     *
     * @param bindings the value of each open parameter by name
     */
    public void apply(GateOperation operation, ToDoubleFunction<String> bindings) {
        operation.qubits().forEach(this::requireQubit);
        BoundGate.of(operation, bindings).forEach(this::apply);
    }

    /** Applies a gate that was bound before; for many states. */
    public void apply(BoundGate gate) {
        gate.apply(amplitudes, workers);
    }

    /**
     * Applies a unitary.
     *
     * @param qubits distinct, in any order; bit k of the matrix's indices is {@code qubits[k]}
     */
    public void apply(UnitaryMatrix matrix, int... qubits) {
        apply(ComplexMatrix.of(matrix), qubits);
    }

    /**
     * Applies a matrix that need not be unitary, such as a Kraus operator; then the norm changes: see {@link #normalize}.
     *
     * @param qubits distinct, in any order; bit k of the matrix's indices is {@code qubits[k]}
     */
    public void apply(ComplexMatrix matrix, int... qubits) {
        if (matrix.qubits() != qubits.length) {
            throw new IllegalArgumentException("A matrix on %d qubits cannot be applied to the qubits %s"
                    .formatted(matrix.qubits(), Arrays.toString(qubits)));
        }
        requireDistinct(qubits);
        if (qubits.length == 1) {
            PairKernel.apply(amplitudes, 0, qubits[0], matrix.values(), workers);
        } else {
            new MatrixKernel(qubits, matrix.values()).apply(amplitudes, workers);
        }
    }

    /**
     * The density matrix of some of the qubits; its trace is the squared norm.
     *
     * @param qubits 1 to 6 distinct ones, in any order; bit k of the matrix's indices is {@code qubits[k]}
     */
    public ComplexMatrix reducedDensityMatrix(int... qubits) {
        requireDistinct(qubits);
        return ComplexMatrix.of(qubits.length, ReducedKernel.reduce(amplitudes, qubits, workers));
    }

    /** {@code <a|a>}: 1 up to rounding, unless a matrix that is not unitary was applied. */
    public double squaredNorm() {
        return WeightKernel.norm(amplitudes, workers);
    }

    /**
     * Divides by the norm.
     *
     * @throws ArithmeticException if it is 0
     */
    public void normalize() {
        double norm = squaredNorm();
        if (!(norm > 0)) {
            throw new ArithmeticException("A state of norm 0 cannot be normalised");
        }
        WeightKernel.scale(amplitudes, 0, 1 / Math.sqrt(norm), 0, workers);
    }

    /** How likely a measurement of the qubit gives 1. */
    public double probabilityOfOne(int qubit) {
        requireQubit(qubit);
        double one = WeightKernel.of(amplitudes, qubit, true, workers);
        return one / (one + WeightKernel.of(amplitudes, qubit, false, workers));
    }

    /**
     * Measures a qubit: the state collapses to the outcome and is normalised.
     *
     * @param uniform a uniform random number from 0 to 1; the outcome is 1 if it is below the probability of 1
     * @return the outcome, true for 1
     */
    public boolean measure(int qubit, double uniform) {
        requireQubit(qubit);
        if (!(uniform >= 0 && uniform <= 1)) {
            throw new IllegalArgumentException("%s is no uniform random number from 0 to 1".formatted(uniform));
        }
        // Both weights are summed: 1 minus a weight close to 1 would have lost its digits.
        double one = WeightKernel.of(amplitudes, qubit, true, workers);
        double zero = WeightKernel.of(amplitudes, qubit, false, workers);
        // An outcome of weight 0 must not come out, not even for a number at the end of the range.
        boolean outcome = zero == 0 || uniform * (zero + one) < one;
        WeightKernel.project(amplitudes, qubit, outcome, 1 / Math.sqrt(outcome ? one : zero), workers);
        return outcome;
    }

    /**
     * The basis state that a measurement of all qubits shows; the state itself does not collapse.
     *
     * @param uniform as {@link #measure} takes it
     */
    public long draw(double uniform) {
        double left = uniform * squaredNorm();
        int drawn = 0;
        for (int index = 0; index < amplitudes.size() && left >= 0; index++) {
            double probability = amplitudes.probability(index);
            // Should rounding leave something at the end, the last possible state is drawn.
            if (probability > 0) {
                drawn = index;
                left -= probability;
            }
        }
        return drawn;
    }

    /**
     * Makes a qubit 0, whatever it was: measures it, forgets the outcome, and flips a 1.
     *
     * @param uniform as {@link #measure} takes it
     */
    public void reset(int qubit, double uniform) {
        if (measure(qubit, uniform)) {
            PairKernel.flip(amplitudes, 0, qubit, workers);
        }
    }

    /** The amplitude of a basis state; bit i of its index is qubit i. */
    public Amplitude amplitude(long basisState) {
        if (basisState < 0 || basisState >= amplitudes.size()) {
            throw new IndexOutOfBoundsException("Basis state %d of %d qubits".formatted(basisState, qubits()));
        }
        return new Amplitude(amplitudes.real((int) basisState), amplitudes.imaginary((int) basisState));
    }

    /**
     * Reads the state in place (expectations, probabilities, samples): the state given to the function cannot be read after
     * the function has returned.
     */
    public <R> R read(Function<StateVector, R> readout) {
        return StateVector.lend(amplitudes, workers, readout);
    }

    /** The state as it is now, in memory of its own. */
    public StateVector toStateVector() {
        return StateVector.owning(copy().amplitudes, workers);
    }

    private void requireDistinct(int... qubits) {
        if (Arrays.stream(qubits).distinct().count() < qubits.length) {
            throw new IllegalArgumentException("A qubit is named twice: " + Arrays.toString(qubits));
        }
        for (int qubit : qubits) {
            requireQubit(qubit);
        }
    }

    private void requireQubit(int qubit) {
        if (qubit < 0 || qubit >= qubits()) {
            throw new IllegalArgumentException("Qubit %d of a state with %d qubits".formatted(qubit, qubits()));
        }
    }
}
