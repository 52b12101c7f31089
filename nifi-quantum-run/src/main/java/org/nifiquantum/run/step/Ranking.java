// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.step;

import java.util.Arrays;
import org.nifiquantum.optimization.problem.Sense;
import org.nifiquantum.run.document.Comparison.Verdict;
import org.nifiquantum.run.document.Solution;

/**
 * Which objective is better, and whether one answer is better than those of repeated searches by more than their luck.
 *
 * <p>If the answer were only one more draw of the baseline, it would be strictly the best of all n + 1 with a probability of at most
 * 1 / (n + 1): an exact test that assumes nothing of the distribution. At the usual 5 % it takes 19 repetitions to tell.
 */
record Ranking(Sense sense) {

    private static final double SIGNIFICANCE = 0.05;
    /** Objectives are sums of many terms; what is closer is equal. */
    private static final double ROUNDING = 1e-9;

    /** A verdict and what it rests on. */
    record Judgement(Verdict verdict, String reason) {}

    /** By how much one objective is worse than another, by the other's size. */
    double gap(double objective, double other) {
        double difference = switch (sense) {
            case MINIMIZE -> objective - other;
            case MAXIMIZE -> other - objective;
        };
        return difference / Math.max(Math.abs(other), ROUNDING);
    }

    /** Whether an objective is as good as a target. */
    boolean reaches(double objective, double target) {
        return gap(objective, target) <= ROUNDING;
    }

    double best(double... objectives) {
        return switch (sense) {
            case MINIMIZE -> Arrays.stream(objectives).min().orElseThrow();
            case MAXIMIZE -> Arrays.stream(objectives).max().orElseThrow();
        };
    }

    /**
     * Judges an answer.
     *
     * @param noise what its objective may be off by, where that was measured and not computed from bits
     */
    Judgement judge(Solution answer, double[] baseline, boolean proven, double noise) {
        Judgement judgement = judge(answer, baseline, proven);
        double best = best(baseline);
        boolean far = Math.abs(answer.objective() - best) > noise;
        return noise == 0 || far || !answer.feasible() || judgement.verdict() == Verdict.EQUAL
                ? judgement
                : new Judgement(
                        Verdict.UNDECIDED,
                        "the best of the baseline is within what the measurement may be off by, %.3g".formatted(noise));
    }

    Judgement judge(Solution answer, double[] baseline, boolean proven) {
        double best = best(baseline);
        int repetitions = baseline.length;
        if (!answer.feasible()) {
            return new Judgement(Verdict.WORSE, "the answer breaks constraints of the problem");
        }
        if (proven && !reaches(best, answer.objective())) {
            return new Judgement(
                    Verdict.UNDECIDED,
                    "the answer is better than what is proven possible: that is noise of its measurement");
        }
        if (proven) {
            return reaches(answer.objective(), best)
                    ? new Judgement(Verdict.EQUAL, "the answer is optimal; the baseline proves it")
                    : new Judgement(Verdict.WORSE, "the baseline is proven optimal, the answer is not");
        }
        long worse = Arrays.stream(baseline)
                .filter(objective -> !reaches(objective, answer.objective()))
                .count();
        long better = Arrays.stream(baseline)
                .filter(objective -> !reaches(answer.objective(), objective))
                .count();
        boolean telling = 1.0 / (repetitions + 1) <= SIGNIFICANCE;
        if (worse == repetitions && telling) {
            return new Judgement(
                    Verdict.BETTER,
                    "better than all %d repetitions; by chance with a probability of at most 1/%d"
                            .formatted(repetitions, repetitions + 1));
        }
        if (better == repetitions && telling) {
            return new Judgement(
                    Verdict.WORSE,
                    "worse than all %d repetitions; by chance with a probability of at most 1/%d"
                            .formatted(repetitions, repetitions + 1));
        }
        if (reaches(answer.objective(), best) && reaches(best, answer.objective())) {
            return new Judgement(Verdict.EQUAL, "as good as the best of %d repetitions".formatted(repetitions));
        }
        return new Judgement(
                Verdict.UNDECIDED,
                "better than %d and worse than %d of %d repetitions; that may be chance"
                        .formatted(worse, better, repetitions));
    }
}
