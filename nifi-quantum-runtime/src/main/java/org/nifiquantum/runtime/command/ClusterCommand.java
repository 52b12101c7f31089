// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.command;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.nifiquantum.runtime.campaign.cluster.ClusterCampaign;
import org.nifiquantum.runtime.campaign.cluster.ClusterPhase;
import org.nifiquantum.runtime.campaign.cluster.ClusterPlan;
import org.nifiquantum.runtime.campaign.cluster.ClusterReport;
import org.nifiquantum.runtime.nifi.NiFiCluster;
import org.nifiquantum.runtime.nifi.NiFiSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** One budget on a real cluster, whose nodes are killed. */
@Command(
        name = "cluster",
        description = {
            "Start a cluster of NiFi nodes, let runs wander over all of them and spend from one budget that is too small for all,",
            "kill nodes and start them again: nothing lost, nothing billed twice, the budget kept."
        },
        mixinStandardHelpOptions = true)
final class ClusterCommand implements Callable<Integer> {

    @Spec
    private CommandSpec command;

    @Option(names = "--nodes", paramLabel = "N", description = "Of the cluster (default: ${DEFAULT-VALUE}).")
    private int nodes = 3;

    @Option(names = "--runs", paramLabel = "N", description = "Of each phase (default: ${DEFAULT-VALUE}).")
    private int runs = 300;

    @Option(
            names = "--phases",
            paramLabel = "NAME",
            split = ",",
            description = "Of ${COMPLETION-CANDIDATES} (default: all, in this order).")
    private List<ClusterPhase> phases = List.of(ClusterPhase.values());

    @Option(
            names = "--share",
            paramLabel = "X",
            description = "Of the cost of all runs that the budget allows (default: ${DEFAULT-VALUE}).")
    private double share = 0.75;

    @Option(names = "--heap", paramLabel = "SIZE", description = "Largest heap of a node (default: ${DEFAULT-VALUE}).")
    private String heap = "768m";

    @Option(names = "--seed", paramLabel = "S", description = "Of graphs and counts (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(names = "--format", paramLabel = "text|json", description = "How the table is printed.")
    private Format format = Format.TEXT;

    @Override
    public Integer call() {
        ClusterPlan plan = plan();
        NiFiSettings settings = settings();
        Console console = Console.of(command);
        Checkout checkout = Checkout.ofLauncher();
        Path folder = checkout.freshInstance("campaign-cluster");
        console.say("Starting %d nodes in %s ...".formatted(nodes, folder));
        ClusterReport report;
        try (NiFiCluster cluster = NiFiCluster.start(checkout.installation(), folder, nodes, settings)) {
            report = new ClusterCampaign(plan, console::say).run(cluster, folder.resolve("exchange"));
            if (!report.isClean()) {
                cluster.keepFolders();
                console.say("The nodes' folders are kept: " + folder);
            }
        }
        console.result(
                switch (format) {
                    case TEXT -> report.text();
                    case JSON -> report.json();
                });
        return report.isClean() ? 0 : Failures.REFUTED;
    }

    private ClusterPlan plan() {
        if (nodes < 2) {
            throw new ParameterException(command.commandLine(), "A cluster has 2 nodes or more, not " + nodes);
        }
        try {
            return new ClusterPlan(runs, phases, share, seed);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), e.getMessage(), e);
        }
    }

    private NiFiSettings settings() {
        try {
            return NiFiSettings.defaults().withHeap(heap);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), e.getMessage(), e);
        }
    }
}
