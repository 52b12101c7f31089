// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.campaign.kill;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** The runs that were killed at one point. */
public record KillRow(String label, String sentence, List<Trial> trials) {

    public KillRow {
        trials = List.copyOf(trials);
    }

    int kills() {
        return count(Trial::killed);
    }

    int answered() {
        return count(Trial::answered);
    }

    int sameEvaluations() {
        return count(Trial::sameEvaluations);
    }

    int sameAnswer() {
        return count(Trial::sameAnswer);
    }

    int excessJobs() {
        return trials.stream().mapToInt(Trial::excessJobs).sum();
    }

    Duration slowestRecovery() {
        return trials.stream()
                .map(Trial::recovery)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    boolean isClean() {
        return trials.stream().allMatch(Trial::isClean);
    }

    private int count(Predicate<Trial> which) {
        return (int) trials.stream().filter(which).count();
    }
}
