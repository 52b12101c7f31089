// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.bench.provider;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.nifiquantum.runtime.nifi.EnvironmentException;
import org.nifiquantum.runtime.rest.NiFiClient;
import org.nifiquantum.runtime.rest.Patience;
import org.nifiquantum.runtime.rest.Position;
import org.nifiquantum.testkit.misbehaving.MisbehavingProvider;

/** GenerateFlowFile, SubmitCircuit, PollResult: as many circuits as go through. It counts in NiFi's own counters. */
final class LoadFlow implements AutoCloseable {

    static final String API_KEY = "bench";

    private static final Duration VALIDATION_LIMIT = Duration.ofSeconds(20);
    private static final String DEFINITION = "provider-load.json";

    private final NiFiClient nifi;
    private final String group;
    private final long collectedBefore;

    private LoadFlow(NiFiClient nifi, String group) {
        this.nifi = nifi;
        this.group = group;
        collectedBefore = counter("Results Collected");
    }

    /** Puts it on the canvas and starts it. */
    static LoadFlow start(NiFiClient nifi, MisbehavingProvider provider, String circuit) {
        String group =
                nifi.groups().importFlow(nifi.groups().root(), "provider load", new Position(0, 0), definition());
        String context = nifi.parameterContexts().of(group).orElseThrow();
        nifi.parameterContexts()
                .set(
                        context,
                        Map.of("provider-url", provider.uri().toString(), "api-key", API_KEY, "circuit", circuit));
        nifi.groups().enableServices(group);
        LoadFlow flow = new LoadFlow(nifi, group);
        // NiFi validates in the background, and starting a group passes over what is not known to be valid.
        if (!Patience.awaitTrue(VALIDATION_LIMIT, () -> flow.complaints().isEmpty())) {
            throw new EnvironmentException("Not everything can be started: " + flow.complaints());
        }
        nifi.groups().start(group);
        return flow;
    }

    private List<String> complaints() {
        return nifi.groups().contents(group).stream()
                .filter(component -> !component.valid())
                .map(component -> component.name() + ": " + component.validationErrors())
                .toList();
    }

    private static byte[] definition() {
        try (InputStream content = LoadFlow.class.getResourceAsStream("/org/nifiquantum/runtime/bench/" + DEFINITION)) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** FlowFiles that have left PollResult with their result. */
    long collected() {
        return counter("Results Collected") - collectedBefore;
    }

    /** Nothing of this flow has a reason to warn: a FlowFile that leaves it by another road is not counted either. */
    void requireNoBulletin() {
        nifi.reports().bulletins(group).stream().findFirst().ifPresent(bulletin -> {
            throw new EnvironmentException("The flow of this bench does not work: " + bulletin);
        });
    }

    private long counter(String name) {
        return nifi.reports().counters().getOrDefault(name, 0L);
    }

    @Override
    public void close() {
        nifi.groups().stop(group);
        nifi.groups().disableServices(group);
    }
}
