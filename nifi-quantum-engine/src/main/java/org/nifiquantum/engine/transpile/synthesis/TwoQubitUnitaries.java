// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.transpile.synthesis;

import org.nifiquantum.engine.operator.ComplexMatrix;
import org.nifiquantum.engine.transpile.rotation.Angles;
import org.nifiquantum.engine.transpile.rotation.Interaction;
import org.nifiquantum.engine.transpile.rotation.Rotation;
import org.nifiquantum.engine.transpile.rotation.Term;

/** Matrices of 4 rows, all of determinant 1. Bit 0 of a row or column index is the first wire, bit 1 the second. */
final class TwoQubitUnitaries {
    private TwoQubitUnitaries() {}

    /** The unitary of an interaction whose angles are known. */
    static ComplexMatrix of(Interaction interaction) {
        ComplexMatrix product = ComplexMatrix.identity(2);
        for (Term term : interaction.terms()) {
            product = of(term).times(product);
        }
        return product;
    }

    static ComplexMatrix tensor(Rotation first, Rotation second) {
        return matrix(first).and(matrix(second));
    }

    /** A diagonal matrix of {@code exp(i angle)}. */
    static ComplexMatrix phases(double... angles) {
        double[] values = new double[32];
        for (int row = 0; row < 4; row++) {
            values[10 * row] = Math.cos(angles[row]);
            values[10 * row + 1] = Math.sin(angles[row]);
        }
        return ComplexMatrix.of(2, values);
    }

    /** {@code cos(angle/2) - i sin(angle/2) (first x second)}. */
    private static ComplexMatrix of(Term term) {
        double half = Angles.value(term.angle()) / 2;
        ComplexMatrix axes = pauli(
                        term.first().x(), term.first().y(), term.first().z())
                .and(pauli(term.second().x(), term.second().y(), term.second().z()));
        ComplexMatrix turned = axes.times(phases(-Math.PI / 2, -Math.PI / 2, -Math.PI / 2, -Math.PI / 2));
        return ComplexMatrix.identity(2).times(Math.cos(half)).plus(turned.times(Math.sin(half)));
    }

    /** {@code x X + y Y + z Z}. */
    private static ComplexMatrix pauli(double x, double y, double z) {
        return ComplexMatrix.of(1, z, 0, x, -y, x, y, -z, 0);
    }

    private static ComplexMatrix matrix(Rotation r) {
        return ComplexMatrix.of(1, r.w(), -r.z(), -r.y(), -r.x(), r.y(), -r.x(), r.w(), r.z());
    }
}
