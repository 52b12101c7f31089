// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nifiquantum.runtime.rest.Component;
import org.nifiquantum.runtime.rest.ProvenanceEvent;
import org.nifiquantum.testkit.misbehaving.BraketDialect;
import org.nifiquantum.testkit.misbehaving.Dialect;
import org.nifiquantum.testkit.misbehaving.FaultPlan;
import org.nifiquantum.testkit.misbehaving.IonqDialect;
import org.nifiquantum.testkit.misbehaving.MisbehavingProvider;
import org.nifiquantum.testkit.misbehaving.ProviderJob;

/** CancelJob in the place of PollResult, on a real NiFi: the provider stops, and the run is answered classically. */
class CancelJobIT {

    private static final String GRAPH = "4\n0 1\n1 2\n2 3\n3 0\n";
    private static final Duration LONG = Duration.ofHours(1);

    static Stream<Arguments> providers() {
        return Stream.of(
                Arguments.of("ionq.IonqBackendService", new IonqDialect(IonqDialect.ResultForm.HISTOGRAM_V2, "key")),
                Arguments.of(
                        "braket.BraketBackendService",
                        new BraketDialect(BraketDialect.ResultForm.MEASUREMENTS, "AKIAREHEARSAL")));
    }

    @ParameterizedTest
    @MethodSource("providers")
    void theProviderStopsAndTheRunIsAnsweredClassically(String type, Dialect dialect) {
        try (MisbehavingProvider provider = MisbehavingProvider.start(dialect, FaultPlan.none(), 0, LONG)) {
            FileFlow flow = new FileFlow("cancel " + dialect.name());
            build(flow, type, provider);
            flow.start();
            flow.feed("graph.txt", GRAPH);
            JsonNode answer = flow.answer("answered", "graph.txt");
            flow.stop();

            assertEquals(4, answer.at("/solution/objective").asInt(), "all edges of a ring of four are cut");
            assertEquals("exact", answer.at("/solution/source").asText());
            assertTrue(!provider.jobs().isEmpty() && provider.jobs().stream().allMatch(ProviderJob::cancelled));
            assertEquals(List.of(provider.jobs().getFirst().id()), cancelled(flow, answer));
        }
    }

    private static void build(FileFlow flow, String type, MisbehavingProvider provider) {
        Map<String, String> settings = provider.settings().stream()
                .collect(Collectors.toMap(Dialect.Setting::property, Dialect.Setting::value));
        Component service =
                flow.nifi().services().add(flow.group(), "org.nifiquantum.services." + type, "Provider", settings);
        Map<String, String> backend = Map.of("Quantum Backend", service.id());
        Component in = flow.read();
        Component encode = flow.ours("EncodeProblem", Map.of(), Set.of("unsuitable", "failure"));
        Component submit = flow.ours("SubmitCircuit", backend, Set.of("unavailable", "declined", "failure"));
        Component cancel = flow.ours("CancelJob", backend, Set.of("unavailable", "failure"));
        Component fallback = flow.ours("Fallback", Map.of(), Set.of("failure"));
        Component out = flow.write("answered");
        flow.connect(in, "success", encode);
        flow.connect(encode, "success", submit);
        flow.connect(submit, "success", cancel);
        flow.connect(cancel, "success", fallback);
        flow.connect(fallback, "success", out);
    }

    /** The jobs that provenance says were cancelled; the last part of the address is the job's. */
    private static List<String> cancelled(FileFlow flow, JsonNode run) {
        return flow.nifi().provenance().search("quantum.run.id", run.path("id").asText()).stream()
                .filter(event -> event.componentType().equals("CancelJob"))
                .filter(event -> event.type().equals("REMOTE_INVOCATION"))
                .map(ProvenanceEvent::transitUri)
                .flatMap(Optional::stream)
                .map(uri -> uri.substring(uri.lastIndexOf('/') + 1))
                .toList();
    }
}
