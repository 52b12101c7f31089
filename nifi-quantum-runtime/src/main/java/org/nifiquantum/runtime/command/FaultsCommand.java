// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.command;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.nifiquantum.runtime.campaign.CampaignProvider;
import org.nifiquantum.runtime.campaign.faults.FaultCampaign;
import org.nifiquantum.runtime.campaign.faults.FaultPlanning;
import org.nifiquantum.runtime.campaign.faults.FaultReport;
import org.nifiquantum.runtime.campaign.faults.Trouble;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Many runs through a NiFi whose provider misbehaves. */
@Command(
        name = "faults",
        description = {
            "Send many runs through a NiFi whose provider misbehaves in one way after the other, at random moments, and",
            "compare what came out with the provider's own books: nothing lost, nothing billed twice, every run answered."
        })
final class FaultsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec command;

    @Mixin
    private NiFiOptions options;

    @Option(
            names = "--like",
            paramLabel = "NAME",
            description = "Whom the provider plays: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private CampaignProvider like = CampaignProvider.IONQ;

    @Option(names = "--runs", paramLabel = "N", description = "Of all faults together (default: ${DEFAULT-VALUE}).")
    private int runs = 10_000;

    @Option(names = "--times", paramLabel = "N", description = "Runs of each fault instead.")
    private Integer times;

    @Option(
            names = "--fault",
            paramLabel = "NAME",
            split = ",",
            description = "Only these, by the names in the table's first column.")
    private List<String> faults = Trouble.all().stream().map(Trouble::label).toList();

    @Option(names = "--lanes", paramLabel = "N", description = "Faults at a time (default: ${DEFAULT-VALUE}).")
    private int lanes = 6;

    @Option(names = "--seed", paramLabel = "S", description = "Of all that is random (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(names = "--format", paramLabel = "text|json", description = "How the table is printed.")
    private Format format = Format.TEXT;

    @Override
    public Integer call() {
        FaultPlanning planning = planning();
        Console console = Console.of(command);
        Checkout checkout = Checkout.ofLauncher();
        Path folder = checkout.freshInstance("campaign-faults");
        FaultReport report;
        try (NiFiSession session = NiFiSession.start(console, checkout, folder, options.settings())) {
            report = new FaultCampaign(planning, console::say).run(session.awaitReady(), folder.resolve("exchange"));
            if (!report.isClean()) {
                session.instance().keepFolder();
                console.say("NiFi's folder is kept: " + folder);
            }
        }
        console.result(
                switch (format) {
                    case TEXT -> report.text();
                    case JSON -> report.json();
                });
        return report.isClean() ? 0 : Failures.REFUTED;
    }

    private FaultPlanning planning() {
        try {
            return new FaultPlanning(
                    like,
                    faults.stream().map(this::trouble).toList(),
                    times == null ? runs : times * faults.size(),
                    lanes,
                    seed);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), e.getMessage(), e);
        }
    }

    private Trouble trouble(String label) {
        return Trouble.named(label)
                .orElseThrow(() -> new ParameterException(
                        command.commandLine(),
                        "There is no fault [%s]; there are %s"
                                .formatted(
                                        label,
                                        Trouble.all().stream()
                                                .map(Trouble::label)
                                                .collect(Collectors.joining(", ")))));
    }
}
