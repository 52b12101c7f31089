// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem.chemistry;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import java.util.function.ToIntFunction;
import java.util.stream.LongStream;
import org.nifiquantum.engine.circuit.BitString;
import org.nifiquantum.optimization.problem.SpinOrder;

/** The basis states of one number of electrons, or all of them, and the operator among them. */
final class Sector {
    private final PauliMatrix matrix;
    private final int qubits;
    /** Ascending. */
    private final long[] states;

    private Sector(PauliMatrix matrix, int qubits, long[] states) {
        this.matrix = matrix;
        this.qubits = qubits;
        this.states = states;
    }

    static Sector of(Molecule molecule) {
        return of(molecule, molecule.electrons());
    }

    static Sector of(Molecule molecule, OptionalInt electrons) {
        int qubits = molecule.qubits();
        if (qubits > 24) {
            throw new IllegalArgumentException("The basis states of " + qubits + " qubits are too many to list.");
        }
        long[] states = LongStream.range(0, 1L << qubits)
                .filter(state -> electrons.isEmpty() || Long.bitCount(state) == electrons.getAsInt())
                .toArray();
        return new Sector(PauliMatrix.of(molecule.hamiltonian()), qubits, states);
    }

    /**
     * The basis state of lowest energy: that of Hartree-Fock where the orbitals are its own. Where spins are told apart, of those
     * whose electrons are paired as far as can be, as in restricted Hartree-Fock: only such a determinant is a spin singlet, or a
     * doublet, by itself.
     */
    BitString lowestBasisState(Optional<SpinOrder> spins) {
        ToIntFunction<Long> unpaired =
                state -> spins.map(order -> order.unpaired(state, qubits)).orElse(0);
        return Arrays.stream(states)
                .boxed()
                .min(Comparator.comparingInt(unpaired).thenComparingDouble(matrix::diagonal))
                .map(state -> BitString.ofIndex(state, qubits))
                .orElseThrow();
    }

    double lowestEnergy() {
        return lowestEnergy(() -> false).orElseThrow();
    }

    /** Empty if it was stopped before it had converged. */
    OptionalDouble lowestEnergy(BooleanSupplier stopped) {
        OptionalDouble lowest = Lanczos.lowest(states.length, vector -> multiply(vector, stopped), stopped);
        return lowest.isPresent() ? OptionalDouble.of(matrix.constant() + lowest.getAsDouble()) : lowest;
    }

    /** The operator, without its constant, times a vector; something else if it was stopped. */
    private double[] multiply(double[] vector, BooleanSupplier stopped) {
        int[] places = places();
        double[] product = new double[vector.length];
        for (int term = 0; term < matrix.terms() && !stopped.getAsBoolean(); term++) {
            long flip = matrix.flips(term);
            for (int from = 0; from < states.length; from++) {
                int to = places[(int) (states[from] ^ flip)];
                if (to >= 0) {
                    product[to] += matrix.entry(term, states[from]) * vector[from];
                }
            }
        }
        return product;
    }

    /** The place of each basis state among those of the sector, -1 if it is not there. */
    private int[] places() {
        int[] places = new int[1 << qubits];
        Arrays.fill(places, -1);
        for (int i = 0; i < states.length; i++) {
            places[(int) states[i]] = i;
        }
        return places;
    }
}
