// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.command;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.nifiquantum.runtime.flow.TemplateRun;
import org.nifiquantum.runtime.rest.Component;
import org.nifiquantum.runtime.rest.NiFiClient;
import org.nifiquantum.runtime.rest.ProvenanceEvent;

/** Watches the optimiser's newest provenance event and draws how near its expectation is to the optimum. */
final class DemoProgress {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final int BAR = 30;
    private static final String ITERATION = "quantum.iteration";
    private static final String OBJECTIVE = "quantum.objective";
    private static final String EXPECTATION = "quantum.expectation";

    private final Console console;
    private final NiFiClient nifi;
    private final Optional<Component> optimizer;
    private final double optimum;
    private Instant lastLook = Instant.EPOCH;

    DemoProgress(Console console, NiFiClient nifi, TemplateRun run, double optimum) {
        this.console = console;
        this.nifi = nifi;
        this.optimizer = run.processor("ClassicalOptimize");
        this.optimum = optimum;
    }

    void show() {
        if (optimizer.isEmpty() || Duration.between(lastLook, Instant.now()).compareTo(BETWEEN_LOOKS) < 0) {
            return;
        }
        lastLook = Instant.now();
        nifi.provenance().latest(optimizer.get().id(), 1).stream()
                .findFirst()
                .flatMap(this::line)
                .ifPresent(console::progress);
    }

    private Optional<String> line(ProvenanceEvent event) {
        Map<String, String> attributes = event.attributes();
        return attributes.keySet().containsAll(List.of(ITERATION, OBJECTIVE, EXPECTATION))
                ? Optional.of(line(
                        attributes.get(ITERATION),
                        Double.parseDouble(attributes.get(EXPECTATION)),
                        Double.parseDouble(attributes.get(OBJECTIVE))))
                : Optional.empty();
    }

    /** The bar is of the expectation, which rises step by step; the best sample is often there from the start. */
    private String line(String iteration, double expectation, double best) {
        double ratio = optimum > 0 ? Math.clamp(expectation / optimum, 0, 1) : 0;
        int filled = (int) Math.round(ratio * BAR);
        return String.format(
                Locale.ROOT,
                "  iteration %4s   expected cut %8.2f [%s%s] %5.1f %% of the optimum   best cut %8.2f",
                iteration,
                expectation,
                "#".repeat(filled),
                ".".repeat(BAR - filled),
                100 * ratio,
                best);
    }
}
