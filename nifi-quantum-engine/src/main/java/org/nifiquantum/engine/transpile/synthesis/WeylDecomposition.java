// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.transpile.synthesis;

import java.util.ArrayList;
import java.util.List;
import org.nifiquantum.engine.operator.ComplexMatrix;
import org.nifiquantum.engine.transpile.rotation.Angles;
import org.nifiquantum.engine.transpile.rotation.Axis;
import org.nifiquantum.engine.transpile.rotation.Interaction;
import org.nifiquantum.engine.transpile.rotation.Rotation;
import org.nifiquantum.engine.transpile.rotation.Term;

/**
 * A two-qubit unitary as an interaction and one-qubit gates after it, up to a global phase (the KAK or Weyl decomposition: Kraus
 * and Cirac, arXiv:quant-ph/0011050; Vatan and Williams, arXiv:quant-ph/0308006). Angles lie in (-pi/2, pi/2]; those that are 0
 * are left out, so that the number of terms and their size tell how many gates are needed.
 *
 * @param interaction what acts first
 * @param onFirst then on its first wire
 * @param onSecond then on its second wire
 */
public record WeylDecomposition(Interaction interaction, Rotation onFirst, Rotation onSecond) {
    /** The columns are the Bell states with the phases that turn one-qubit gates into real orthogonal matrices. */
    private static final ComplexMatrix MAGIC = magic();

    private static final ComplexMatrix MAGIC_ADJOINT = MAGIC.adjoint();

    /** The decomposition of two interactions of the same wires, in the same order, with known angles. */
    public static WeylDecomposition ofProduct(Interaction earlier, Interaction later) {
        ComplexMatrix product = TwoQubitUnitaries.of(later).times(TwoQubitUnitaries.of(earlier));
        return of(product, earlier.first(), earlier.second());
    }

    /** A unitary of determinant 1 is {@code M = K exp(i delta) O^T} in the magic basis, O being the eigenvectors of {@code M^T M}. */
    static WeylDecomposition of(ComplexMatrix unitary, int first, int second) {
        ComplexMatrix inMagic = MAGIC_ADJOINT.times(unitary).times(MAGIC);
        ComplexMatrix squared = transpose(inMagic).times(inMagic);
        ComplexMatrix vectors = SimultaneousDiagonalization.eigenvectors(squared);
        ComplexMatrix values = transpose(vectors).times(squared).times(vectors);
        double[] delta = new double[4];
        double sum = 0;
        for (int index = 0; index < 4; index++) {
            delta[index] = Math.atan2(values.imaginary(index, index), values.real(index, index)) / 2;
            sum += delta[index];
        }
        if (Math.cos(sum) < 0) {
            delta[0] += Math.PI;
        }
        ComplexMatrix outer =
                inMagic.times(vectors).times(TwoQubitUnitaries.phases(-delta[0], -delta[1], -delta[2], -delta[3]));
        Rotation[] after = factors(MAGIC.times(outer).times(MAGIC_ADJOINT));
        Rotation[] before = factors(MAGIC.times(transpose(vectors)).times(MAGIC_ADJOINT));
        double[] angles = {
            (delta[0] - delta[1] + delta[2] - delta[3]) / -2,
            (-delta[0] + delta[1] + delta[2] - delta[3]) / -2,
            (delta[0] + delta[1] - delta[2] - delta[3]) / -2
        };
        return assemble(angles, before, after, first, second);
    }

    private static WeylDecomposition assemble(
            double[] angles, Rotation[] before, Rotation[] after, int first, int second) {
        Axis[] axes = {Axis.X, Axis.Y, Axis.Z};
        List<Term> terms = new ArrayList<>();
        Rotation onFirst = before[0];
        Rotation onSecond = before[1];
        for (int index = 0; index < 3; index++) {
            double reduced = Angles.reduce(angles[index], Math.PI);
            if (Math.cos(angles[index] - reduced) < 0) {
                onFirst = onFirst.then(Rotation.about(axes[index], Math.PI));
                onSecond = onSecond.then(Rotation.about(axes[index], Math.PI));
            }
            if (!Angles.isZero(reduced)) {
                terms.add(new Term(
                        before[0].inverse().apply(axes[index]),
                        before[1].inverse().apply(axes[index]),
                        Angles.of(reduced)));
            }
        }
        return new WeylDecomposition(
                new Interaction(first, second, terms), onFirst.then(after[0]), onSecond.then(after[1]));
    }

    /** The factors of a tensor product of one-qubit unitaries, each up to its phase: those through its largest entry. */
    private static Rotation[] factors(ComplexMatrix product) {
        int row = 0;
        int column = 0;
        for (int index = 1; index < 16; index++) {
            if (size(product, index >> 2, index & 3) > size(product, row, column)) {
                row = index >> 2;
                column = index & 3;
            }
        }
        double[] first = new double[8];
        double[] second = new double[8];
        for (int index = 0; index < 4; index++) {
            copy(product, (row & 2) | index >> 1, (column & 2) | (index & 1), first, index);
            copy(product, (row & 1) | (index & 2), (column & 1) | (index & 1) << 1, second, index);
        }
        return new Rotation[] {Rotation.ofMatrix(first), Rotation.ofMatrix(second)};
    }

    private static void copy(ComplexMatrix from, int row, int column, double[] to, int index) {
        to[2 * index] = from.real(row, column);
        to[2 * index + 1] = from.imaginary(row, column);
    }

    private static double size(ComplexMatrix matrix, int row, int column) {
        return Math.hypot(matrix.real(row, column), matrix.imaginary(row, column));
    }

    private static ComplexMatrix transpose(ComplexMatrix matrix) {
        return matrix.adjoint().conjugate();
    }

    private static ComplexMatrix magic() {
        double r = Math.sqrt(0.5);
        return ComplexMatrix.of(
                2, //
                r, 0, 0, r, 0, 0, 0, 0, //
                0, 0, 0, 0, 0, r, -r, 0, //
                0, 0, 0, 0, 0, r, r, 0, //
                r, 0, 0, -r, 0, 0, 0, 0);
    }
}
