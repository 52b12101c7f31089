// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.nifiquantum.runtime.bench.Row;
import org.nifiquantum.runtime.bench.Table;
import org.nifiquantum.runtime.bench.provider.ProviderDelay;
import org.nifiquantum.runtime.bench.provider.ProviderOutage;
import org.nifiquantum.runtime.bench.provider.ProviderThroughput;
import org.nifiquantum.runtime.rest.NiFiClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A provider on this machine, as fast as NiFi can use it. */
@Command(
        name = "provider",
        description = {
            "Send jobs of 10 qubits through a real NiFi to a provider that this process plays on the loopback interface:",
            "how many a second, at what cost, how late results are known, and how soon an outage is answered classically."
        })
final class BenchProviderCommand implements Callable<Integer> {

    @Spec
    private CommandSpec command;

    @Mixin
    private NiFiOptions options;

    @Option(names = "--jobs", paramLabel = "N", description = "Of the throughput (default: ${DEFAULT-VALUE}).")
    private int jobs = 100_000;

    @Option(
            names = "--parts",
            paramLabel = "NAME",
            split = ",",
            description = "Only these: ${COMPLETION-CANDIDATES} (default: all).")
    private Set<Part> parts = EnumSet.allOf(Part.class);

    @Option(names = "--format", paramLabel = "text|json", description = "json: an array of the rows.")
    private Format format = Format.TEXT;

    /** What is measured. */
    private enum Part {
        THROUGHPUT,
        DELAY,
        OUTAGE
    }

    @Override
    public Integer call() {
        BenchCommand.requireAtLeast(10, "--jobs", jobs, command);
        Console console = Console.of(command);
        Checkout checkout = Checkout.ofLauncher();
        Path folder = checkout.freshInstance("bench");
        List<Row> rows = new ArrayList<>();
        try (NiFiSession session = NiFiSession.start(console, checkout, folder, options.settings())) {
            NiFiClient nifi = session.awaitReady();
            if (parts.contains(Part.THROUGHPUT)) {
                console.say("Throughput, %,d jobs ...".formatted(jobs));
                rows.addAll(new ProviderThroughput(jobs, console::say)
                        .rows(nifi, session.instance().pid()));
            }
            if (parts.contains(Part.DELAY)) {
                console.say("Delay, jobs of 0.1 to 21 s ...");
                rows.addAll(ProviderDelay.rows(nifi, folder.resolve("delay")));
            }
            if (parts.contains(Part.OUTAGE)) {
                console.say("Outage ...");
                rows.addAll(ProviderOutage.rows(nifi, folder.resolve("outage")));
            }
        }
        console.result(BenchCommand.print(new Table(rows), format));
        return 0;
    }
}
