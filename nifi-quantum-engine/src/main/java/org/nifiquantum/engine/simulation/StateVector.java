// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation;

import java.util.Arrays;
import java.util.function.Function;
import java.util.function.LongToDoubleFunction;
import org.nifiquantum.engine.circuit.MeasurementMap;
import org.nifiquantum.engine.operator.PauliSum;
import org.nifiquantum.engine.simulation.kernel.Amplitudes;
import org.nifiquantum.engine.simulation.kernel.BlockSums;
import org.nifiquantum.engine.simulation.kernel.InnerProductKernel;
import org.nifiquantum.engine.simulation.kernel.Workers;

/**
 * The amplitudes of all basis states. Bit i of a basis state's index is qubit i. Immutable and thread-safe; every result has the
 * same bits on any number of threads.
 */
public final class StateVector {
    private final Amplitudes amplitudes;
    private final Workers workers;
    private volatile boolean released;

    StateVector(Amplitudes amplitudes, Workers workers) {
        this.amplitudes = amplitudes;
        this.workers = workers;
    }

    /** Takes over amplitudes that nothing else writes from now on. For other packages of the engine. */
    public static StateVector owning(Amplitudes amplitudes, Workers workers) {
        return new StateVector(amplitudes, workers);
    }

    /**
     * Lets a function read amplitudes where they are: the state cannot be read after the function has returned. For other
     * packages of the engine.
     */
    public static <R> R lend(Amplitudes amplitudes, Workers workers, Function<StateVector, R> readout) {
        StateVector view = new StateVector(amplitudes, workers);
        try {
            return readout.apply(view);
        } finally {
            view.released = true;
        }
    }

    public int qubits() {
        return amplitudes.qubits();
    }

    public Amplitude amplitude(long basisState) {
        if (basisState < 0 || basisState >= amplitudes.size()) {
            throw new IndexOutOfBoundsException("Basis state %d of %d qubits".formatted(basisState, qubits()));
        }
        return new Amplitude(readable().real((int) basisState), readable().imaginary((int) basisState));
    }

    /** The probability of each basis state, by index; a new array of {@code 2^qubits} numbers. */
    public double[] probabilities() {
        double[] probabilities = new double[amplitudes.size()];
        for (int state = 0; state < probabilities.length; state++) {
            probabilities[state] = readable().probability(state);
        }
        return probabilities;
    }

    /**
     * The probabilities of the values of some qubits, whatever the others are.
     *
     * @param qubits distinct, in any order
     * @return {@code 2^qubits.length} numbers; bit k of an index is {@code qubits[k]}
     */
    public double[] marginal(int... qubits) {
        if (Arrays.stream(qubits).distinct().count() < qubits.length
                || Arrays.stream(qubits).anyMatch(qubit -> qubit < 0 || qubit >= qubits())) {
            throw new IllegalArgumentException(
                    "No distinct qubits of a state with %d: %s".formatted(qubits(), Arrays.toString(qubits)));
        }
        double[] marginal = new double[1 << qubits.length];
        for (int state = 0; state < amplitudes.size(); state++) {
            int index = 0;
            for (int bit = 0; bit < qubits.length; bit++) {
                index |= (state >> qubits[bit] & 1) << bit;
            }
            marginal[index] += readable().probability(state);
        }
        return marginal;
    }

    /** {@code <this|other>}. */
    public Amplitude innerProduct(StateVector other) {
        if (other.qubits() != qubits()) {
            throw new IllegalArgumentException(
                    "States of %d and %d qubits have no inner product".formatted(qubits(), other.qubits()));
        }
        return new Amplitude(
                InnerProductKernel.real(readable(), other.readable(), workers),
                InnerProductKernel.imaginary(readable(), other.readable(), workers));
    }

    /** {@code |<this|other>|^2}: 1 if both are the same but for a phase. */
    public double fidelity(StateVector other) {
        return innerProduct(other).probability();
    }

    /** The mean of a cost over basis states: that of a diagonal observable that is no short sum of Pauli strings. */
    public double expectation(LongToDoubleFunction costOfBasisState) {
        return BlockSums.sum(readable().size(), workers, (first, end, scratch) -> {
            double sum = 0;
            for (int state = first; state < end; state++) {
                double probability = amplitudes.probability(state);
                // The cost of a state that cannot occur need not be finite.
                sum += probability == 0 ? 0 : probability * costOfBasisState.applyAsDouble(state);
            }
            return sum;
        });
    }

    /** The exact expectation, constant included. */
    public double expectation(PauliSum observable) {
        return expectation(CompiledObservable.once(observable, qubits()));
    }

    /** The exact expectation of an observable that is evaluated often, constant included. */
    public double expectation(CompiledObservable observable) {
        requireSize(observable);
        return observable.expectation(readable(), workers);
    }

    /** {@code <O^2> - <O>^2}, exact: the variance of one shot. */
    public double variance(PauliSum observable) {
        return variance(CompiledObservable.once(observable, qubits()));
    }

    /** {@code <O^2> - <O>^2}, exact: the variance of one shot. */
    public double variance(CompiledObservable observable) {
        requireSize(observable);
        return observable.variance(readable(), workers);
    }

    /**
     * Measures the state so many times. The same seed gives the same counts on any number of threads.
     *
     * @param measurements which qubit each classical bit shows, as {@link CompiledCircuit#measurements} gives it
     */
    public Counts sample(MeasurementMap measurements, int shots, long seed) {
        return Sampler.sample(readable(), measurements, shots, seed, workers);
    }

    private Amplitudes readable() {
        if (released) {
            throw new IllegalStateException("This state was only to be read inside the function it was given to");
        }
        return amplitudes;
    }

    private void requireSize(CompiledObservable observable) {
        if (observable.qubits() != qubits()) {
            throw new IllegalArgumentException(
                    "An observable compiled for %d qubits on a state of %d".formatted(observable.qubits(), qubits()));
        }
    }
}
