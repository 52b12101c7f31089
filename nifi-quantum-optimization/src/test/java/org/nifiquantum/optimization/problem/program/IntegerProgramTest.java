// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nifiquantum.optimization.SharedData;
import org.nifiquantum.optimization.problem.ClassicalAnswer;
import org.nifiquantum.optimization.problem.LowestStates;
import org.nifiquantum.optimization.problem.PairTerm;
import org.nifiquantum.optimization.problem.ProblemFormatException;
import org.nifiquantum.optimization.problem.Sense;
import org.nifiquantum.optimization.problem.format.FileSettings;
import org.nifiquantum.optimization.problem.model.LinearConstraint;
import org.nifiquantum.optimization.problem.model.Relation;
import org.nifiquantum.optimization.solver.SolverBudget;

class IntegerProgramTest {
    private static final SolverBudget SHORT = SolverBudget.ofTime(Duration.ofSeconds(2), 1);

    private static final String LP = """
            \\ a comment
            Maximize
             obj: 3 x + 2 y + z
            Subject To
             c1: 2 x + y + z <= 3
             c2: x - y >= 0
            Bounds
             0 <= z <= 3
            Binaries
             x y
            Generals
             z
            End
            """;

    private static IntegerProgram read(String text) {
        return LpReader.read(text, FileSettings.NONE);
    }

    @Test
    void readsAnLpFile() {
        IntegerProgram program = read(LP);
        assertEquals(
                List.of(IntegerVariable.binary("x"), IntegerVariable.binary("y"), new IntegerVariable("z", 0, 3)),
                program.numbers());
        assertEquals(List.of(3.0, 2.0, 1.0), program.linear());
        assertEquals(
                new LinearConstraint("c2", Map.of(0, 1.0, 1, -1.0), Relation.AT_LEAST, 0),
                program.constraints().get(1));
        LowestStates.assertAreBest(program, 5);
        ClassicalAnswer answer = program.solve(SHORT);
        assertEquals(5, answer.answer().objective());
        assertTrue(answer.provenOptimal());
        assertEquals(
                Map.of("values", Map.of("x", 1L, "y", 1L, "z", 0L)),
                answer.answer().details());
    }

    @Test
    void aQuadraticProgramOfQiskitsTests() {
        IntegerProgram program = read(SharedData.text("qubo/lp/op_ip1.lp"));
        ClassicalAnswer answer = program.solve(SHORT);
        assertEquals(6, answer.answer().objective(), 1e-9);
        assertEquals(
                Map.of("values", Map.of("x0", 0L, "x1", 2L)), answer.answer().details());
        assertTrue(answer.provenOptimal());
        LowestStates.assertAreBest(program, 6);
    }

    @Test
    void aContinuousOrQuadraticConstraintIsRefusedWithItsPlace() {
        ProblemFormatException refusal =
                assertThrows(ProblemFormatException.class, () -> read(SharedData.text("qubo/lp/sample.lp")));
        assertTrue(
                refusal.getMessage().startsWith("line 9, column 2: Constraint 'quad_eq' is quadratic"),
                refusal.getMessage());
    }

