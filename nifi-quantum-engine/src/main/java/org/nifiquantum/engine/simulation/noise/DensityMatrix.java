// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.noise;

import java.util.List;
import org.nifiquantum.engine.circuit.MeasurementMap;
import org.nifiquantum.engine.operator.PauliSum;
import org.nifiquantum.engine.operator.PauliTerm;
import org.nifiquantum.engine.simulation.Amplitude;
import org.nifiquantum.engine.simulation.Counts;
import org.nifiquantum.engine.simulation.StateVector;
import org.nifiquantum.engine.simulation.kernel.Amplitudes;
import org.nifiquantum.engine.simulation.kernel.WeightKernel;
import org.nifiquantum.engine.simulation.kernel.Workers;

/**
 * The state of qubits under noise, exact but for rounding. Bit i of a row or column index is qubit i. Immutable and thread-safe;
 * every result has the same bits on any number of threads.
 */
public final class DensityMatrix {
    private final int qubits;
    /** The element of row r and column c is at {@code r + c 2^qubits}. */
    private final Amplitudes vector;

    private final Workers workers;

    DensityMatrix(int qubits, Amplitudes vector, Workers workers) {
        this.qubits = qubits;
        this.vector = vector;
        this.workers = workers;
    }

    public int qubits() {
        return qubits;
    }

    public Amplitude element(int row, int column) {
        int dimension = 1 << qubits;
        if (row < 0 || row >= dimension || column < 0 || column >= dimension) {
            throw new IndexOutOfBoundsException("Element %d, %d of %d qubits".formatted(row, column, qubits));
        }
        int index = row + (column << qubits);
        return new Amplitude(vector.real(index), vector.imaginary(index));
    }

    /** The probability of each basis state, by index; a new array of {@code 2^qubits} numbers. */
    public double[] probabilities() {
        double[] probabilities = new double[1 << qubits];
        for (int state = 0; state < probabilities.length; state++) {
            probabilities[state] = vector.real(state + (state << qubits));
        }
        return probabilities;
    }

    /** {@code Tr rho^2}: 1 for a pure state, {@code 2^-qubits} for the fully mixed one. */
    public double purity() {
        return WeightKernel.norm(vector, workers);
    }

    /** {@code <a|rho|a>} for a pure state a of as many qubits. */
    public double fidelity(StateVector state) {
        if (state.qubits() != qubits) {
            throw new IllegalArgumentException(
                    "A state of %d qubits beside a density matrix of %d".formatted(state.qubits(), qubits));
        }
        double fidelity = 0;
        for (int column = 0; column < 1 << qubits; column++) {
            Amplitude right = state.amplitude(column);
            for (int row = 0; row < 1 << qubits; row++) {
                Amplitude left = state.amplitude(row);
                int index = row + (column << qubits);
                double re = left.real() * right.real() + left.imaginary() * right.imaginary();
                double im = left.real() * right.imaginary() - left.imaginary() * right.real();
                fidelity += re * vector.real(index) - im * vector.imaginary(index);
            }
        }
        return fidelity;
    }

    /** {@code Tr rho O}, constant included. */
    public double expectation(PauliSum observable) {
        if (observable.span() > qubits) {
            throw new IllegalArgumentException("The observable acts on qubit %d of a state with %d qubits"
                    .formatted(observable.span() - 1, qubits));
        }
        double expectation = observable.constant();
        for (PauliTerm term : observable.terms()) {
            expectation += term.coefficient() * expectation(term);
        }
        return expectation;
    }

    /** {@code Tr rho O^2 - (Tr rho O)^2}: the variance of one shot. */
    public double variance(PauliSum observable) {
        PauliSum centred = observable.plus(new PauliSum(List.of(), -observable.constant()));
        double mean = expectation(centred);
        return Math.max(0, expectation(centred.squared()) - mean * mean);
    }

    /**
     * Measures the state so many times, without errors of the readout.
     *
     * @param measurements which qubit each classical bit shows
     */
    public Counts sample(MeasurementMap measurements, int shots, long seed) {
        return sample(NoiseModel.NONE, measurements, shots, seed);
    }

    Counts sample(NoiseModel noise, MeasurementMap measurements, int shots, long seed) {
        double[] read = Readout.read(noise, qubits, probabilities());
        return StateVector.owning(Amplitudes.ofProbabilities(qubits, read), workers)
                .sample(measurements, shots, seed);
    }

    /** A string maps {@code |x>} to {@code i^y (-1)^parity(x & z) |x ^ flips>} with y letters Y. */
    private double expectation(PauliTerm term) {
        int flips = (int) term.string().xMask();
        int signs = (int) term.string().zMask();
        int quarters = Integer.bitCount(flips & signs) & 3;
        double sum = 0;
        for (int state = 0; state < 1 << qubits; state++) {
            int index = state + ((state ^ flips) << qubits);
            // The real part of i^y times the element.
            double value = switch (quarters) {
                case 0 -> vector.real(index);
                case 1 -> -vector.imaginary(index);
                case 2 -> -vector.real(index);
                default -> vector.imaginary(index);
            };
            sum += (Integer.bitCount(state & signs) & 1) == 0 ? value : -value;
        }
        return sum;
    }
}
