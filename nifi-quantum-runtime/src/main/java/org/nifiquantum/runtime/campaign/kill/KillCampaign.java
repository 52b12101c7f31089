// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.campaign.kill;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** Kills NiFi at each point of a plan and at random, and keeps the record. It ends early when a run stays unanswered. */
public final class KillCampaign {

    /** How often in a row a random moment may come after the answer; then the row stays short of kills. */
    private static final int LATE_LIMIT = 20;

    /** A NiFi that was not killed is warm, and faster than the one whose duration the moments are taken from. */
    private static final double EARLIER = 0.8;

    private final KillPlan plan;
    private final Trials trials;
    private final Consumer<String> progress;
    private final List<KillRow> rows = new ArrayList<>();
    private int done;
    private boolean lost;

    public KillCampaign(KillPlan plan, Trials trials, Consumer<String> progress) {
        this.plan = plan;
        this.trials = trials;
        this.progress = progress;
    }

    /** Does all of it. */
    public KillReport run() {
        progress.accept("%d kills; random moments by seed %d.".formatted(plan.total(), plan.seed()));
        if (plan.times() > 0) {
            plan.points().forEach(this::killAt);
        }
        if (plan.random() > 0) {
            killAtRandom();
        }
        return new KillReport(plan.seed(), plan.total(), rows, trials.roadsAgree(), trials.excessAnswers());
    }

    private void killAt(CrashPoint point) {
        List<Trial> row = new ArrayList<>();
        for (int i = 0; i < plan.times() && !lost; i++) {
            BackendKind road = plan.road(i, point);
            Trial trial = trials.killAt(point, plan.hit(i, road), road);
            row.add(trial);
            tell("%s, hit %d, %s".formatted(point.label(), plan.hit(i, road), road), trial);
        }
        rows.add(new KillRow(point.label(), point.sentence(), row));
    }

    private void killAtRandom() {
        Random random = new Random(plan.seed());
        List<Trial> row = new ArrayList<>();
        int late = 0;
        while (row.size() < plan.random() && !lost && late < LATE_LIMIT) {
            BackendKind road = plan.road(row.size());
            double reach = trials.duration(road).toMillis() * Math.pow(EARLIER, late);
            Duration delay = Duration.ofMillis((long) (random.nextDouble() * reach));
            Trial trial = trials.killAfter(delay, road);
            tell("random, after %d ms, %s".formatted(delay.toMillis(), road), trial);
            if (trial.killed()) {
                row.add(trial);
                late = 0;
            } else {
                late++;
            }
        }
        rows.add(new KillRow("random", "at a random moment between the problem's being taken and its answer", row));
    }

    private void tell(String what, Trial trial) {
        if (trial.killed()) {
            done++;
        }
        lost = !trial.answered();
        progress.accept("%3d/%d  %s: %s".formatted(done, plan.total(), what, trial.text()));
    }
}
