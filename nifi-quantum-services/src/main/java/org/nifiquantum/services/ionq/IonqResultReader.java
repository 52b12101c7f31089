// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.ionq;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nifiquantum.engine.simulation.Counts;
import org.nifiquantum.services.api.BackendException;
import org.nifiquantum.services.api.BackendException.Kind;
import org.nifiquantum.services.support.ProviderCall;

/**
 * Fetches the counts of a finished job in the best format that it offers. Older answers offer none by name; then the paths that have
 * always been there are asked. Addresses in answers are not followed.
 */
final class IonqResultReader {

    private static final List<String> FORMATS = List.of(
            "ionq.result.histogram.json.v2",
            "ionq.result.histogram.json.v1",
            "ionq.result.probabilities.json.v2",
            "ionq.result.probabilities.json.v1");
    private static final String AGGREGATE = "ionq.result.probabilities-aggregate.json.v1";

    private final IonqClient client;
    private final Calls calls;

    /** Makes a call, again and again while the result is not there. */
    @FunctionalInterface
    interface Calls {
        JsonNode make(ProviderCall<JsonNode> call) throws BackendException;
    }

    IonqResultReader(IonqClient client, Calls calls) {
        this.client = client;
        this.calls = calls;
    }

    /**
     * The counts of each circuit of a job, in the order in which they were submitted.
     *
     * @param raw where IonQ's answer is kept
     */
    List<Counts> read(JsonNode job, int circuits, int qubits, int shots, ObjectNode raw) throws BackendException {
        String id = IonqCodec.id(job);
        if (circuits == 1) {
            Optional<String> artifact = artifact(job, FORMATS);
            JsonNode result = calls.make(
                    () -> artifact.isPresent() ? client.artifact(id, artifact.get()) : client.probabilities(id));
            raw.set("result", result);
            return List.of(IonqResults.counts(result, qubits, shots));
        }
        Optional<String> artifact = artifact(job, List.of(AGGREGATE));
        JsonNode results = calls.make(
                () -> artifact.isPresent() ? client.artifact(id, artifact.get()) : client.aggregatedProbabilities(id));
        raw.set("result", results);
        return ofChildren(job.path("child_job_ids"), results, circuits, qubits, shots);
    }

    private static Optional<String> artifact(JsonNode job, List<String> formats) {
        return formats.stream()
                .map(format -> job.path("results").path(format).path("id").asText(""))
                .filter(id -> !id.isEmpty())
                .findFirst();
    }

    private static List<Counts> ofChildren(JsonNode children, JsonNode results, int circuits, int qubits, int shots)
            throws BackendException {
        if (children.size() != circuits || results.size() != circuits) {
            throw new BackendException(
                    Kind.MALFORMED,
                    "IonQ's result cannot be read: there are %d circuits, but %d child jobs and %d results"
                            .formatted(circuits, children.size(), results.size()));
        }
        List<Counts> counts = new ArrayList<>();
        for (JsonNode child : children) {
            counts.add(IonqResults.counts(results.path(child.asText()), qubits, shots));
        }
        return counts;
    }
}
