// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.campaign.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.nifiquantum.runtime.campaign.CampaignProvider;
import org.nifiquantum.runtime.campaign.FailoverFlow;
import org.nifiquantum.runtime.campaign.Graph;
import org.nifiquantum.runtime.flow.TemplateInput;
import org.nifiquantum.runtime.flow.TemplateRun;
import org.nifiquantum.runtime.rest.NiFiClient;
import org.nifiquantum.runtime.rest.Patience;
import org.nifiquantum.testkit.misbehaving.Dialect;
import org.nifiquantum.testkit.misbehaving.FaultPlan;
import org.nifiquantum.testkit.misbehaving.MisbehavingProvider;

/** One trouble: a provider of its own, a flow of its own, and runs that arrive at random moments. */
final class Lane {

    /** Of the requests that meet a fault, besides those in spells. */
    private static final double RATE = 0.1;

    private static final int GRAPHS = 8;
    private static final int SMALLEST_GRAPH = 3;
    private static final int LARGEST_GRAPH = 8;
    private static final int MOST_AT_ONCE = 5;
    private static final int MOST_UNDER_WAY = 150;
    private static final long LONGEST_JOB_MILLIS = 800;
    private static final Duration STEP = Duration.ofMillis(50);

    /** A loop of retries ends long before; what has not come then is lost. */
    private static final Duration STANDSTILL = Duration.ofSeconds(90);

    /** Answers that come twice come soon. */
    private static final Duration AFTERWARDS = Duration.ofSeconds(2);

    private final CampaignProvider like;
    private final Trouble trouble;
    private final int runs;
    private final SplittableRandom random;
    private final List<Graph> graphs = new ArrayList<>();
    private final Answers answers;

    /**
     * @param seed of faults, graphs and arrivals
     */
    Lane(CampaignProvider like, Trouble trouble, int runs, long seed) {
        this.like = like;
        this.trouble = trouble;
        this.runs = runs;
        random = new SplittableRandom(seed);
        for (int i = 0; i < GRAPHS; i++) {
            graphs.add(Graph.random(random.nextInt(SMALLEST_GRAPH, LARGEST_GRAPH + 1), random));
        }
        answers = new Answers(runs);
    }

    /**
     * Sends the runs through and waits for the last.
     *
     * @param scratch a folder of its own that NiFi can reach
     */
    FaultRow run(NiFiClient nifi, Path scratch) {
        Dialect dialect = like.dialect(random);
        FaultPlan faults = trouble.faults().isEmpty()
                ? FaultPlan.none()
                : FaultPlan.random(trouble.faults(), RATE, random.nextLong());
        Duration job = Duration.ofMillis(random.nextLong(LONGEST_JOB_MILLIS));
        try (MisbehavingProvider provider = MisbehavingProvider.start(dialect, faults, 0, job);
                TemplateRun flow = FailoverFlow.prepare(nifi, trouble.label(), like, provider, Map.of(), scratch)) {
            int refusals = send(flow, provider, inputs(scratch.resolveSibling(scratch.getFileName() + "-graphs")));
            long met =
                    refusals + trouble.faults().stream().mapToLong(faults::met).sum();
            return answers.row(trouble.label(), met, provider, graphs);
        }
    }

    private List<TemplateInput> inputs(Path folder) {
        List<TemplateInput> inputs = new ArrayList<>();
        for (int i = 0; i < GRAPHS; i++) {
            inputs.add(graphs.get(i).writeTo(folder.resolve("graph-%d.txt".formatted(i))));
        }
        return inputs;
    }

    private int send(TemplateRun flow, MisbehavingProvider provider, List<TemplateInput> inputs) {
        answers.begin();
        try (Turmoil turmoil = Turmoil.start(trouble, provider, random.nextLong())) {
            while (answers.missing() > 0 && answers.silence().compareTo(STANDSTILL) < 0) {
                feed(flow, inputs);
                answers.add(flow.collect());
                Patience.pause(STEP);
            }
            Patience.pause(AFTERWARDS);
            answers.add(flow.collect());
            return turmoil.refusals();
        }
    }

    /** None, or a few at once. */
    private void feed(TemplateRun flow, List<TemplateInput> inputs) {
        int room = Math.min(runs - answers.fed(), MOST_UNDER_WAY - answers.underWay());
        int fresh = Math.min(room, random.nextInt(MOST_AT_ONCE + 1));
        if (fresh <= 0) {
            return;
        }
        List<TemplateInput> chosen = new ArrayList<>();
        for (int i = 0; i < fresh; i++) {
            chosen.add(inputs.get((answers.fed() + i) % inputs.size()));
        }
        answers.feeding(fresh);
        flow.feed(chosen);
    }
}
