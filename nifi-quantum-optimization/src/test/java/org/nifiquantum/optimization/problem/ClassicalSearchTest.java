// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nifiquantum.optimization.solver.SolverBudget;

class ClassicalSearchTest {
    private static final List<SearchMethod> BOTH = List.of(SearchMethod.EXACT, SearchMethod.HEURISTIC);
    private static final SolverBudget MINUTE = SolverBudget.ofTime(Duration.ofMinutes(1), 1);

    private static Qubo random(int size, long seed) {
        Random random = new Random(seed);
        List<String> names = IntStream.range(0, size).mapToObj(i -> "x" + i).toList();
        List<PairTerm> pairs = IntStream.range(0, size)
                .boxed()
                .flatMap(i -> IntStream.range(i + 1, size).mapToObj(j -> new PairTerm(i, j, random.nextInt(-9, 10))))
                .toList();
        List<Double> linear =
                names.stream().map(name -> (double) random.nextInt(-9, 10)).toList();
        return new Qubo(Sense.MINIMIZE, names, linear, pairs, 0);
    }

    @Test
    void aProofEndsTheSearch() {
        ClassicalAnswer answer =
                ClassicalSearch.solve(random(12, 1), BOTH, MINUTE).orElseThrow();
        assertEquals("exact", answer.method());
        assertTrue(answer.provenOptimal());
        assertEquals(OptionalDouble.of(answer.answer().objective()), answer.bound());
    }

    @Test
    void theOrderIsTheUsers() {
        SolverBudget brief = SolverBudget.ofTime(Duration.ofMillis(800), 1);
        List<SearchMethod> reversed = BOTH.reversed();
        ClassicalAnswer answer =
                ClassicalSearch.solve(random(12, 2), reversed, brief).orElseThrow();
        // Annealing found it, exact search proved it.
        assertEquals("annealing", answer.method());
        assertTrue(answer.provenOptimal());
    }

    @Test
    void exactSearchAloneMayHaveNoAnswer() {
        assertTrue(ClassicalSearch.solve(random(40, 3), List.of(SearchMethod.EXACT), MINUTE)
                .isEmpty());
    }

    @Test
    void anExactSearchThatWasCutShortIsNotTheLastWord() {
        Qubo problem = random(20, 5);
        double best = problem.solve(MINUTE).answer().objective();
        AtomicInteger asked = new AtomicInteger();
        // Cancelled for the 15 blocks after the first of the exact search, and no longer.
        SolverBudget interrupted = new SolverBudget(Duration.ofMillis(500), () -> asked.incrementAndGet() <= 15, 1);
        ClassicalAnswer answer =
                ClassicalSearch.solve(problem, BOTH, interrupted).orElseThrow();
        assertEquals(best, answer.answer().objective());
        assertFalse(answer.provenOptimal());
    }

    @Test
    void aBoundThatIsReachedIsAProof() {
        ClassicalAnswer answer = ClassicalAnswer.of(Answer.of(10), Optional.empty(), "tabu", false);
        assertTrue(answer.boundedBy(10).provenOptimal());
        assertFalse(answer.boundedBy(9).provenOptimal());
    }

    @Test
    void theTighterBoundIsKept() {
        ClassicalAnswer loose = ClassicalAnswer.of(Answer.of(10), Optional.empty(), "one", false)
                .boundedBy(5);
        ClassicalAnswer tight = ClassicalAnswer.of(Answer.of(12), Optional.empty(), "two", false)
                .boundedBy(8);
        ClassicalAnswer joined = loose.joinedWith(tight, Sense.MINIMIZE);
        assertEquals("one", joined.method());
        assertEquals(OptionalDouble.of(8), joined.bound());
        ClassicalAnswer largest = loose.joinedWith(tight, Sense.MAXIMIZE);
        assertEquals("two", largest.method());
        assertEquals(OptionalDouble.of(5), largest.bound());
    }
}
