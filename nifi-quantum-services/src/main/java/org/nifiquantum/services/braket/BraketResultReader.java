// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.braket;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.nifiquantum.engine.simulation.Counts;
import org.nifiquantum.services.api.BackendException;
import org.nifiquantum.services.api.BackendException.Kind;
import org.nifiquantum.services.support.ProviderCall;
import org.nifiquantum.services.support.StrictJson;
import software.amazon.awssdk.services.braket.model.GetQuantumTaskResponse;

/**
 * Fetches what Braket has written into the bucket for a task. The result of a program set may name further files; they are looked for
 * in the task's own directory only.
 */
final class BraketResultReader {

    private static final String RESULT = "results.json";

    private final BraketClient client;
    private final Calls calls;
    private final JsonMapper json = StrictJson.mapper();

    /** Makes a call, again and again while the result is not there. */
    @FunctionalInterface
    interface Calls {
        JsonNode make(ProviderCall<JsonNode> call) throws BackendException;
    }

    BraketResultReader(BraketClient client, Calls calls) {
        this.client = client;
        this.calls = calls;
    }

    /** What a task gave, as it was written. */
    JsonNode fetch(GetQuantumTaskResponse task) throws BackendException {
        return fetch(task, RESULT);
    }

    private JsonNode fetch(GetQuantumTaskResponse task, String path) throws BackendException {
        String key = task.outputS3Directory() + "/" + path;
        return calls.make(() -> {
            try {
                return json.readTree(client.object(task.outputS3Bucket(), key));
            } catch (IOException e) {
                throw new BackendException(
                        Kind.MALFORMED,
                        "s3://%s/%s is no JSON: %s".formatted(task.outputS3Bucket(), key, StrictJson.place(e)),
                        e);
            }
        });
    }

    /** The counts of the circuits of a task, in their order. */
    List<Counts> counts(GetQuantumTaskResponse task, JsonNode result, int circuits, int qubits, int shots)
            throws BackendException {
        if (circuits == 1) {
            return List.of(BraketResults.counts(result, qubits, shots));
        }
        JsonNode programs = result.path("programResults");
        if (programs.size() != circuits) {
            throw BraketResults.malformed(
                    "there are %d circuits, but /programResults has %d".formatted(circuits, programs.size()));
        }
        List<Counts> counts = new ArrayList<>();
        for (JsonNode program : programs) {
            counts.add(BraketResults.counts(executable(task, program), qubits, shots));
        }
        return counts;
    }

    /** The one run of a program of a set: in place, or in a file of its own. */
    private JsonNode executable(GetQuantumTaskResponse task, JsonNode program) throws BackendException {
        String path = program.asText("");
        JsonNode inPlace = program.isTextual() ? fetch(task, path) : program;
        JsonNode executable = inPlace.path("executableResults").path(0);
        if (executable.isTextual()) {
            String directory = path.endsWith("/" + RESULT) ? path.substring(0, path.length() - RESULT.length()) : "";
            executable = fetch(task, directory + executable.asText());
        }
        JsonNode failure = executable.path("failureMetadata");
        if (failure.isObject()) {
            throw new BackendException(
                    Kind.REJECTED,
                    "A circuit of the program set has failed: %s"
                            .formatted(failure.path("failureReason").asText("no reason given")));
        }
        return executable;
    }
}
