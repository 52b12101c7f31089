// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.solver;

import java.util.Arrays;
import org.nifiquantum.engine.operator.Coupling;
import org.nifiquantum.engine.operator.IsingModel;

/** A small Ising model as a full matrix, without its constant. */
final class DenseModel {
    /** h_i. */
    private final double[] fields;
    /** J_ij, symmetric, zero on the diagonal. */
    private final double[][] couplings;

    private DenseModel(double[] fields, double[][] couplings) {
        this.fields = fields;
        this.couplings = couplings;
    }

    static DenseModel of(IsingModel model) {
        int size = model.spins();
        double[][] couplings = new double[size][size];
        for (Coupling coupling : model.couplings()) {
            couplings[coupling.first()][coupling.second()] = coupling.strength();
            couplings[coupling.second()][coupling.first()] = coupling.strength();
        }
        return new DenseModel(model.fields(), couplings);
    }

    int size() {
        return fields.length;
    }

    /** The couplings of one spin to all; not to be changed. */
    double[] couplings(int spin) {
        return couplings[spin];
    }

    boolean hasFields() {
        return Arrays.stream(fields).anyMatch(field -> field != 0);
    }

    double energy(double[] spins) {
        double energy = 0;
        for (int i = 0; i < size(); i++) {
            double below = fields[i];
            for (int j = 0; j < i; j++) {
                below += couplings[i][j] * spins[j];
            }
            energy += spins[i] * below;
        }
        return energy;
    }

    /** f_i = h_i + sum_j J_ij s_j of the first {@code count} spins. */
    double[] localFields(double[] spins, int count) {
        double[] localFields = new double[count];
        for (int i = 0; i < count; i++) {
            double field = fields[i];
            for (int j = 0; j < size(); j++) {
                field += couplings[i][j] * spins[j];
            }
            localFields[i] = field;
        }
        return localFields;
    }
}
