// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.nifiquantum.runtime.SharedNiFi;
import org.nifiquantum.runtime.nifi.FreePort;
import org.nifiquantum.runtime.rest.NiFiClient;
import org.nifiquantum.runtime.rest.Patience;
import org.nifiquantum.runtime.rest.ProvenanceEvent;
import org.nifiquantum.testkit.misbehaving.Fault;
import org.nifiquantum.testkit.misbehaving.FaultPlan;
import org.nifiquantum.testkit.misbehaving.IonqDialect;
import org.nifiquantum.testkit.misbehaving.IonqDialect.ResultForm;
import org.nifiquantum.testkit.misbehaving.MisbehavingProvider;
import org.nifiquantum.testkit.misbehaving.Step;

/** The template on a real NiFi, with a provider that goes down when it is told to. Its price is a cent for each shot. */
class ProviderFailoverIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Path TEMPLATES =
            Path.of("").toAbsolutePath().getParent().resolve("templates");
    private static final TemplateInput TRIANGLE =
            new TemplateInput(TEMPLATES.resolve("data").resolve("maxcut-triangle.json"));
    private static final int BREAKER_FAILURES = 3;
    private static final int FAILING_PROBES = 3;
    private static final int JOBS_OF_A_RUN = 2;

    private final NiFiClient nifi = SharedNiFi.client();
    private final int approvalPort = FreePort.any();

    @Test
    void anAnswerAlwaysComesAndSaysWhy() throws Exception {
        IonqDialect ionq = new IonqDialect(ResultForm.HISTOGRAM_V2, "secret");
        try (MisbehavingProvider provider =
                        MisbehavingProvider.start(ionq, FaultPlan.none(), 0, Duration.ofMillis(50));
                TemplateRun run = prepare(provider)) {
            healthyProvider(run, provider);
            outage(run, provider);
            set(run, "approval-above", "0.50");
            costlyRun(run, provider);
            overBudget(run, provider);
            set(run, "quantum-road-open", "false");
            killSwitch(run, provider);
            assertTrue(provider.billed().values().stream().allMatch(times -> times == 1), "nothing is billed twice");
        }
    }

    private TemplateRun prepare(MisbehavingProvider provider) {
        return TemplateRun.prepare(
                nifi,
                "failover",
                TEMPLATES.resolve("provider-failover.json"),
                Map.of(
                        "provider-url",
                        provider.uri().toString(),
                        "api-key",
                        "secret",
                        "shots",
                        "100",
                        "maximum-evaluations",
                        Integer.toString(JOBS_OF_A_RUN),
                        // Enough for two runs and no third.
                        "budget-per-day",
                        "4.50",
                        "breaker-failures",
                        Integer.toString(BREAKER_FAILURES),
                        "probe-interval",
                        "2 secs",
                        "fallback-time-budget",
                        "200 millis",
                        "approval-port",
                        Integer.toString(approvalPort),
                        "approvals-cache-port",
                        Integer.toString(FreePort.any())),
                SharedNiFi.folder("failover"));
    }

    private static void healthyProvider(TemplateRun run, MisbehavingProvider provider) throws IOException {
        TemplateOutput output = solve(run);
        JsonNode document = document(output);
        assertEquals("quantum", document.at("/solution/source").asText());
        assertEquals(JOBS_OF_A_RUN, provider.jobs().size());
        assertEquals(2, Double.parseDouble(output.flowFile().attributes().get("quantum.cost")));
        assertEquals("USD", output.flowFile().attributes().get("quantum.cost.currency"));
    }

    /** The price could be asked for again after the failures, and is not: the breaker is open. */
    private static void outage(TemplateRun run, MisbehavingProvider provider) throws IOException {
        provider.faults()
                .script(
                        Step.ESTIMATE,
                        Collections.nCopies(BREAKER_FAILURES, Fault.OUT_OF_SERVICE)
                                .toArray(Fault[]::new));
        provider.faults()
                .script(
                        Step.DESCRIBE,
                        Collections.nCopies(FAILING_PROBES, Fault.OUT_OF_SERVICE)
                                .toArray(Fault[]::new));
        for (int i = 0; i < 2; i++) {
            JsonNode solution = document(solve(run)).path("solution");
            assertEquals("exact", solution.path("source").asText());
            assertTrue(solution.path("reason").asText().contains("the breaker is open"), solution::toString);
        }
        assertEquals(JOBS_OF_A_RUN, provider.jobs().size(), "nothing was sent");
        assertTrue(Patience.awaitTrue(LIMIT, provider.faults()::isOver), "probes go on");
        int failed = provider.requests();
        assertTrue(Patience.awaitTrue(LIMIT, () -> provider.requests() > failed), "one probe more, which succeeds");
    }

    private void costlyRun(TemplateRun run, MisbehavingProvider provider) throws Exception {
        int before = provider.jobs().size();
        run.feed(List.of(TRIANGLE));
        String waiting = awaitApproval(run, Optional.empty());
        assertEquals(List.of(), run.collect(), "no answer without approval");
        assertEquals(before, provider.jobs().size(), "nothing is sent without approval");

        assertEquals(400, post("approve"));
        assertEquals(202, post("approve?run=" + waiting));
        JsonNode document = document(answer(run));
        assertEquals(waiting, document.path("id").asText());
        assertEquals("quantum", document.at("/solution/source").asText());
        assertEquals(before + JOBS_OF_A_RUN, provider.jobs().size());
    }

    private void overBudget(TemplateRun run, MisbehavingProvider provider) throws Exception {
        int before = provider.jobs().size();
        Optional<String> earlier = Optional.of(awaitApproval(run, Optional.empty()));
        run.feed(List.of(TRIANGLE));
        assertEquals(202, post("approve?run=" + awaitApproval(run, earlier)));
        JsonNode solution = document(answer(run)).path("solution");
        assertEquals("exact", solution.path("source").asText());
        assertTrue(solution.path("reason").asText().contains("of 4.50 USD are left for the day"), solution::toString);
        assertEquals(before, provider.jobs().size());
    }

    private static void killSwitch(TemplateRun run, MisbehavingProvider provider) throws IOException {
        int before = provider.requests();
        JsonNode solution = document(solve(run)).path("solution");
        assertEquals("exact", solution.path("source").asText());
        assertTrue(solution.path("reason").asText().contains("the quantum road is closed"), solution::toString);
        assertEquals(before, provider.requests(), "the provider hears nothing");
    }

    private void set(TemplateRun run, String parameter, String value) {
        String context = nifi.parameterContexts().of(run.templateGroup()).orElseThrow();
        nifi.parameterContexts().set(context, Map.of(parameter, value));
    }

    private static TemplateOutput solve(TemplateRun run) {
        run.feed(List.of(TRIANGLE));
        return answer(run);
    }

    private static TemplateOutput answer(TemplateRun run) {
        List<TemplateOutput> outputs = run.await(LIMIT, () -> {});
        assertEquals(1, outputs.size(), "answers");
        assertEquals("solution", outputs.getFirst().port());
        return outputs.getFirst();
    }

    private static JsonNode document(TemplateOutput output) throws IOException {
        return new ObjectMapper().readTree(output.flowFile().content());
    }

    /** The run that was sent to approval last, once it is another one than before; its reason names its price. */
    private String awaitApproval(TemplateRun run, Optional<String> earlier) {
        String route = run.processor("RouteWorkload").orElseThrow().id();
        ProvenanceEvent event = Patience.await(
                        LIMIT,
                        () -> nifi.provenance().latest(route, 1).stream()
                                .filter(latest -> latest.relationship().equals(Optional.of("approval")))
                                .filter(latest -> !Optional.ofNullable(
                                                latest.attributes().get("quantum.run.id"))
                                        .equals(earlier))
                                .findFirst())
                .orElseThrow(() -> new AssertionError("no run waits for approval"));
        String reason = event.attributes().get("quantum.route.reason");
        assertTrue(reason.matches("it would cost 1(\\.0+)? USD, and above 0\\.50 somebody has to agree"), reason);
        return event.attributes().get("quantum.run.id");
    }

    private int post(String what) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/%s".formatted(approvalPort, what)))
                                    .POST(BodyPublishers.noBody())
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
        }
    }
}
