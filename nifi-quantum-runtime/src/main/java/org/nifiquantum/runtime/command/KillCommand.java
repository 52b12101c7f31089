// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.command;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.nifiquantum.runtime.campaign.kill.BackendKind;
import org.nifiquantum.runtime.campaign.kill.CrashPoint;
import org.nifiquantum.runtime.campaign.kill.CrashingNiFi;
import org.nifiquantum.runtime.campaign.kill.KillCampaign;
import org.nifiquantum.runtime.campaign.kill.KillPlan;
import org.nifiquantum.runtime.campaign.kill.KillReport;
import org.nifiquantum.runtime.campaign.kill.Providers;
import org.nifiquantum.runtime.campaign.kill.Trials;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Kills NiFi in the middle of optimisations. */
@Command(
        name = "kill",
        description = {
            "Kill NiFi (kill -9) at each named point of submit, poll and optimise and at random moments,",
            "start it again, and compare each interrupted optimisation with an undisturbed one."
        },
        mixinStandardHelpOptions = true)
final class KillCommand implements Callable<Integer> {

    @Spec
    private CommandSpec command;

    @Option(
            names = "--points",
            paramLabel = "NAME",
            split = ",",
            description = "Only these points, by the names in the table's first column.")
    private List<String> points =
            Arrays.stream(CrashPoint.values()).map(CrashPoint::label).toList();

    @Option(
            names = "--road",
            paramLabel = "NAME",
            split = ",",
            description = "Only these roads: ${COMPLETION-CANDIDATES} (default: all, by turns).")
    private List<BackendKind> roads =
            List.of(BackendKind.LOOPBACK, BackendKind.EMBEDDED, BackendKind.IONQ, BackendKind.BRAKET);

    @Option(names = "--times", paramLabel = "N", description = "Kills at each point (default: ${DEFAULT-VALUE}).")
    private int times = 5;

    @Option(names = "--random", paramLabel = "N", description = "Kills at random (default: ${DEFAULT-VALUE}).")
    private int random = 50;

    @Option(names = "--seed", paramLabel = "S", description = "Of the random moments (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(names = "--format", paramLabel = "text|json", description = "How the table is printed.")
    private Format format = Format.TEXT;

    @Override
    public Integer call() {
        KillPlan plan = plan();
        Console console = Console.of(command);
        Checkout checkout = Checkout.ofLauncher();
        Path folder = checkout.freshInstance("campaign-kill");
        console.say("Starting NiFi in %s ...".formatted(folder));
        KillReport report;
        try (Providers providers = Providers.start(seed);
                CrashingNiFi nifi = CrashingNiFi.start(checkout.installation(), folder)) {
            Trials trials = Trials.prepare(
                    nifi, plan.roads(), providers, checkout.templateFolder(), folder.resolve("exchange"));
            report = new KillCampaign(plan, trials, console::say).run();
            if (!report.isClean()) {
                nifi.keepFolder();
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

    private KillPlan plan() {
        try {
            return new KillPlan(roads, points.stream().map(this::point).toList(), times, random, seed);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), e.getMessage(), e);
        }
    }

    private CrashPoint point(String label) {
        return Arrays.stream(CrashPoint.values())
                .filter(point -> point.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        command.commandLine(),
                        "There is no point [%s]; there are %s"
                                .formatted(
                                        label,
                                        Arrays.stream(CrashPoint.values())
                                                .map(CrashPoint::label)
                                                .collect(Collectors.joining(", ")))));
    }
}
