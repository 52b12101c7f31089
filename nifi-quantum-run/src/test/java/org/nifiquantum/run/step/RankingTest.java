// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.step;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nifiquantum.optimization.problem.Sense;
import org.nifiquantum.run.document.Comparison.Verdict;
import org.nifiquantum.run.document.Solution;

class RankingTest {

    private static final long SEED = 11;

    @ParameterizedTest
    @CsvSource({
        "MAXIMIZE, 11, 19, 10, BETTER",
        "MAXIMIZE, 11, 18, 10, UNDECIDED",
        "MAXIMIZE, 10, 19, 10, EQUAL",
        "MAXIMIZE, 9, 19, 10, WORSE",
        "MAXIMIZE, 9, 18, 10, UNDECIDED",
        "MINIMIZE, 9, 19, 10, BETTER",
        "MINIMIZE, 11, 19, 10, WORSE",
    })
    void isBetterOnlyThanEnoughRepetitions(
            Sense sense, double answer, int repetitions, double baseline, Verdict verdict) {
        double[] objectives = new double[repetitions];
        Arrays.fill(objectives, baseline);
        assertEquals(
                verdict,
                new Ranking(sense)
                        .judge(solution(answer, true), objectives, false)
                        .verdict());
    }

    @Test
    void aProofIsABound() {
        Ranking ranking = new Ranking(Sense.MAXIMIZE);
        assertEquals(
                Verdict.EQUAL,
                ranking.judge(solution(10, true), new double[] {10}, true).verdict());
        assertEquals(
                Verdict.WORSE,
                ranking.judge(solution(9, true), new double[] {10}, true).verdict());
        assertEquals(
                Verdict.WORSE,
                ranking.judge(solution(10, false), new double[] {10}, true).verdict());
        assertEquals(
                Verdict.UNDECIDED,
                ranking.judge(solution(11, true), new double[] {10}, true).verdict());
    }

    /** Baselines that do not vary say nothing of how noisy the answer is. */
    @ParameterizedTest
    @CsvSource({
        "-7.9, 0, BETTER",
        "-7.9, 0.05, BETTER",
        "-7.9, 0.2, UNDECIDED",
        "-7.7, 0.2, UNDECIDED",
        "-7.8, 0.2, EQUAL"
    })
    void whatIsWithinTheNoiseIsUndecided(double measured, double noise, Verdict verdict) {
        double[] objectives = new double[19];
        Arrays.fill(objectives, -7.8);
        assertEquals(
                verdict,
                new Ranking(Sense.MINIMIZE)
                        .judge(solution(measured, true), objectives, false, noise)
                        .verdict());
    }

    /** Answers that are draws of the baseline itself are called better in one of twenty cases at most. */
    @Test
    void isSeldomWrongAboutChance() {
        Random random = new Random(SEED);
        Ranking ranking = new Ranking(Sense.MINIMIZE);
        int trials = 20_000;
        int better = 0;
        for (int trial = 0; trial < trials; trial++) {
            double[] objectives = random.doubles(19).toArray();
            Solution answer = solution(random.nextDouble(), true);
            better += ranking.judge(answer, objectives, false).verdict() == Verdict.BETTER ? 1 : 0;
        }
        // 1/20 with a standard error of 0.0015.
        assertEquals(0.05, (double) better / trials, 0.008, "seed " + SEED);
    }

    private static Solution solution(double objective, boolean feasible) {
        return new Solution(
                Map.of("a", 1),
                Map.of(),
                objective,
                feasible,
                List.of(),
                Solution.QUANTUM,
                "test",
                false,
                OptionalDouble.empty());
    }
}
