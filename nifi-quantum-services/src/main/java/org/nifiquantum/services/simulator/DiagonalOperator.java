// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.simulator;

import org.nifiquantum.engine.operator.PauliSum;
import org.nifiquantum.engine.operator.PauliTerm;

/** A sum of strings of Z letters, as it acts on single outcomes: each string gives the sign of the parity of its qubits. */
final class DiagonalOperator {

    private final double constant;
    private final long[] masks;
    private final double[] coefficients;

    /** Takes an operator that is diagonal. */
    DiagonalOperator(PauliSum operator) {
        constant = operator.constant();
        masks = operator.terms().stream()
                .mapToLong(term -> term.string().zMask())
                .toArray();
        coefficients =
                operator.terms().stream().mapToDouble(PauliTerm::coefficient).toArray();
    }

    /** What measuring the basis state gives. */
    double eigenvalue(long basisState) {
        double value = constant;
        for (int i = 0; i < masks.length; i++) {
            boolean odd = (Long.bitCount(masks[i] & basisState) & 1) == 1;
            value += odd ? -coefficients[i] : coefficients[i];
        }
        return value;
    }
}
