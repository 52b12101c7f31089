// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.command;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.nifiquantum.runtime.flow.TemplateInput;
import org.nifiquantum.runtime.flow.TemplateOutput;
import org.nifiquantum.runtime.flow.TemplateRun;
import org.nifiquantum.runtime.nifi.NiFiSettings;
import org.nifiquantum.runtime.rest.NiFiClient;
import org.nifiquantum.runtime.rest.Patience;
import org.nifiquantum.runtime.rest.ProvenanceEvent;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The first thing a newcomer sees: a real NiFi solves a real problem. */
@Command(
        name = "demo",
        description =
                "Start NiFi, solve a MaxCut of 16 cities with a quantum-classical loop, show the answer beside the"
                        + " exact one, and leave the canvas open.")
final class DemoCommand implements Callable<Integer> {

    private static final String TEMPLATE = "maxcut-qaoa.json";
    private static final String PROBLEM = "data/maxcut-16-cities.json";
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final Duration INDEXING_LIMIT = Duration.ofSeconds(5);

    @Spec
    private CommandSpec command;

    @Mixin
    private NiFiOptions options;

    @Option(names = "--exit", description = "Stop NiFi and end once there is an answer.")
    private boolean exit;

    @Option(names = "--format", paramLabel = "text|json", description = "json: the run document, and nothing else.")
    private Format format = Format.TEXT;

    @Override
    public Integer call() {
        Console console = Console.of(command);
        NiFiSettings settings = options.settings();
        Checkout checkout = Checkout.ofLauncher();
        Path folder = checkout.freshInstance("demo");
        try (NiFiSession session = NiFiSession.start(console, checkout, folder, settings)) {
            TemplateInput problem = new TemplateInput(checkout.template(PROBLEM));
            ExactAnswer exact = ExactAnswer.to(problem.file());
            NiFiClient nifi = session.awaitReady();
            TemplateRun run = TemplateRun.prepare(
                    nifi, "maxcut-qaoa", checkout.template(TEMPLATE), Map.of(), folder.resolve("exchange"));
            console.say("Imported %s and fed %s; the loop runs.".formatted(TEMPLATE, PROBLEM));
            show(console, session, nifi, exact, solve(console, session, nifi, run, problem, exact), run);
            if (!exit) {
                session.awaitInterrupt();
            }
        }
        return 0;
    }

    private static TemplateOutput solve(
            Console console,
            NiFiSession session,
            NiFiClient nifi,
            TemplateRun run,
            TemplateInput problem,
            ExactAnswer exact) {
        DemoProgress progress = new DemoProgress(console, nifi, run, exact.objective());
        run.feed(List.of(problem));
        List<TemplateOutput> outputs = run.await(LIMIT, () -> {
            session.requireAlive();
            progress.show();
        });
        if (outputs.isEmpty()) {
            throw session.failed("There is no answer after %d minutes.".formatted(LIMIT.toMinutes()));
        }
        return outputs.getFirst();
    }

    private void show(
            Console console,
            NiFiSession session,
            NiFiClient nifi,
            ExactAnswer exact,
            TemplateOutput output,
            TemplateRun run) {
        String document = new String(output.flowFile().content(), StandardCharsets.UTF_8);
        console.result(
                switch (format) {
                    case JSON -> document;
                    case TEXT -> new DemoReport(exact, output).text();
                });
        String flowFile = output.flowFile().attributes().getOrDefault("uuid", "");
        console.say("");
        console.say("  canvas      %s#/process-groups/%s"
                .formatted(session.instance().canvas(), run.templateGroup()));
        console.say("  provenance  %s#/provenance?flowFileUuid=%s"
                .formatted(session.instance().canvas(), flowFile));
        answerEvent(nifi, flowFile)
                .ifPresent(event ->
                        console.say("  the answer  " + session.instance().viewer(event)));
        console.say("  as a file   " + report(output));
    }

    /** The last event that has the answer as its content; it becomes searchable a moment after it happens. */
    private static Optional<Long> answerEvent(NiFiClient nifi, String flowFile) {
        return Patience.await(
                INDEXING_LIMIT,
                () -> nifi.provenance().search("FlowFileUUID", flowFile).stream()
                        .filter(event -> event.type().equals("CONTENT_MODIFIED"))
                        .filter(event -> event.componentType().equals("DecodeSolution")
                                || event.componentType().equals("Fallback"))
                        .map(ProvenanceEvent::id)
                        .reduce((earlier, later) -> later));
    }

    private static URI report(TemplateOutput output) {
        return ReportFile.write(
                Checkout.ofLauncher().reports().resolve("demo.html"),
                "maxcut-16-cities.json",
                output.flowFile().content());
    }
}
