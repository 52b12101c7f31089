// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.command;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.nifiquantum.runtime.flow.FlowException;
import org.nifiquantum.runtime.flow.TemplateInput;
import org.nifiquantum.runtime.flow.TemplateOutput;
import org.nifiquantum.runtime.flow.TemplateRun;
import org.nifiquantum.runtime.nifi.NiFiSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Any template as a function from files to files. */
@Command(
        name = "run",
        description = "Import a template into a fresh NiFi, feed it files, wait, and show or write what comes out.")
final class RunCommand implements Callable<Integer> {

    @Spec
    private CommandSpec command;

    @Mixin
    private NiFiOptions options;

    @Parameters(paramLabel = "TEMPLATE", description = "A flow definition with one input port, as in templates/.")
    private Path template;

    @Option(
            names = "--input",
            paramLabel = "FILE",
            required = true,
            arity = "1..*",
            description = "What to feed; all files go through the one NiFi.")
    private List<Path> inputs;

    @Option(names = "--output", paramLabel = "DIR", description = "Write what comes out there, a file for each output.")
    private Optional<Path> output;

    @Option(names = "--report", description = "Write each run as a page as well: into DIR, or this folder.")
    private boolean pages;

    @Option(names = "--set", paramLabel = "PARAMETER=VALUE", description = "A value for a parameter of the template.")
    private Map<String, String> parameters = new LinkedHashMap<>();

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            description = "How long to wait for all answers (default: ${DEFAULT-VALUE}).")
    private int timeout = 600;

    @Option(names = "--format", paramLabel = "text|json", description = "json: an array with a document per output.")
    private Format format = Format.TEXT;

    @Override
    public Integer call() {
        Console console = Console.of(command);
        List<TemplateInput> files = inputs.stream().map(TemplateInput::new).toList();
        if (!template.toFile().isFile()) {
            throw new FlowException("There is no template %s.".formatted(template));
        }
        RunReport report = new RunReport(files, run(console, files));
        output.ifPresent(report::writeTo);
        if (pages) {
            report.writePages(console, output.orElse(Path.of("")));
        }
        console.result(
                switch (format) {
                    case TEXT -> report.text();
                    case JSON -> report.json();
                });
        return report.allAnswered() ? 0 : Failures.INPUT;
    }

    private List<TemplateOutput> run(Console console, List<TemplateInput> files) {
        NiFiSettings settings = options.settings();
        Checkout checkout = Checkout.ofLauncher();
        Path folder = checkout.freshInstance("run");
        try (NiFiSession session = NiFiSession.start(console, checkout, folder, settings)) {
            TemplateRun run = TemplateRun.prepare(
                    session.awaitReady(), name(template), template, parameters, folder.resolve("exchange"));
            console.say("Running %d input(s) through %s ...".formatted(files.size(), template.getFileName()));
            run.feed(files);
            List<TemplateOutput> outputs = run.awaitAll(Duration.ofSeconds(timeout), session::requireAlive);
            List<String> missing = missing(files, outputs);
            if (!missing.isEmpty()) {
                throw session.failed("After %d s nothing has come out for %s.".formatted(timeout, missing));
            }
            return outputs;
        }
    }

    private static String name(Path template) {
        return template.getFileName().toString().replaceFirst("[.]json$", "");
    }

    private static List<String> missing(List<TemplateInput> files, List<TemplateOutput> outputs) {
        List<String> missing = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            int input = i;
            if (outputs.stream().noneMatch(output -> output.input() == input)) {
                missing.add(files.get(i).name());
            }
        }
        return missing;
    }
}
