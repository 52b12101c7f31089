// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nifiquantum.runtime.rest.Component;
import org.nifiquantum.runtime.rest.ControllerServices.Finding;
import org.nifiquantum.runtime.rest.NiFiClient;
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

    private static final String CIRCUIT =
            "OPENQASM 3.0;\ninclude \"stdgates.inc\";\nqubit[3] q;\nbit[3] c;\nx q[0];\nc = measure q;\n";

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void ionq(boolean encrypted) {
        run("ionq.IonqBackendService", new IonqDialect(IonqDialect.ResultForm.HISTOGRAM_V2, "key"), encrypted);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void braket(boolean encrypted) {
        BraketDialect dialect = new BraketDialect(BraketDialect.ResultForm.MEASUREMENTS, "AKIAREHEARSAL");
        run("braket.BraketBackendService", dialect, encrypted);
    }

    private static void run(String type, Dialect dialect, boolean encrypted) {
        FileFlow flow = new FileFlow(dialect.name() + (encrypted ? " over TLS" : ""));
        NiFiClient nifi = flow.nifi();
        String group = flow.group();
        Path trustStore = flow.folder().resolve("trust.p12");
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
            build(flow, service);
            provider.faults().script(Step.SUBMIT, Fault.RESET_AFTER);
            flow.start();
            flow.feed("x.qasm", CIRCUIT);
            JsonNode run = flow.answer("out", "x.qasm");
            flow.stop();

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

    private static void build(FileFlow flow, Component service) {
        Component in = flow.read();
        Component submit = flow.ours(
                "SubmitCircuit",
                Map.of("Quantum Backend", service.id(), "Shots", "1024"),
                Set.of("unavailable", "declined", "failure"));
        Component poll = flow.ours(
                "PollResult",
                Map.of("Quantum Backend", service.id()),
                Set.of("expired", "unavailable", "failure", "raw"));
        Component out = flow.write("out");
        flow.connect(in, "success", submit);
        flow.connect(submit, "success", poll);
        flow.connect(poll, "success", out);
    }
}
