// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.nifiquantum.runtime.bench.FlowBenchmark;
import org.nifiquantum.runtime.bench.Row;
import org.nifiquantum.runtime.bench.Table;
import org.nifiquantum.runtime.nifi.NiFiSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What one iteration of the loop takes. */
@Command(
        name = "flow",
        description = {
            "Time one iteration of the variational loop on NiFi: optimise, submit, poll.",
            "12 qubits, 4 parameters, 256 shots, SPSA; the second of two runs of templates/maxcut-qaoa.json on each NiFi.",
            "Takes about three minutes."
        })
final class BenchFlowCommand implements Callable<Integer> {

    private static final String BORED_YIELD = "nifi.bored.yield.duration";

    @Spec
    private CommandSpec command;

    @Mixin
    private NiFiOptions options;

    @Option(
            names = "--bored-yield",
            paramLabel = "DURATION",
            defaultValue = "10 millis,1 millis",
            split = ",",
            description = "Values of " + BORED_YIELD + ", a NiFi for each: how long an idle processor is left alone"
                    + " (default: ${DEFAULT-VALUE}; 10 millis is NiFi's own).")
    private List<String> boredYields;

    @Option(
            names = "--iterations",
            paramLabel = "N",
            description = "Of a run, at least " + FlowBenchmark.LEAST_ITERATIONS + " (default: ${DEFAULT-VALUE}).")
    private int iterations = 1_200;

    @Option(names = "--format", paramLabel = "text|json", description = "json: an array of the rows.")
    private Format format = Format.TEXT;

    @Override
    public Integer call() throws InterruptedException {
        BenchCommand.requireAtLeast(FlowBenchmark.LEAST_ITERATIONS, "--iterations", iterations, command);
        Console console = Console.of(command);
        NiFiSettings settings = options.settings();
        Checkout checkout = Checkout.ofLauncher();
        FlowBenchmark benchmark = new FlowBenchmark(checkout.template("maxcut-qaoa.json"), iterations, console::say);
        double withoutNiFi = benchmark.withoutNiFi();
        List<Row> rows = new ArrayList<>();
        for (String boredYield : boredYields) {
            Path folder = checkout.freshInstance("bench");
            try (NiFiSession session =
                    NiFiSession.start(console, checkout, folder, settings.with(BORED_YIELD, boredYield))) {
                rows.addAll(benchmark.rows(
                        session.awaitReady(),
                        "bored yield " + boredYield,
                        withoutNiFi,
                        folder.resolve("exchange"),
                        session::requireAlive));
            }
        }
        console.result(BenchCommand.print(new Table(rows), format));
        return 0;
    }
}
