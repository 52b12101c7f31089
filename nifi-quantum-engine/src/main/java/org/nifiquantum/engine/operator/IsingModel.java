// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.operator;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.RandomAccess;
import org.nifiquantum.engine.circuit.BitString;

/**
 * Spins {@code s_i} of +1 (bit 0) and -1 (bit 1) with the energy
 * {@code constant + sum_i h_i s_i + sum_{i<j} J_ij s_i s_j}. Immutable; flat arrays serve millions of couplings.
 */
public final class IsingModel {
    private final double[] fields;
    private final double constant;
    private final int[] firsts;
    private final int[] seconds;
    private final double[] strengths;
    private final Adjacency adjacency;

    /** Takes ownership of the arrays; couplings are sorted, without repeats, first below second. */
    IsingModel(double[] fields, int[] firsts, int[] seconds, double[] strengths, double constant) {
        this.fields = fields;
        this.firsts = firsts;
        this.seconds = seconds;
        this.strengths = strengths;
        this.constant = constant;
        this.adjacency = Adjacency.of(fields.length, firsts, seconds, strengths);
    }

    public static IsingModelBuilder builder(int spins) {
        return new IsingModelBuilder(spins);
    }

    public int spins() {
        return fields.length;
    }

    public double constant() {
        return constant;
    }

    public double field(int spin) {
        return fields[spin];
    }

    /** The fields h_i, a copy. */
    public double[] fields() {
        return fields.clone();
    }

    /** The couplings that are not 0, ordered by first and second spin. */
    public List<Coupling> couplings() {
        return new CouplingList();
    }

    /** The couplings as each spin sees them; for solvers. */
    public Adjacency adjacency() {
        return adjacency;
    }

    /**
     * The energy of an assignment.
     *
     * @throws IllegalArgumentException if it has not one bit for each spin
     */
    public double energy(BitString bits) {
        if (bits.length() != spins()) {
            throw new IllegalArgumentException("%d bits for %d spins".formatted(bits.length(), spins()));
        }
        double energy = constant;
        for (int spin = 0; spin < fields.length; spin++) {
            energy += bits.get(spin) ? -fields[spin] : fields[spin];
        }
        for (int index = 0; index < strengths.length; index++) {
            boolean parallel = bits.get(firsts[index]) == bits.get(seconds[index]);
            energy += parallel ? strengths[index] : -strengths[index];
        }
        return energy;
    }

    /** The same energy as an operator: Z_i for s_i. */
    public PauliSum toPauliSum() {
        List<PauliTerm> terms = new ArrayList<>();
        for (int spin = 0; spin < fields.length; spin++) {
            if (fields[spin] != 0) {
                terms.add(new PauliTerm(fields[spin], PauliString.z(spin)));
            }
        }
        for (Coupling coupling : couplings()) {
            terms.add(new PauliTerm(coupling.strength(), PauliString.z(coupling.first(), coupling.second())));
        }
        return new PauliSum(terms, constant);
    }

    private final class CouplingList extends AbstractList<Coupling> implements RandomAccess {
        @Override
        public Coupling get(int index) {
            return new Coupling(firsts[index], seconds[index], strengths[index]);
        }

        @Override
        public int size() {
            return strengths.length;
        }
    }
}
