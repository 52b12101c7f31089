// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem;

import java.util.List;
import org.nifiquantum.engine.circuit.BitString;
import org.nifiquantum.engine.operator.IsingModel;
import org.nifiquantum.engine.operator.IsingModelBuilder;

/**
 * A model of spins as a user gives it: make offset + sum_i h_i s_i + sum_{i&lt;j} J_ij s_i s_j smallest over spins s of +1
 * and -1. In an answer bit 0 is spin +1 and bit 1 is spin -1, as of any qubit.
 *
 * <p>A coupling of a spin with itself is refused: s s = 1, so it belongs to the offset. The values of equal pairs add up,
 * so {@link #couplings()} holds each pair at most once, the smaller index first, in the order of first appearance.
 *
 * @param spins the names of the spins, at least one, all different
 * @param fields the field h of each spin
 * @param couplings the couplings J by index; none is allowed
 * @param offset what is added to each energy
 */
public record Ising(List<String> spins, List<Double> fields, List<PairTerm> couplings, double offset)
        implements BinaryProblem {
    /** The name of this kind of problem in documents. */
    public static final String TYPE = "ising";

    private static final VariableRules SPINS = new VariableRules("/spins", "spin");
    private static final PairRules PAIRS =
            new PairRules("/couplings", "value", "spin", "Add its value to the offset: of a spin, s s is 1.");

    /**
     * Checks and joins.
     *
     * @throws ProblemFormatException naming the first spin or coefficient that cannot be used, as a JSON pointer
     */
    public Ising {
        spins = SPINS.checked(spins);
        fields = List.copyOf(fields);
        double size = SPINS.totalSize("/fields", spins, fields, offset);
        couplings = PAIRS.joined(spins.size(), size, List.copyOf(couplings));
    }

    @Override
    public String type() {
        return TYPE;
    }

    /** Always to be minimised: the objective is an energy. */
    @Override
    public Sense sense() {
        return Sense.MINIMIZE;
    }

    @Override
    public List<String> variables() {
        return spins;
    }

    @Override
    public IsingModel ising() {
        IsingModelBuilder model = IsingModel.builder(spins.size()).constant(offset);
        for (int i = 0; i < spins.size(); i++) {
            model.field(i, fields.get(i));
        }
        for (PairTerm coupling : couplings) {
            model.coupling(coupling.first(), coupling.second(), coupling.value());
        }
        return model.build();
    }

    @Override
    public double objective(BitString bits) {
        SPINS.requireBits(bits, spins.size());
        double energy = offset;
        for (int i = 0; i < spins.size(); i++) {
            energy += bits.get(i) ? -fields.get(i) : fields.get(i);
        }
        for (PairTerm coupling : couplings) {
            boolean parallel = bits.get(coupling.first()) == bits.get(coupling.second());
            energy += parallel ? coupling.value() : -coupling.value();
        }
        return energy;
    }

    /** There are no constraints, and the variables say it all. */
    @Override
    public Answer decode(BitString bits) {
        return Answer.of(objective(bits));
    }
}
