// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.bench.provider;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.nifiquantum.runtime.bench.Durations;
import org.nifiquantum.runtime.bench.Row;
import org.nifiquantum.runtime.campaign.CampaignProvider;
import org.nifiquantum.runtime.campaign.FailoverFlow;
import org.nifiquantum.runtime.campaign.Graph;
import org.nifiquantum.runtime.flow.TemplateInput;
import org.nifiquantum.runtime.flow.TemplateOutput;
import org.nifiquantum.runtime.flow.TemplateRun;
import org.nifiquantum.runtime.nifi.EnvironmentException;
import org.nifiquantum.runtime.rest.NiFiClient;
import org.nifiquantum.runtime.rest.Patience;
import org.nifiquantum.testkit.misbehaving.Fault;
import org.nifiquantum.testkit.misbehaving.FaultPlan;
import org.nifiquantum.testkit.misbehaving.IonqDialect;
import org.nifiquantum.testkit.misbehaving.IonqDialect.ResultForm;
import org.nifiquantum.testkit.misbehaving.MisbehavingProvider;
import org.nifiquantum.testkit.misbehaving.Step;

/** A provider that goes out of service: how many calls it takes to see that, and how soon runs are answered classically then. */
public final class ProviderOutage {

    /** As in the flow's definition. */
    private static final int BREAKER_FAILURES = 5;

    /** As many tasks as SubmitCircuit has there: calls under way when the breaker opens come to their end. */
    private static final int TASKS = 6;

    private static final int WARM_UP = 40;
    private static final int RUNS = 200;
    private static final int NODES = 8;
    private static final double GOAL_MILLIS = 50;
    private static final double NEARLY_ALL = 99;
    private static final Duration BETWEEN = Duration.ofMillis(30);
    private static final Duration LIMIT = Duration.ofMinutes(1);

    private ProviderOutage() {}

    public static List<Row> rows(NiFiClient nifi, Path folder) {
        TemplateInput graph = Graph.random(NODES, new SplittableRandom(1)).writeTo(folder.resolve("outage-graph.txt"));
        // No probe of the health while it is measured, so that every request is that of a run.
        Map<String, String> parameters = Map.of("probe-interval", "1 hour");
        try (MisbehavingProvider provider = MisbehavingProvider.start(
                        new IonqDialect(ResultForm.HISTOGRAM_V2, FailoverFlow.KEY),
                        FaultPlan.none(),
                        0,
                        Duration.ofMillis(100));
                TemplateRun flow = FailoverFlow.prepare(
                        nifi, "outage", CampaignProvider.IONQ, provider, parameters, folder.resolve("outage"))) {
            send(flow, graph, WARM_UP);
            goOut(provider);
            // Those that meet the outage first pay for finding out; they are no yardstick.
            send(flow, graph, WARM_UP);
            int requests = provider.requests();
            List<Finished> runs =
                    send(flow, graph, RUNS).stream().map(Finished::of).toList();
            Durations times = Finished.durations(runs, Finished::millisBesidesTheSolver);
            double classical =
                    runs.stream().filter(run -> !run.isQuantum()).toList().size();
            return List.of(
                    Row.of("outage: failed calls until the breaker is open", outOfService(provider), "calls")
                            .against("configured, and under way", BREAKER_FAILURES + TASKS - 1),
                    Row.of("outage: calls once it is open", provider.requests() - requests, "calls"),
                    Row.of("outage: answered classically", classical, "runs").against("fed", RUNS),
                    Row.of("outage: time to a classical answer besides the solver's, median", times.median(), "ms")
                            .against("goal", GOAL_MILLIS),
                    Row.of("outage: the same, 99th percentile", times.percentile(NEARLY_ALL), "ms")
                            .against("goal", GOAL_MILLIS));
        }
    }

    private static void goOut(MisbehavingProvider provider) {
        Fault[] always = Collections.nCopies(10_000, Fault.OUT_OF_SERVICE).toArray(Fault[]::new);
        for (Step step : Step.values()) {
            provider.faults().script(step, always);
        }
    }

    private static double outOfService(MisbehavingProvider provider) {
        return provider.faults().met(Fault.OUT_OF_SERVICE);
    }

    private static List<TemplateOutput> send(TemplateRun flow, TemplateInput graph, int runs) {
        for (int i = 0; i < runs; i++) {
            flow.feed(List.of(graph));
            Patience.pause(BETWEEN);
        }
        List<TemplateOutput> outputs = flow.await(LIMIT, () -> {});
        if (outputs.size() != runs) {
            throw new EnvironmentException("%d of %d runs are answered".formatted(outputs.size(), runs));
        }
        return outputs;
    }
}
