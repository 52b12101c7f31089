// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.transpile.optimization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nifiquantum.engine.circuit.Expression;
import org.nifiquantum.engine.operator.ComplexMatrix;
import org.nifiquantum.engine.transpile.rotation.Axis;
import org.nifiquantum.engine.transpile.rotation.Interaction;
import org.nifiquantum.engine.transpile.rotation.Rotation;
import org.nifiquantum.engine.transpile.rotation.Term;

/** What was merged is compared with the product of the two, as matrices put together here from the axes of their terms. */
class MergingTest {

    private static final Expression THETA = Expression.parameter("theta");
    private static final List<Axis> AXES = List.of(Axis.X, Axis.Y, Axis.Z);

    /** One to three open terms, then an exchange seen through any rotations of its wires, of either hand. */
    @Test
    void anOpenInteractionSwallowsAnExchange() {
        int hands = 0;
        for (long seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            Interaction open = open(1 + random.nextInt(3), random);
            Interaction exchange = exchange(random);
            hands += hand(exchange) > 0 ? 1 : 0;
            Merging.Merged merged =
                    new Merging(random.nextBoolean()).merge(open, exchange).orElseThrow();
            double theta = 6 * random.nextDouble() - 3;
            ComplexMatrix expected = matrix(exchange, theta).times(matrix(open, theta));
            ComplexMatrix found =
                    matrix(merged.onFirst()).and(matrix(merged.onSecond())).times(matrix(merged.interaction(), theta));
            assertEquals(4, overlap(expected, found), 1e-9, "seed " + seed);
        }
        assertTrue(hands > 50 && hands < 150, "%d of 200 exchanges are right-handed".formatted(hands));
    }

    private static Interaction open(int terms, Random random) {
        Rotation first = rotation(random);
        Rotation second = rotation(random);
        return new Interaction(
                0,
                1,
                IntStream.range(0, terms)
                        .mapToObj(i -> new Term(
                                first.apply(AXES.get(i)),
                                second.apply(AXES.get(i)),
                                THETA.times(random.nextDouble() + 0.1).plus(Expression.constant(random.nextDouble()))))
                        .toList());
    }

    /** Three perpendicular pairs of axes with angles of pi/2 up to their sign and multiples of pi. */
    private static Interaction exchange(Random random) {
        Rotation first = rotation(random);
        Rotation second = rotation(random);
        List<Term> terms = new ArrayList<>();
        for (Axis axis : AXES) {
            Axis turned = first.apply(axis);
            terms.add(new Term(
                    random.nextBoolean() ? turned : turned.negate(),
                    second.apply(axis),
                    Expression.constant(Math.PI / 2 + Math.PI * (random.nextInt(4) - 2))));
        }
        return new Interaction(0, 1, terms);
    }

    private static double hand(Interaction exchange) {
        List<Term> terms = exchange.terms();
        return terms.get(0).first().cross(terms.get(1).first()).dot(terms.get(2).first());
    }

    private static Rotation rotation(Random random) {
        return Rotation.about(Axis.Z, 7 * random.nextDouble())
                .then(Rotation.about(Axis.X, 7 * random.nextDouble()))
                .then(Rotation.about(Axis.Z, 7 * random.nextDouble()));
    }

    /** The product of {@code cos(angle/2) - i sin(angle/2) (a.sigma)(b.sigma)}, the first wire being the first operand. */
    private static ComplexMatrix matrix(Interaction interaction, double theta) {
        ComplexMatrix product = ComplexMatrix.identity(2);
        for (Term term : interaction.terms()) {
            double half = term.angle().evaluate(name -> theta) / 2;
            ComplexMatrix axes = pauli(term.first()).and(pauli(term.second()));
            product = product.times(
                    ComplexMatrix.identity(2).times(Math.cos(half)).plus(timesMinusI(axes, Math.sin(half))));
        }
        return product;
    }

    private static ComplexMatrix matrix(Rotation rotation) {
        Axis axis = new Axis(rotation.x(), rotation.y(), rotation.z());
        return ComplexMatrix.identity(1).times(rotation.w()).plus(timesMinusI(pauli(axis), 1));
    }

    /** {@code x X + y Y + z Z}. */
    private static ComplexMatrix pauli(Axis axis) {
        return ComplexMatrix.of(1, axis.z(), 0, axis.x(), -axis.y(), axis.x(), axis.y(), -axis.z(), 0);
    }

    private static ComplexMatrix timesMinusI(ComplexMatrix matrix, double factor) {
        double[] values = new double[2 * matrix.dimension() * matrix.dimension()];
        for (int row = 0; row < matrix.dimension(); row++) {
            for (int column = 0; column < matrix.dimension(); column++) {
                int index = 2 * (row * matrix.dimension() + column);
                values[index] = factor * matrix.imaginary(row, column);
                values[index + 1] = -factor * matrix.real(row, column);
            }
        }
        return ComplexMatrix.of(matrix.qubits(), values);
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
}
