// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.nifiquantum.runtime.flow.TemplateInput;
import org.nifiquantum.runtime.flow.TemplateOutput;
import org.nifiquantum.runtime.flow.TemplateRun;
import org.nifiquantum.runtime.nifi.EnvironmentException;
import org.nifiquantum.runtime.rest.Component;
import org.nifiquantum.runtime.rest.NiFiClient;
import org.nifiquantum.runtime.rest.Patience;
import org.nifiquantum.runtime.rest.ProvenanceEvent;

/**
 * One FlowFile in a loop of a template, timed by what provenance keeps of each of its rounds: nothing is added to the
 * loop, and it is read when the loop is over.
 *
 * @param rounds how often the FlowFile goes round
 * @param processor the simple name of the type of the processor whose events are the rounds
 * @param event their type
 * @param moment the attribute that holds the moment of the round
 * @param reading makes an instant of it
 */
record TimedLoop(
        Path template,
        Map<String, String> parameters,
        int rounds,
        String processor,
        String event,
        String moment,
        Function<String, Instant> reading) {

    private static final Duration SLOWEST_ROUND = Duration.ofMillis(200);
    private static final Duration INDEXING_LIMIT = Duration.ofSeconds(60);

    /**
     * What was measured.
     *
     * @param rounds from each round to the next
     * @param bytes of the FlowFile's content at the end
     */
    record Measured(Durations rounds, int bytes) {}

    /** Sends a first FlowFile through, so that the JVM is warm, and times a second. */
    Measured measure(NiFiClient nifi, Path input, Path exchange, Runnable meanwhile) {
        String name = template.getFileName().toString().replaceFirst("[.]json$", "");
        try (TemplateRun run = TemplateRun.prepare(nifi, name, template, parameters, exchange)) {
            TemplateOutput warm = goRound(run, input, meanwhile);
            TemplateOutput measured = goRound(run, input, meanwhile);
            String component = run.processor(processor).map(Component::id).orElseThrow();
            if (warm.flowFile().attributes().get("uuid").equals(uuid(measured))) {
                throw new IllegalStateException("one FlowFile came out twice");
            }
            List<Instant> moments = moments(nifi, component, uuid(measured));
            return new Measured(Durations.between(moments), measured.flowFile().content().length);
        }
    }

    private TemplateOutput goRound(TemplateRun run, Path input, Runnable meanwhile) {
        run.feed(List.of(new TemplateInput(input)));
        Duration limit = SLOWEST_ROUND.multipliedBy(rounds).plus(INDEXING_LIMIT);
        return run.await(limit, meanwhile).stream()
                .findFirst()
                .orElseThrow(() -> new EnvironmentException(
                        "%d rounds of %s took more than %s.".formatted(rounds, template.getFileName(), limit)));
    }

    private static String uuid(TemplateOutput output) {
        return output.flowFile().attributes().get("uuid");
    }

    private List<Instant> moments(NiFiClient nifi, String component, String flowFile) {
        return Patience.await(
                        INDEXING_LIMIT,
                        () -> Optional.of(read(nifi, component, flowFile)).filter(moments -> moments.size() >= rounds))
                .orElseThrow(() ->
                        new EnvironmentException("Provenance has %d events of %s, not %d: the loop ended early."
                                .formatted(read(nifi, component, flowFile).size(), processor, rounds)));
    }

    private List<Instant> read(NiFiClient nifi, String component, String flowFile) {
        Map<String, String> terms = Map.of("ProcessorID", component, "FlowFileUUID", flowFile, "EventType", event);
        return nifi.provenance().search(terms, 2 * rounds).stream()
                .map(ProvenanceEvent::attributes)
                .filter(attributes -> attributes.containsKey(moment))
                .map(attributes -> reading.apply(attributes.get(moment)))
                .toList();
    }
}
