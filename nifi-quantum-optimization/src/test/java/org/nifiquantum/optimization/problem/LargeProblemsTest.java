// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nifiquantum.optimization.problem.partition.NumberPartition;
import org.nifiquantum.optimization.solver.SolverBudget;

/** So many numbers that a matrix of them, 8 GB, or a recursion over them would end the search before it began. */
class LargeProblemsTest {
    private static final int SIZE = 32_768;
    private static final SolverBudget BRIEF = SolverBudget.ofTime(Duration.ofMillis(50), 1);

    @Test
    void manyNumbersAreParted() {
        List<String> names = IntStream.range(0, SIZE).mapToObj(i -> "n" + i).toList();
        // Logarithms never balance, so nothing is proven.
        List<Double> numbers =
                IntStream.range(0, SIZE).mapToObj(i -> Math.log(i + 2.0)).toList();
        NumberPartition partition = new NumberPartition(names, numbers);
        ClassicalAnswer answer = partition.solve(BRIEF);
        assertTrue(answer.answer().objective() < 1, answer::method);
        assertTrue(answer.bound().orElse(0) <= answer.answer().objective());
    }
}
