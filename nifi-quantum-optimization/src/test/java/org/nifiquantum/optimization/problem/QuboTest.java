// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nifiquantum.engine.circuit.BitString;

class QuboTest {
    private static final List<String> NAMES = List.of("a", "b", "c");

    /** 10 - 1 a - 2 b + 4 c + 3 a b - 8 b c, by hand; the text names c first. */
    @ParameterizedTest
    @CsvSource({"000, 10", "001, 9", "010, 8", "011, 10", "100, 14", "101, 13", "110, 4", "111, 6"})
    void objectiveIsThePolynomial(String bits, double expected) {
        Qubo problem = qubo(Sense.MINIMIZE, List.of(-1., -2., 4.), new PairTerm(0, 1, 3), new PairTerm(1, 2, -8));
        assertEquals(expected, problem.objective(BitString.parse(bits)));
        assertEquals(NAMES, problem.variables());
        assertTrue(problem.feasible(BitString.parse(bits)));
    }

    /** Against x'Qx with a full, unsymmetric matrix, entry by entry. */
    @ParameterizedTest
    @EnumSource
    void energyIsTheObjectiveOrItsNegative(Sense sense) {
        for (long seed = 1; seed <= 20; seed++) {
            double[][] matrix = randomMatrix(6, new Random(seed));
            Qubo problem = ofMatrix(sense, matrix);
            for (long index = 0; index < 64; index++) {
                BitString bits = BitString.ofIndex(index, 6);
                double expected = product(matrix, bits);
                assertEquals(expected, problem.objective(bits), 1e-12, "seed " + seed);
                double energy = problem.ising().energy(bits);
                assertEquals(sense == Sense.MINIMIZE ? expected : -expected, energy, 1e-12, "seed " + seed);
            }
        }
    }

    @Test
    void valuesOfEqualPairsAddUp() {
        Qubo problem = qubo(Sense.MINIMIZE, List.of(0., 0., 0.), new PairTerm(2, 0, 1), new PairTerm(0, 2, 0.5));
        assertEquals(List.of(new PairTerm(0, 2, 1.5)), problem.quadratic());
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void numbersMustBeFinite(double value) {
        assertRefused("/quadratic/0/value", List.of(0., 0., 0.), 0, new PairTerm(0, 1, value));
        assertRefused("/linear/b", List.of(0., value, 0.), 0);
        assertRefused("/offset", List.of(0., 0., 0.), value);
    }

    @Test
    void refusesWhatIsNoQubo() {
        assertRefused("/linear", List.of(1., 2.), 0);
        assertRefused("/quadratic/1", List.of(0., 0., 0.), 0, new PairTerm(0, 1, 1), new PairTerm(2, 2, 1));
        assertRefused("/quadratic/0", List.of(0., 0., 0.), 0, new PairTerm(0, 3, 1));
        assertRefused("/quadratic/0/value", List.of(1e308, 0., 0.), 0, new PairTerm(0, 1, 1e308));
        assertRefused("/linear/c", List.of(1e308, 0., -1e308), 0);
        assertEquals(
                "/variables/1",
                assertThrows(
                                ProblemFormatException.class,
                                () -> new Qubo(Sense.MINIMIZE, List.of("a", "a"), List.of(0., 0.), List.of(), 0))
                        .place());
    }

    @Test
    void answerMustHaveABitForEachVariable() {
        Qubo problem = qubo(Sense.MINIMIZE, List.of(0., 0., 0.));
        assertThrows(IllegalArgumentException.class, () -> problem.objective(BitString.parse("01")));
    }

    private static void assertRefused(String place, List<Double> linear, double offset, PairTerm... pairs) {
        ProblemFormatException refused = assertThrows(
                ProblemFormatException.class, () -> new Qubo(Sense.MINIMIZE, NAMES, linear, List.of(pairs), offset));
        assertEquals(place, refused.place());
        assertEquals(place + ": " + refused.explanation(), refused.getMessage());
    }

    private static Qubo qubo(Sense sense, List<Double> linear, PairTerm... pairs) {
        return new Qubo(sense, NAMES, linear, List.of(pairs), 10);
    }

    private static Qubo ofMatrix(Sense sense, double[][] matrix) {
        List<Double> linear = new ArrayList<>();
        List<PairTerm> pairs = new ArrayList<>();
        for (int i = 0; i < matrix.length; i++) {
            linear.add(matrix[i][i]);
            for (int j = 0; j < i; j++) {
                pairs.add(new PairTerm(i, j, matrix[i][j] + matrix[j][i]));
            }
        }
        return new Qubo(
                sense, IntStream.range(0, matrix.length).mapToObj(i -> "x" + i).toList(), linear, pairs, 0);
    }

    private static double[][] randomMatrix(int size, Random random) {
        double[][] matrix = new double[size][size];
        for (double[] row : matrix) {
            for (int j = 0; j < size; j++) {
                row[j] = random.nextGaussian();
            }
        }
        return matrix;
    }

    private static double product(double[][] matrix, BitString bits) {
        double sum = 0;
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < matrix.length; j++) {
                sum += bits.get(i) && bits.get(j) ? matrix[i][j] : 0;
            }
        }
        return sum;
    }
}