    /** Random programs against all values within the bounds. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void theLowestStatesAreTheBestAnswers(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<IntegerVariable> numbers = List.of(
                IntegerVariable.binary("a"),
                IntegerVariable.binary("b"),
                new IntegerVariable("c", -2, 1),
                new IntegerVariable("d", 1, 3));
        List<Double> linear = random.doubles(4, -3, 3).boxed().toList();
        List<PairTerm> quadratic = seed % 2 == 0
                ? List.of()
                : List.of(
                        new PairTerm(0, 2, 1.5), new PairTerm(2, 2, random.nextDouble(-1, 1)), new PairTerm(3, 1, -2));
        Relation[] relations = Relation.values();
        List<LinearConstraint> constraints = new ArrayList<>();
        while (constraints.size() < 2) {
            Map<Integer, Double> weights = new HashMap<>();
            for (int i = 0; i < 4; i++) {
                weights.put(i, (double) random.nextInt(-2, 3) / (seed % 3 == 0 ? 2 : 1));
            }
            constraints.add(new LinearConstraint(
                    "c" + constraints.size(), weights, relations[constraints.isEmpty() ? (int) (seed % 3) : 0], 1));
        }
        double best = Double.POSITIVE_INFINITY;
        for (int code = 0; code < 2 * 2 * 4 * 3; code++) {
            int[] digits = {code % 2, code / 2 % 2, code / 4 % 4 - 2, code / 16 + 1};
            double[] x = Arrays.stream(digits).asDoubleStream().toArray();
            double objective = 7;
            for (int i = 0; i < 4; i++) {
                objective += linear.get(i) * x[i];
            }
            for (PairTerm pair : quadratic) {
                objective += pair.value() * x[pair.first()] * x[pair.second()];
            }
            if (constraints.stream().allMatch(constraint -> holds(constraint, x))) {
                best = Math.min(best, objective);
            }
        }
        if (best == Double.POSITIVE_INFINITY) {
            return;
        }
        IntegerProgram program =
                new IntegerProgram(Sense.MINIMIZE, numbers, linear, quadratic, 7, constraints, OptionalDouble.empty());
        LowestStates.assertAreBest(program, best);
        assertEquals(best, program.solve(SHORT).answer().objective(), 1e-9);
    }

    private static boolean holds(LinearConstraint constraint, double[] x) {
        double sum = constraint.weights().entrySet().stream()
                .mapToDouble(weight -> weight.getValue() * x[weight.getKey()])
                .sum();
        return switch (constraint.relation()) {
            case AT_MOST -> sum <= constraint.bound();
            case AT_LEAST -> sum >= constraint.bound();
            case EQUAL -> sum == constraint.bound();
        };
    }

    @Test
    void thatNoAnswerKeepsAllConstraintsIsSaid() {
        IntegerProgram program = read("""
                min
                 obj: x + y
                st
                 c1: x + y = 1
                 c2: x - y = 0
                bin
                 x y
                end
                """);
        ClassicalAnswer answer = program.solve(SHORT);
        assertFalse(answer.answer().feasible());
        assertFalse(answer.provenOptimal());
        assertTrue(answer.answer().violations().getFirst().contains("infeasible"), answer::toString);
    }

    /** A knapsack of items alike, which has a large search tree. */
    @Test
    void aSearchThatIsStoppedKnowsItsBound() {
        StringBuilder text = new StringBuilder("max\n obj: ");
        StringBuilder weights = new StringBuilder();
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 200; i++) {
            int weight = random.nextInt(1_000, 2_000);
            text.append(i == 0 ? "" : " + ").append(weight + 100).append(" x").append(i);
            weights.append(i == 0 ? "" : " + ").append(weight).append(" x").append(i);
        }
        text.append("\nst\n c: ").append(weights).append(" <= 100001\nbin\n");
        for (int i = 0; i < 200; i++) {
            text.append(" x").append(i);
        }
        IntegerProgram program = read(text.append("\nend\n").toString());
        long start = System.nanoTime();
        Optional<ClassicalAnswer> answer = program.solveExactly(SolverBudget.ofTime(Duration.ofMillis(300), 1));
        assertTrue(System.nanoTime() - start < 3_000_000_000L, "it did not stop");
        answer.ifPresent(found -> {
            assertTrue(found.answer().feasible());
            assertTrue(found.bound().orElseThrow() >= found.answer().objective(), found::toString);
        });
        long stopped = System.nanoTime();
        assertTrue(program.solveExactly(new SolverBudget(Duration.ofMinutes(5), () -> true, 1))
                .isEmpty());
        assertTrue(System.nanoTime() - stopped < 1_000_000_000L, "it did not stop");
    }

    @Test
    void aPenaltyThatIsWishedIsTaken() {
        FileSettings wished = new FileSettings(Map.of("penalty", "12.5"));
        assertEquals(OptionalDouble.of(12.5), LpReader.read(LP, wished).penalty());
        // The objective is from 0 to 8 within the bounds.
        assertEquals(1.01 * 8, read(LP).penalty().orElseThrow(), 1e-9);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``                                                          | line 1, column 1 | where the file should begin",
                "`obj: x`                                                    | line 1, column 1 | Minimize or Maximize",
                "`max\nobj: 3 x\nst\nc: x <= 1\nbin\nx`                      | line 6 | end it with 'End'",
                "`max\nobj: 3 x +\nst\nc: x <= 1\nbin\nx\nend`               | line 3, column 1 | 'st' stands where a term should",
                "`max\nobj: 3 x\nst\nc: x <= y\nbin\nx\nend`                 | line 4, column 9 | Bring variables to the left",
                "`max\nobj: 3 x\nst\nc: x ? 1\nbin\nx\nend`                  | line 4, column 6 | or >= should",
                "`max\nobj: 3 x\nst\nc: x <= 1\nc: x >= 0\nbin\nx\nend`      | line 5, column 1 | 'c' already",
                "`max\nobj: 3 x\nst\nc: x <= 1\nbin\nx z\nend`               | line 6, column 3 | 'z' is no variable",
                "`max\nobj: 3 x\nst\nc: x <= 1\nend`                         | variable x | continuous",
                "`max\nobj: 3 x\nst\nc: x <= 1\ngen\nx\nend`                 | variable x | Give both in the Bounds",
                "`max\nobj: 3 x\nst\nc: x >= 2\nbin\nx\nend`                 | line 4, column 1 | No answer keeps constraint 'c'",
                "`max\nobj: 3e999 x\nst\nc: x <= 1\nbin\nx\nend`             | line 2 | too large",
                "`max\nobj: [ x ^3 ]\nst\nc: x <= 1\nbin\nx\nend`            | line 2 | Only squares",
                "`max\nobj: x\nst\nc: x <= 1\nbin\nx\nend\nmore`             | line 8, column 1 | follows 'End'",
                "`max\nobj: x\nst\nc: x <= 1\nbounds\nx <= y\nbin\nx\nend`   | line 6 | where a bound should",
                "`max\nobj: x § y\nend`                                      | line 2 | cannot be read",
            })
    void namesTheLineAndTheRemedy(String text, String place, String message) {
        ProblemFormatException refusal = assertThrows(ProblemFormatException.class, () -> read(text));
        assertTrue(refusal.getMessage().startsWith(place), refusal.getMessage());
        assertTrue(refusal.getMessage().contains(message), refusal.getMessage());
    }
}
