// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.bench.provider;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.nifiquantum.runtime.bench.Row;
import org.nifiquantum.runtime.campaign.CampaignProvider;
import org.nifiquantum.runtime.campaign.FailoverFlow;
import org.nifiquantum.runtime.campaign.Graph;
import org.nifiquantum.runtime.flow.TemplateInput;
import org.nifiquantum.runtime.flow.TemplateRun;
import org.nifiquantum.runtime.nifi.EnvironmentException;
import org.nifiquantum.runtime.rest.NiFiClient;
import org.nifiquantum.runtime.rest.Patience;
import org.nifiquantum.testkit.misbehaving.FaultPlan;
import org.nifiquantum.testkit.misbehaving.IonqDialect;
import org.nifiquantum.testkit.misbehaving.IonqDialect.ResultForm;
import org.nifiquantum.testkit.misbehaving.MisbehavingProvider;
import org.nifiquantum.testkit.misbehaving.ProviderJob;

/** How long after a job is over at the provider its answer is there, by the clocks of both, which are one. */
public final class ProviderDelay {

    private static final List<Duration> JOBS = List.of(
            Duration.ofMillis(100), Duration.ofMillis(1_300), Duration.ofMillis(5_700), Duration.ofMillis(21_000));
    private static final int RUNS = 120;
    private static final int NODES = 6;
    private static final double LEAST_GOAL_MILLIS = 250;
    private static final double GOAL_SHARE = 0.05;
    private static final long LONGEST_GAP_MILLIS = 120;
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private ProviderDelay() {}

    /** Sends runs at random moments for each length of jobs, one after the other, and takes the median. */
    public static List<Row> rows(NiFiClient nifi, Path folder) {
        RandomGenerator random = new SplittableRandom(1);
        TemplateInput graph = Graph.random(NODES, random).writeTo(folder.resolve("graph.txt"));
        List<Row> rows = new ArrayList<>();
        // A NiFi that has just started compiles for seconds, which is no delay of polling.
        median(nifi, "delay-warm-up", JOBS.getFirst(), graph, random, folder);
        for (Duration job : JOBS) {
            double goal = Math.max(LEAST_GOAL_MILLIS, GOAL_SHARE * job.toMillis());
            rows.add(Row.of(
                            "answer after the end of a job of %.1f s, median".formatted(job.toMillis() / 1e3),
                            median(nifi, "delay-%d".formatted(job.toMillis()), job, graph, random, folder),
                            "ms")
                    .against("goal", goal));
        }
        return rows;
    }

    private static double median(
            NiFiClient nifi, String name, Duration job, TemplateInput graph, RandomGenerator random, Path folder) {
        try (MisbehavingProvider provider = MisbehavingProvider.start(
                        new IonqDialect(ResultForm.HISTOGRAM_V2, FailoverFlow.KEY), FaultPlan.none(), 0, job);
                TemplateRun flow = FailoverFlow.prepare(
                        nifi, name, CampaignProvider.IONQ, provider, Map.of(), folder.resolve(name))) {
            for (int i = 0; i < RUNS; i++) {
                flow.feed(List.of(graph));
                Patience.pause(Duration.ofMillis(random.nextLong(LONGEST_GAP_MILLIS)));
            }
            List<Finished> runs = flow.await(LIMIT, () -> {}).stream()
                    .map(Finished::of)
                    .filter(Finished::isQuantum)
                    .toList();
            if (runs.size() < RUNS) {
                throw new EnvironmentException("%d of %d runs have a quantum answer".formatted(runs.size(), RUNS));
            }
            Map<String, ProviderJob> jobs =
                    provider.jobs().stream().collect(Collectors.toMap(ProviderJob::id, Function.identity()));
            return Finished.durations(
                            runs,
                            run -> Duration.between(jobs.get(run.jobId()).completedAt(), run.at())
                                            .toNanos()
                                    / 1e6)
                    .median();
        }
    }
}
