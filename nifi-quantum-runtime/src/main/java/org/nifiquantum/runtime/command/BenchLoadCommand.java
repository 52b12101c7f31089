// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.nifiquantum.runtime.bench.LoadBenchmark;
import org.nifiquantum.runtime.bench.Row;
import org.nifiquantum.runtime.bench.Table;
import org.nifiquantum.runtime.nifi.NiFiSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Many runs through one NiFi. */
@Command(
        name = "load",
        description = {
            "Send many small runs through templates/maxcut-qaoa.json: a number at once, then more at a steady rate, four",
            "fifths of what was reached at once. Fails if no answer comes for a minute.",
            "Rings of nodes, one layer, 64 shots, COBYLA; a fresh NiFi for each size of the queues."
        })
final class BenchLoadCommand implements Callable<Integer> {

    @Spec
    private CommandSpec command;

    @Mixin
    private NiFiOptions options;

    @Option(names = "--at-once", paramLabel = "N", description = "Runs at once (default: ${DEFAULT-VALUE}).")
    private int atOnce = 1_000;

    @Option(names = "--steadily", paramLabel = "N", description = "Runs after them (default: ${DEFAULT-VALUE}).")
    private int steadily = 10_000;

    @Option(
            names = "--queues",
            paramLabel = "N",
            defaultValue = "10000,50,5",
            split = ",",
            description = "At how many FlowFiles queues hold their source back, a NiFi for each (default:"
                    + " ${DEFAULT-VALUE}; the template has 10000).")
    private List<Integer> queues;

    @Option(names = "--nodes", paramLabel = "N", description = "Of each graph (default: ${DEFAULT-VALUE}).")
    private int nodes = 6;

    @Option(names = "--evaluations", paramLabel = "N", description = "Of a run, at most (default: ${DEFAULT-VALUE}).")
    private int evaluations = 10;

    @Option(names = "--format", paramLabel = "text|json", description = "json: an array of the rows.")
    private Format format = Format.TEXT;

    @Override
    public Integer call() throws InterruptedException {
        BenchCommand.requireAtLeast(1, "--at-once", atOnce, command);
        BenchCommand.requireAtLeast(2, "--steadily", steadily, command);
        BenchCommand.requireAtLeast(3, "--nodes", nodes, command);
        BenchCommand.requireAtLeast(1, "--evaluations", evaluations, command);
        queues.forEach(threshold -> BenchCommand.requireAtLeast(1, "--queues", threshold, command));
        Console console = Console.of(command);
        NiFiSettings settings = options.settings();
        Checkout checkout = Checkout.ofLauncher();
        LoadBenchmark benchmark = new LoadBenchmark(
                checkout.template("maxcut-qaoa.json"), atOnce, steadily, nodes, evaluations, console::say);
        double withoutNiFi = benchmark.withoutNiFi();
        List<Row> rows = new ArrayList<>();
        for (int threshold : queues) {
            Path folder = checkout.freshInstance("bench");
            try (NiFiSession session = NiFiSession.start(console, checkout, folder, settings)) {
                rows.addAll(benchmark.rows(
                        session.awaitReady(),
                        session.instance().pid(),
                        threshold,
                        withoutNiFi,
                        folder.resolve("exchange"),
                        session::requireAlive));
            }
        }
        console.result(BenchCommand.print(new Table(rows), format));
        return 0;
    }
}
