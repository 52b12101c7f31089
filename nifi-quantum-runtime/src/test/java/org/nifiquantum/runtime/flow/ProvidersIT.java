// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nifiquantum.runtime.SharedNiFi;
import org.nifiquantum.runtime.rest.CanvasEditor;
import org.nifiquantum.runtime.rest.Component;
import org.nifiquantum.runtime.rest.ControllerServices.Finding;
import org.nifiquantum.runtime.rest.NiFiClient;
import org.nifiquantum.runtime.rest.Patience;
import org.nifiquantum.runtime.rest.Position;
import org.nifiquantum.runtime.rest.ProvenanceEvent;
import org.nifiquantum.testkit.misbehaving.BraketDialect;
import org.nifiquantum.testkit.misbehaving.Dialect;
import org.nifiquantum.testkit.misbehaving.Fault;
import org.nifiquantum.testkit.misbehaving.FaultPlan;
import org.nifiquantum.testkit.misbehaving.IonqDialect;
import org.nifiquantum.testkit.misbehaving.LoopbackCertificate;
import org.nifiquantum.testkit.misbehaving.MisbehavingProvider;
import org.nifiquantum.testkit.misbehaving.Step;

/** The providers' services on a real NiFi: made, verified, enabled, and one bare circuit through each, with one answer lost. */
class ProvidersIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String STANDARD = "org.apache.nifi.processors.standard.";
    private static final String CIRCUIT =
            "OPENQASM 3.0;\ninclude \"stdgates.inc\";\nqubit[3] q;\nbit[3] c;\nx q[0];\nc = measure q;\n";

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void ionq(boolean encrypted) throws IOException {
        run("ionq.IonqBackendService", new IonqDialect(IonqDialect.ResultForm.HISTOGRAM_V2, "key"), encrypted);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void braket(boolean encrypted) throws IOException {
        BraketDialect dialect = new BraketDialect(BraketDialect.ResultForm.MEASUREMENTS, "AKIAREHEARSAL");
        run("braket.BraketBackendService", dialect, encrypted);
    }

    private static void run(String type, Dialect dialect, boolean encrypted) throws IOException {
        NiFiClient nifi = SharedNiFi.client();
        String name = dialect.name() + (encrypted ? " over TLS" : "");
        Path folder = SharedNiFi.folder(name);
        Path trustStore = Files.createDirectories(folder).resolve("trust.p12");
        String group = nifi.groups().create(nifi.groups().root(), name, new Position(0, 0));
        Optional<LoopbackCertificate> certificate =
                encrypted ? Optional.of(LoopbackCertificate.make(trustStore)) : Optional.empty();
        try (MisbehavingProvider provider =
                MisbehavingProvider.start(dialect, FaultPlan.none(), 0, Duration.ofMillis(100), certificate)) {
            Map<String, String> properties = provider.settings().stream()
                    .collect(Collectors.toMap(Dialect.Setting::property, Dialect.Setting::value));
            if (encrypted) {
                properties.put(
                        "SSL Context Service", trust(nifi, group, trustStore).id());
            }
            Component service = nifi.services().add(group, "org.nifiquantum.services." + type, "Provider", properties);
            List<Finding> findings = nifi.services().verify(service, properties);
            assertTrue(
                    findings.size() > 1
                            && findings.stream()
                                    .allMatch(finding -> finding.outcome().equals("SUCCESSFUL")),
                    findings.toString());
            assertEquals(Map.of(), provider.billed(), "verifying has submitted a job");
            nifi.groups().enableServices(group);
            build(nifi.editor(), group, folder, service);
            provider.faults().script(Step.SUBMIT, Fault.RESET_AFTER);
            Files.writeString(Files.createDirectories(folder.resolve("in")).resolve("x.qasm"), CIRCUIT);
            assertTrue(
                    Patience.awaitTrue(
                            LIMIT, () -> nifi.groups().contents(group).stream().allMatch(Component::valid)),
                    () -> "not valid: " + nifi.groups().contents(group));
            nifi.groups().start(group);

            JsonNode run =
                    new ObjectMapper().readTree(await(folder.resolve("out")).toFile());
            nifi.groups().stop(group);
            nifi.groups().disableServices(group);

            assertEquals(1024, run.at("/result/evaluations/0/counts/001").asInt(), run.toString());
            assertEquals(1, provider.billed().size());
            assertEquals(Set.of(1), Set.copyOf(provider.billed().values()), "the lost answer was paid twice");
            assertTrue(sent(nifi, run).stream()
                    .allMatch(uri -> uri.startsWith(provider.uri().toString())));
        }
    }

    private static Component trust(NiFiClient nifi, String group, Path trustStore) {
        Component trust = nifi.services()
                .add(
                        group,
                        "org.apache.nifi.ssl.StandardRestrictedSSLContextService",
                        "Trust",
                        Map.of(
                                "Truststore Filename",
                                trustStore.toString(),
                                "Truststore Password",
                                LoopbackCertificate.PASSWORD,
                                "Truststore Type",
                                "PKCS12"));
        nifi.groups().enableServices(group);
        return trust;
    }

    private static List<String> sent(NiFiClient nifi, JsonNode run) {
        List<String> sent = nifi
                .provenance()
                .search("quantum.run.id", run.path("id").asText())
                .stream()
                .filter(event -> event.componentType().equals("SubmitCircuit"))
                .filter(event -> event.type().equals("SEND"))
                .map(ProvenanceEvent::transitUri)
                .flatMap(Optional::stream)
                .toList();
        assertEquals(1, sent.size(), "one submission is one SEND");
        return sent;
    }

    private static void build(CanvasEditor editor, String group, Path folder, Component service) {
        Component in = editor.addProcessor(
                group,
                STANDARD + "GetFile",
                "Read",
                new Position(0, 0),
                Map.of("Input Directory", folder.resolve("in").toString(), "Keep Source File", "false"),
                Set.of());
        Component submit = editor.addProcessor(
                group,
                "org.nifiquantum.processors.SubmitCircuit",
                "Submit",
                new Position(0, 200),
                Map.of("Quantum Backend", service.id(), "Shots", "1024"),
                Set.of("unavailable", "declined", "failure"));
        Component poll = editor.addProcessor(
                group,
                "org.nifiquantum.processors.PollResult",
                "Poll",
                new Position(0, 400),
                Map.of("Quantum Backend", service.id()),
                Set.of("expired", "unavailable", "failure", "raw"));
        Component out = editor.addProcessor(
                group,
                STANDARD + "PutFile",
                "Write",
                new Position(0, 600),
                Map.of("Directory", folder.resolve("out").toString()),
                Set.of("success", "failure"));
        editor.connect(group, in, submit, List.of("success"));
        editor.connect(group, submit, poll, List.of("success"));
        editor.connect(group, poll, out, List.of("success"));
    }

    /** The one file of a folder; PutFile shows a file only when it is whole. */
    private static Path await(Path folder) {
        return Patience.await(LIMIT, () -> only(folder))
                .orElseThrow(() -> new AssertionError("nothing has come to " + folder));
    }

    private static Optional<Path> only(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.getFileName().toString().startsWith("."))
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
