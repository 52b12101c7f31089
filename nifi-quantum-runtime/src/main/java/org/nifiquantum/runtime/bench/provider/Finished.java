// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.bench.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.nifiquantum.runtime.bench.Durations;
import org.nifiquantum.runtime.flow.TemplateOutput;

/** A run that has come out with an answer, and the times in its document. */
record Finished(JsonNode run) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double MICROS_PER_MILLI = 1_000;

    static Finished of(TemplateOutput output) {
        try {
            return new Finished(JSON.readTree(output.flowFile().content()));
        } catch (IOException e) {
            throw new UncheckedIOException("what came out of %s is no document".formatted(output.port()), e);
        }
    }

    boolean isQuantum() {
        return run.at("/solution/source").asText().equals("quantum");
    }

    String jobId() {
        return run.at("/execution/jobId").asText();
    }

    /** When its answer was written. */
    Instant at() {
        double micros = MICROS_PER_MILLI * run.at("/totals/wallMillis").asDouble();
        return Instant.parse(run.at("/totals/startedAt").asText()).plus(Duration.ofNanos(Math.round(1e3 * micros)));
    }

    /** From the arrival of the problem to its answer, without what the search for that answer took. */
    double millisBesidesTheSolver() {
        return run.at("/totals/wallMillis").asDouble()
                - run.at("/totals/decodeMillis").asDouble();
    }

    static Durations durations(List<Finished> runs, ToDoubleFunction<Finished> millis) {
        return Durations.ofMillis(runs.stream().mapToDouble(millis).toArray());
    }
}
