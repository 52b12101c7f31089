// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem.scheduling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nifiquantum.engine.circuit.BitString;
import org.nifiquantum.engine.operator.IsingModel;
import org.nifiquantum.optimization.SharedData;
import org.nifiquantum.optimization.problem.Answer;
import org.nifiquantum.optimization.problem.ClassicalAnswer;
import org.nifiquantum.optimization.problem.ProblemFormatException;
import org.nifiquantum.optimization.problem.format.FileSettings;
import org.nifiquantum.optimization.solver.SolverBudget;

class JobShopTest {

    private static JobShop read(String text, String... horizon) {
        return JobShopReader.read(
                text, horizon.length == 0 ? FileSettings.NONE : new FileSettings(Map.of("horizon", horizon[0])));
    }

    /** Two jobs of two steps: both orders of both machines are looked at by hand; the best ends at 4. */
    private static final String SMALL = "2 2\n0 2 1 2\n1 2 0 1\n";

    @Test
    void theStatesWithoutEnergyAreTheSchedules() {
        for (int horizon = 4; horizon <= 5; horizon++) {
            JobShop problem = read(SMALL, Integer.toString(horizon));
            IsingModel model = problem.ising();
            int schedules = 0;
            for (long state = 0; state < 1L << problem.qubits(); state++) {
                BitString bits = BitString.ofIndex(state, problem.qubits());
                Answer answer = problem.decode(bits);
                double energy = model.energy(bits);
                assertEquals(answer.feasible(), Math.abs(energy) < 1e-9, () -> bits + " " + answer);
                assertTrue(energy > -1e-9, bits::toString);
                schedules += answer.feasible() ? 1 : 0;
                if (answer.feasible()) {
                    assertTrue(answer.objective() <= problem.horizon().getAsInt(), answer::toString);
                }
            }
            assertEquals(countSchedules(horizon), schedules);
        }
    }

    /** All starts of the four operations, by the rules as they are said. */
    private static long countSchedules(int horizon) {
        long count = 0;
        for (int a1 = 0; a1 + 2 <= horizon; a1++) {
            for (int a2 = a1 + 2; a2 + 2 <= horizon; a2++) {
                for (int b1 = 0; b1 + 2 <= horizon; b1++) {
                    for (int b2 = b1 + 2; b2 + 1 <= horizon; b2++) {
                        boolean machine0 = a1 + 2 <= b2 || b2 + 1 <= a1;
                        boolean machine1 = a2 + 2 <= b1 || b1 + 2 <= a2;
                        count += machine0 && machine1 ? 1 : 0;
                    }
                }
            }
        }
        return count;
    }

    @ParameterizedTest
    @CsvSource({"ft06, 55", "la01, 666"})
    void findsTheKnownOptimum(String name, int optimum) {
        JobShop problem = read(SharedData.text("scheduling/" + name + ".jsp"), Integer.toString(optimum));
        ClassicalAnswer answer = problem.solve(SolverBudget.ofTime(Duration.ofMillis(400), 1));
        assertEquals(optimum, answer.answer().objective());
        assertTrue(answer.answer().feasible(), answer::toString);
        assertTrue(answer.bound().orElseThrow() <= optimum);
        answer.bits().ifPresent(bits -> assertEquals(answer.answer(), problem.decode(bits)));
    }

    /** Random shops of three jobs on two machines against all orders of both. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void isAsGoodAsAllOrders(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<List<JobOperation>> operations = IntStream.range(0, 3)
                .mapToObj(job -> {
                    int first = random.nextInt(2);
                    return List.of(
                            new JobOperation(first, 1 + random.nextInt(9)),
                            new JobOperation(1 - first, 1 + random.nextInt(9)));
                })
                .toList();
        JobShop problem = new JobShop(
                List.of("a", "b", "c"), List.of("m", "n"), operations, OptionalInt.empty(), OptionalDouble.empty());
        int best = Integer.MAX_VALUE;
        int[][] orders = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
        for (int[] first : orders) {
            for (int[] second : orders) {
                best = Math.min(best, makespan(operations, new int[][] {first, second}));
            }
        }
        // Ends as soon as it is as good, however busy the machine.
        ClassicalAnswer answer = problem.solve(new SolverBudget(Duration.ofSeconds(10), () -> false, seed, best));
        assertEquals(best, answer.answer().objective(), () -> operations.toString());
        assertTrue(MakespanBound.of(problem) <= best);
    }

    /** Starts whatever is next of its job and its machine until nothing is; the most there is if that is a circle. */
    private static int makespan(List<List<JobOperation>> operations, int[][] orders) {
        int[] done = new int[3];
        int[] jobFree = new int[3];
        int[] machineFree = new int[2];
        int[] next = new int[2];
        for (boolean moved = true; moved; ) {
            moved = false;
            for (int machine = 0; machine < 2; machine++) {
                if (next[machine] == 3) {
                    continue;
                }
                int job = orders[machine][next[machine]];
                JobOperation operation = operations.get(job).get(done[job] % 2);
                if (operation.machine() == machine && done[job] < 2) {
                    int end = Math.max(jobFree[job], machineFree[machine]) + operation.duration();
                    jobFree[job] = end;
                    machineFree[machine] = end;
                    done[job]++;
                    next[machine]++;
                    moved = true;
                }
            }
        }
        return next[0] + next[1] < 6 ? Integer.MAX_VALUE : Math.max(machineFree[0], machineFree[1]);
    }

    @Test
    void aScheduleAfterTheHorizonIsNotFeasible() {
        JobShop problem = read("2 1\n0 2\n0 2\n", "3");
        assertFalse(problem.solve(SolverBudget.ofTime(Duration.ofMillis(20), 1))
                .answer()
                .feasible());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``                          | line 1 | empty",
                "`2`                         | line 1 | 1 entries",
                "`-2 2`                      | line 1, column 1 | number of jobs is -2",
                "`2000000000 2`              | line 1, column 1 | Use 1 to 1000000",
                "`2 2\n0 2 1 2`              | line 3 | ends where job 2 of 2",
                "`2 2\n0 2 1 2\n1 2`         | line 3 | 2 entries",
                "`2 2\n0 2 1 2\n1 2 2 1`     | line 3, column 5 | no machine 2",
                "`2 2\n0 2 1 2\n1 2 1 1`     | line 3, column 5 | used twice",
                "`2 2\n0 2 1 2\n1 2 0 -1`    | line 3, column 7 | time is -1",
                "`2 2\n0 2 1 2\n1 2 0 x`     | line 3, column 7 | not a whole number",
                "`1 2\n0 999999999 1 2`      | /jobs/0/operations/1/duration | add up",
                "`1 1\n0 1\n0 1`             | line 3 | follows the end",
            })
    void namesThePlaceAndTheRemedy(String text, String place, String message) {
        ProblemFormatException refusal = assertThrows(ProblemFormatException.class, () -> read(text));
        assertTrue(refusal.getMessage().startsWith(place), refusal.getMessage());
        assertTrue(refusal.getMessage().contains(message), refusal.getMessage());
    }

    @Test
    void aHorizonBeforeAJobCanEndIsRefused() {
        assertTrue(assertThrows(ProblemFormatException.class, () -> read(SMALL, "3"))
                .getMessage()
                .startsWith("/horizon: Job '1' alone takes 4"));
    }
}
