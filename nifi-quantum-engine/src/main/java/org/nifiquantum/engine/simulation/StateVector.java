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
    private final int qubits;
    /**
     * Of a state that does not change when all its qubits are flipped, only those with the highest qubit 0 are kept, times
     * {@code sqrt(2)}.
     */
    private final Amplitudes amplitudes;

    private final Workers workers;
    private volatile boolean released;

    /** Takes the amplitudes of a state of so many qubits, or of its half. */
    StateVector(int qubits, Amplitudes amplitudes, Workers workers) {
        this.qubits = qubits;
        this.amplitudes = amplitudes;
        this.workers = workers;
    }

    /** Takes over amplitudes that nothing else writes from now on. For other packages of the engine. */
    public static StateVector owning(Amplitudes amplitudes, Workers workers) {
        return new StateVector(amplitudes.qubits(), amplitudes, workers);
    }

    /**
     * Lets a function read amplitudes where they are: the state cannot be read after the function has returned. For other
     * packages of the engine.
     */
    public static <R> R lend(Amplitudes amplitudes, Workers workers, Function<StateVector, R> readout) {
        return lend(amplitudes.qubits(), amplitudes, workers, readout);
    }

    static <R> R lend(int qubits, Amplitudes amplitudes, Workers workers, Function<StateVector, R> readout) {
        StateVector view = new StateVector(qubits, amplitudes, workers);
        try {
            return readout.apply(view);
        } finally {
            view.released = true;
        }
    }

    public int qubits() {
        return qubits;
    }

    public Amplitude amplitude(long basisState) {
        if (basisState < 0 || basisState >= 1L << qubits) {
            throw new IndexOutOfBoundsException("Basis state %d of %d qubits".formatted(basisState, qubits));
        }
        int index = index((int) basisState);
        double scale = isHalved() ? Math.sqrt(0.5) : 1;
        return new Amplitude(scale * readable().real(index), scale * readable().imaginary(index));
    }

    /** The probability of each basis state, by index; a new array of {@code 2^qubits} numbers. */
    public double[] probabilities() {
        double[] probabilities = new double[1 << qubits];
        for (int state = 0; state < probabilities.length; state++) {
            probabilities[state] = probability(state);
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
        for (int state = 0; state < 1 << qubits(); state++) {
            int index = 0;
            for (int bit = 0; bit < qubits.length; bit++) {
                index |= (state >> qubits[bit] & 1) << bit;
            }
            marginal[index] += probability(state);
        }
        return marginal;
    }

    /** {@code <this|other>}. */
    public Amplitude innerProduct(StateVector other) {
        if (other.qubits() != qubits()) {
            throw new IllegalArgumentException(
                    "States of %d and %d qubits have no inner product".formatted(qubits(), other.qubits()));
        }
        boolean asTheyAre = isHalved() == other.isHalved();
        Amplitudes left = asTheyAre ? readable() : whole();
        Amplitudes right = asTheyAre ? other.readable() : other.whole();
        return new Amplitude(
                InnerProductKernel.real(left, right, workers), InnerProductKernel.imaginary(left, right, workers));
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
                sum += probability == 0 ? 0 : probability * mirrored(costOfBasisState, state);
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
        return (isHalved() ? observable.halved() : observable).expectation(readable(), workers);
    }

    /** {@code <O^2> - <O>^2}, exact: the variance of one shot. */
    public double variance(PauliSum observable) {
        return variance(CompiledObservable.once(observable, qubits()));
    }

    /** {@code <O^2> - <O>^2}, exact: the variance of one shot. */
    public double variance(CompiledObservable observable) {
        requireSize(observable);
        return isHalved() && HalvedObservable.isEven(observable.observable())
                ? observable.halved().variance(readable(), workers)
                : observable.variance(whole(), workers);
    }

    /**
     * Measures the state so many times. The same seed gives the same counts on any number of threads.
     *
     * @param measurements which qubit each classical bit shows, as {@link CompiledCircuit#measurements} gives it
     */
    public Counts sample(MeasurementMap measurements, int shots, long seed) {
        return Sampler.sample(qubits, readable(), measurements, shots, seed, workers);
    }

    private boolean isHalved() {
        return amplitudes.qubits() < qubits;
    }

    /** Where the amplitude of a basis state stands. */
    private int index(int basisState) {
        return basisState < amplitudes.size() ? basisState : ~basisState & (amplitudes.size() - 1);
    }

    private double probability(int basisState) {
        double probability = readable().probability(index(basisState));
        return isHalved() ? probability / 2 : probability;
    }

    /** The cost of a basis state, or the mean of it and its mirror image if they are one amplitude. */
    private double mirrored(LongToDoubleFunction cost, int state) {
        return isHalved()
                ? (cost.applyAsDouble(state) + cost.applyAsDouble((1L << qubits) - 1 - state)) / 2
                : cost.applyAsDouble(state);
    }

    /** The amplitudes of all basis states; more memory where only half of them are kept. */
    private Amplitudes whole() {
        return isHalved() ? readable().unfolded() : readable();
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
