// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.nifiquantum.engine.qasm.OpenQasmReader;
import org.nifiquantum.run.document.RunException;
import org.nifiquantum.runtime.campaign.fuzz.FuzzCampaign;
import org.nifiquantum.runtime.campaign.fuzz.FuzzReport;
import org.nifiquantum.runtime.campaign.fuzz.Sample;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads damaged OpenQASM. */
@Command(
        name = "fuzz",
        description = {
            "Damage OpenQASM programs in every way we could think of and read them: each must be understood, or refused",
            "with line and column, in time. What is not is kept as a file."
        },
        mixinStandardHelpOptions = true)
final class FuzzCommand implements Callable<Integer> {

    @Spec
    private CommandSpec command;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE|FOLDER",
            description = "Programs to be damaged: *.qasm files, or folders with them.")
    private List<Path> places;

    @Option(
            names = "--times",
            paramLabel = "N",
            description = "Damaged forms of each program (default: ${DEFAULT-VALUE}).")
    private int times = 200;

    @Option(names = "--seed", paramLabel = "S", description = "The damage follows from it (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(
            names = "--limit",
            paramLabel = "SECONDS",
            description = "How long reading one program may take (default: ${DEFAULT-VALUE}).")
    private int limit = 10;

    @Option(names = "--format", paramLabel = "text|json", description = "How the table is printed.")
    private Format format = Format.TEXT;

    @Override
    public Integer call() throws InterruptedException {
        if (times < 1 || limit < 1) {
            throw new ParameterException(command.commandLine(), "--times and --limit must be 1 or more");
        }
        List<Sample> corpus = corpus();
        Console console = Console.of(command);
        Path findings = Checkout.ofLauncher().freshInstance("campaign-fuzz");
        FuzzReport report = new FuzzCampaign(
                        corpus, times, seed, OpenQasmReader::readProgram, Duration.ofSeconds(limit), findings)
                .run(console::progress);
        if (!report.isClean()) {
            console.say("What must not be is kept in " + findings);
        }
        console.result(
                switch (format) {
                    case TEXT -> report.text();
                    case JSON -> report.json();
                });
        return report.isClean() ? 0 : Failures.REFUTED;
    }

    private List<Sample> corpus() {
        List<Sample> corpus = new ArrayList<>();
        for (Path place : places) {
            try (Stream<Path> files = Files.walk(place)) {
                files.filter(file -> file.toString().endsWith(".qasm"))
                        .sorted()
                        .forEach(file -> corpus.add(new Sample(
                                file.getFileName().toString(),
                                new String(ProblemFile.bytes(file), StandardCharsets.UTF_8))));
            } catch (IOException e) {
                throw new RunException(place.toString(), "cannot be read", e);
            } catch (UncheckedIOException e) {
                throw new RunException(place.toString(), "cannot be read: " + e.getMessage(), e);
            }
        }
        corpus.removeIf(sample -> sample.text().isEmpty());
        if (corpus.isEmpty()) {
            throw new RunException(places.toString(), "holds no *.qasm files");
        }
        return corpus;
    }
}
