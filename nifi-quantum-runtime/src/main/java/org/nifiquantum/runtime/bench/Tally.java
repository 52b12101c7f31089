// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.nifiquantum.runtime.flow.TemplateOutput;

/** Counts what comes out of a flow under load, and how full its queues become. */
final class Tally {

    private static final ObjectMapper JSON = new ObjectMapper();

    private int answered;
    private int quantum;
    private long iterations;
    private int largestQueue;
    private String largestQueueName = "none";

    void add(List<TemplateOutput> outputs) {
        outputs.forEach(this::add);
    }

    private void add(TemplateOutput output) {
        try {
            JsonNode run = JSON.readTree(output.flowFile().content());
            if (run.has("solution")) {
                answered++;
            }
            if (run.at("/solution/source").asText().equals("quantum")) {
                quantum++;
            }
            iterations += run.at("/totals/jobs").asLong();
        } catch (IOException e) {
            throw new UncheckedIOException("what came out of %s is no document".formatted(output.port()), e);
        }
    }

    void see(Map<String, Integer> queues) {
        queues.forEach((name, size) -> {
            if (size > largestQueue) {
                largestQueue = size;
                largestQueueName = name;
            }
        });
    }

    /** Runs that have come out with a solution, by whatever road. */
    int answered() {
        return answered;
    }

    /** Those of them whose solution came by the quantum road. */
    int quantum() {
        return quantum;
    }

    long iterations() {
        return iterations;
    }

    int largestQueue() {
        return largestQueue;
    }

    String largestQueueName() {
        return largestQueueName;
    }
}
