// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nifiquantum.engine.circuit.BitString;
import org.nifiquantum.optimization.SharedData;

/** The two QUBO formats look alike and differ in factor and counting; each test tells one convention from the other. */
class QuboReadersTest {

    /** The same numbers as {@code .sparse} and as {@code .qubo}: -3 x0 - 5 x1 and 4 x0 x1, counted twice or once. */
    @ParameterizedTest
    @CsvSource({"00, 0, 0", "01, -3, -3", "10, -5, -5", "11, 0, -4"})
    void sparseCountsPairsTwiceAndQuboOnce(String bits, double sparse, double qubo) {
        BitString answer = BitString.parse(bits);
        assertEquals(
                sparse, SparseQuboReader.read("2 3\n1 1 -3\n1 2 4\n2 2 -5\n").objective(answer));
        assertEquals(
                qubo, QuboReader.read("p qubo 0 2 2 1\n0 0 -3\n1 1 -5\n0 1 4\n").objective(answer));
    }

    @Test
    void bothAreMinimizedAndNamedByTheirOwnNumbers() {
        Qubo sparse = SparseQuboReader.read("3 1\n1 3 4\n");
        Qubo qubo = QuboReader.read("p qubo 0 3 0 1\n0 2 8\n");
        assertEquals(Sense.MINIMIZE, sparse.sense());
        assertEquals(Sense.MINIMIZE, qubo.sense());
        assertEquals(List.of("1", "2", "3"), sparse.variables());
        assertEquals(List.of("0", "1", "2"), qubo.variables());
        assertEquals(List.of(new PairTerm(0, 2, 8)), sparse.quadratic());
        assertEquals(sparse.quadratic(), qubo.quadratic());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "c comment\np qubo 0 2 1 1\n0 0 -3\n0 1 4\n",
                "c\r\nc p qubo 7 7\r\n\r\np qubo 0 2 1 1 \r\nc nodes \r\n0 0 -3.0\r\nC couplers\r\n1 0 4",
                "P QUBO unconstrained 2 1 1\n0 1 4\n0 0 -3\n"
            })
    void readsQuboWithItsQuirks(String text) {
        assertEquals(
                new Qubo(Sense.MINIMIZE, List.of("0", "1"), List.of(-3., 0.), List.of(new PairTerm(0, 1, 4)), 0),
                QuboReader.read(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2 2\n1 1 -3\n1 2 2\n", "2 2 \r\n\r\n 2 1 2.0 \r\n1 1 -3"})
    void readsSparseWithItsQuirks(String text) {
        assertEquals(
                new Qubo(Sense.MINIMIZE, List.of("1", "2"), List.of(-3., 0.), List.of(new PairTerm(0, 1, 4)), 0),
                SparseQuboReader.read(text));
    }

    @Test
    void repeatedEntriesAddUp() {
        Qubo sparse = SparseQuboReader.read("2 4\n1 1 1\n1 1 2\n1 2 3\n1 2 4\n");
        assertEquals(List.of(3., 0.), sparse.linear());
        assertEquals(List.of(new PairTerm(0, 1, 14)), sparse.quadratic());
        Qubo qubo = QuboReader.read("p qubo 0 2 2 2\n0 0 1\n0 0 2\n0 1 3\n1 0 4\n");
        assertEquals(List.of(3., 0.), qubo.linear());
        assertEquals(List.of(new PairTerm(0, 1, 7)), qubo.quadratic());
    }

    /** qbsolv's smallest test: lowest -2.5 at 1011, highest 14.2678 at 0111, variable 0 first; a bit string has it last. */
    @Test
    void smallestTestHasItsKnownEnds() {
        Qubo problem = QuboReader.read(SharedData.text("qubo/qbsolv/smallestTest.qubo"));
        double lowest = 0;
        double highest = 0;
        for (long index = 0; index < 16; index++) {
            double value = problem.objective(BitString.ofIndex(index, 4));
            lowest = Math.min(lowest, value);
            highest = Math.max(highest, value);
        }
        assertEquals(-2.5, lowest, 1e-12);
        assertEquals(14.2678, highest, 1e-12);
        assertEquals(-2.5, problem.objective(BitString.parse("1101")), 1e-12);
        assertEquals(14.2678, problem.objective(BitString.parse("1110")), 1e-12);
    }

    /** qbsolv holds Beasley's problem with the sign of OR-Library, where it is to be maximised. */
    @Test
    void bothFormatsHoldTheSameProblemWithOppositeSigns() {
        Qubo sparse = SparseQuboReader.read(SharedData.text("qubo/beasley/bqp50-1.sparse"));
        Qubo qubo = QuboReader.read(SharedData.text("qubo/qbsolv/bqp50_1.qubo"));
        Random random = new Random(1);
        for (int i = 0; i < 100; i++) {
            BitString answer = BitString.ofIndex(random.nextLong() >>> 14, 50);
            assertEquals(-sparse.objective(answer), qubo.objective(answer), answer::toString);
        }
        assertTrue(sparse.quadratic().size() > 100);
    }
}
