// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.campaign.cluster;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.nifiquantum.runtime.campaign.CampaignProvider;
import org.nifiquantum.runtime.campaign.FailoverFlow;
import org.nifiquantum.runtime.campaign.Graph;
import org.nifiquantum.runtime.flow.TemplateInput;
import org.nifiquantum.runtime.flow.TemplateRun;
import org.nifiquantum.runtime.nifi.NiFiCluster;
import org.nifiquantum.runtime.rest.Component;
import org.nifiquantum.runtime.rest.NiFiClient;
import org.nifiquantum.testkit.misbehaving.FaultPlan;
import org.nifiquantum.testkit.misbehaving.MisbehavingProvider;

/**
 * One flow on all nodes of a cluster, each queue of which spreads its runs over them, and one budget that is too small for all runs.
 * One phase after the other: the runs go in, a node is killed when a part of them is answered, and comes back.
 */
public final class ClusterCampaign {

    private static final Duration JOB = Duration.ofSeconds(1);
    private static final int GRAPHS = 6;
    private static final int SMALLEST_GRAPH = 3;
    private static final int LARGEST_GRAPH = 8;

    /** A node is killed when the first of so many parts is answered. */
    private static final int PARTS = 4;

    private static final String BUDGET = "org.nifiquantum.services.budget.StandardBudgetService";

    private final ClusterPlan plan;
    private final Consumer<String> progress;
    private final List<Graph> graphs = new ArrayList<>();

    public ClusterCampaign(ClusterPlan plan, Consumer<String> progress) {
        this.plan = plan;
        this.progress = progress;
        SplittableRandom random = new SplittableRandom(plan.seed());
        for (int i = 0; i < GRAPHS; i++) {
            graphs.add(Graph.random(random.nextInt(SMALLEST_GRAPH, LARGEST_GRAPH + 1), random));
        }
    }

    /**
     * Does all of it.
     *
     * @param cluster complete
     * @param scratch a folder that the nodes can reach
     */
    public ClusterReport run(NiFiCluster cluster, Path scratch) {
        NiFiClient nifi = cluster.awaitConnected(() -> {});
        SplittableRandom random = new SplittableRandom(plan.seed());
        try (MisbehavingProvider provider =
                MisbehavingProvider.start(CampaignProvider.IONQ.dialect(random), FaultPlan.none(), 0, JOB)) {
            TemplateRun flow = prepare(nifi, provider, scratch);
            Component budget = limit(nifi, flow);
            List<TemplateInput> inputs = inputs(scratch.resolveSibling("graphs"));
            List<ClusterRow> rows = new ArrayList<>();
            for (ClusterPhase phase : plan.phases()) {
                ClusterRow row = run(phase, cluster, provider, flow, inputs, budget);
                progress.accept("  %s".formatted(row));
                rows.add(row);
            }
            return new ClusterReport(cluster.size(), plan.limit(), rows);
        }
    }

    private TemplateRun prepare(NiFiClient nifi, MisbehavingProvider provider, Path scratch) {
        return FailoverFlow.prepareOnAllNodes(
                nifi,
                "cluster",
                CampaignProvider.IONQ,
                provider,
                Map.of("shots", Integer.toString(ClusterPlan.SHOTS)),
                scratch);
    }

    /** Puts the flow's backend on a budget, and gives the budget. */
    private Component limit(NiFiClient nifi, TemplateRun flow) {
        String group = flow.templateGroup();
        nifi.groups().disableServices(group);
        Component backend = nifi.groups().services(group).getFirst();
        Component budget = nifi.services()
                .add(
                        group,
                        BUDGET,
                        "Budget",
                        Map.of("Limit Per Day", plan.limit().toPlainString()));
        nifi.services().configure(backend, Map.of("Budget", budget.id()));
        nifi.groups().enableServices(group);
        return budget;
    }

    private List<TemplateInput> inputs(Path folder) {
        List<TemplateInput> inputs = new ArrayList<>();
        for (int i = 0; i < plan.runs(); i++) {
            inputs.add(graphs.get(i % GRAPHS).writeTo(folder.resolve("graph-%d.txt".formatted(i % GRAPHS))));
        }
        return inputs;
    }

    private ClusterRow run(
            ClusterPhase phase,
            NiFiCluster cluster,
            MisbehavingProvider provider,
            TemplateRun flow,
            List<TemplateInput> inputs,
            Component budget) {
        progress.accept("%s: %d runs".formatted(phase.sentence(), plan.runs()));
        Instant start = Instant.now();
        Answers answers = new Answers(plan.runs(), flow);
        flow.feed(inputs);
        answers.await(plan.runs() / PARTS);
        OptionalInt victim = phase.victim(cluster.size());
        if (victim.isPresent()) {
            cluster.kill(victim.getAsInt());
            cluster.restart(victim.getAsInt());
        }
        answers.await(plan.runs());
        NiFiClient nifi = cluster.awaitConnected(() -> {});
        Duration took = Duration.between(start, Instant.now());
        return answers.row(phase, graphs, provider, leasing(nifi, budget), took);
    }

    /** Each node that holds something has a line of its own. */
    private static int leasing(NiFiClient nifi, Component budget) {
        return (int) nifi.services().clusterState(budget).keySet().stream()
                .filter(key -> key.startsWith("day.leased."))
                .count();
    }
}
