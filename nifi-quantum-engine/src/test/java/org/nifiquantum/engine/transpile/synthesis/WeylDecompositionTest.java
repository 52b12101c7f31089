// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.transpile.synthesis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.nifiquantum.engine.circuit.Expression;
import org.nifiquantum.engine.operator.ComplexMatrix;
import org.nifiquantum.engine.transpile.rotation.Axis;
import org.nifiquantum.engine.transpile.rotation.EntanglingCost;
import org.nifiquantum.engine.transpile.rotation.Interaction;
import org.nifiquantum.engine.transpile.rotation.Rotation;
import org.nifiquantum.engine.transpile.rotation.Term;

class WeylDecompositionTest {
    private static final ComplexMatrix CX = permutation(0, 1, 3, 2);
    private static final ComplexMatrix SWAP = permutation(0, 2, 1, 3);

    /** The matrix that takes basis state k to image[k], with the phase that makes the determinant of a transposition 1. */
    private static ComplexMatrix permutation(int... image) {
        double[] values = new double[32];
        for (int state = 0; state < 4; state++) {
            values[2 * (4 * image[state] + state)] = 1;
        }
        double phase = Math.PI / 4;
        return ComplexMatrix.of(2, values).times(TwoQubitUnitaries.phases(phase, phase, phase, phase));
    }

    private static ComplexMatrix diagonal(double... phases) {
        double mean = Arrays.stream(phases).sum() / 4;
        return TwoQubitUnitaries.phases(
                Arrays.stream(phases).map(phase -> phase - mean).toArray());
    }

    private static ComplexMatrix canonical(double x, double y, double z) {
        return TwoQubitUnitaries.of(new Interaction(
                0,
                1,
                List.of(
                        new Term(Axis.X, Axis.X, Expression.constant(x)),
                        new Term(Axis.Y, Axis.Y, Expression.constant(y)),
                        new Term(Axis.Z, Axis.Z, Expression.constant(z)))));
    }

    private static ComplexMatrix locals(Random random) {
        return TwoQubitUnitaries.tensor(rotation(random), rotation(random));
    }

    private static Rotation rotation(Random random) {
        return Rotation.about(Axis.Z, random.nextDouble(7))
                .then(Rotation.about(Axis.X, random.nextDouble(7)))
                .then(Rotation.about(Axis.Z, random.nextDouble(7)));
    }

    /** Between random one-qubit gates, whose angles the test prints by their seed. */
    private static void check(int controlledNots, ComplexMatrix unitary, String what) {
        for (long seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            ComplexMatrix dressed =
                    seed == 0 ? unitary : locals(random).times(unitary).times(locals(random));
            WeylDecomposition found = WeylDecomposition.of(dressed, 0, 1);
            ComplexMatrix rebuilt = TwoQubitUnitaries.tensor(found.onFirst(), found.onSecond())
                    .times(TwoQubitUnitaries.of(found.interaction()));
            assertEquals(4, overlap(rebuilt, dressed), 1e-12, what + ", seed " + seed);
            assertEquals(controlledNots, EntanglingCost.of(found.interaction(), false), what + ", seed " + seed);
        }
    }

    /** {@code |Tr(left^* right)|}: 4 if and only if both are equal up to a phase. */
    private static double overlap(ComplexMatrix left, ComplexMatrix right) {
        ComplexMatrix product = left.adjoint().times(right);
        double real = 0;
        double imaginary = 0;
        for (int row = 0; row < 4; row++) {
            real += product.real(row, row);
            imaginary += product.imaginary(row, row);
        }
        return Math.hypot(real, imaginary);
    }

    @Test
    void productsOfOneQubitGatesTakeNoControlledNot() {
        check(0, ComplexMatrix.identity(2), "identity");
        check(0, diagonal(0, Math.PI, Math.PI, 0), "ZZ");
    }

    @Test
    void oneControlledNot() {
        check(1, CX, "cx");
        check(1, diagonal(0, 0, 0, Math.PI), "cz");
        check(1, SWAP.times(canonical(Math.PI / 2, Math.PI / 2, 0)), "iswap and swap");
    }

    @Test
    void twoControlledNots() {
        check(2, diagonal(0, 0, 0, 0.3), "cp(0.3)");
        check(2, diagonal(0, 0, 0, 1e-6), "cp(1e-6)");
        check(2, canonical(Math.PI / 2, Math.PI / 2, 0), "iswap");
        check(2, SWAP.times(CX), "cx, swap");
        check(2, canonical(0.3, 0.3, 0), "partial iswap");
        check(2, canonical(0.9, -0.2, 0), "two angles");
    }

    @Test
    void threeControlledNots() {
        check(3, SWAP, "swap");
        check(3, canonical(Math.PI / 4, Math.PI / 4, Math.PI / 4), "root of swap");
        check(3, SWAP.times(diagonal(0, 0, 0, 0.3)), "cp(0.3), swap");
        check(3, canonical(0.9, -0.2, 0.4), "three angles");
        check(3, canonical(0.9, 0.2, 1e-6), "one tiny angle");
    }

    @Test
    void randomUnitaries() {
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            ComplexMatrix unitary = locals(random)
                    .times(CX)
                    .times(locals(random))
                    .times(CX)
                    .times(locals(random))
                    .times(CX)
                    .times(locals(random));
            check(3, unitary, "random " + seed);
        }
    }
}
