// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.ionq;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nifiquantum.services.api.BackendException;
import org.nifiquantum.services.api.BackendException.Kind;
import org.nifiquantum.services.support.Effect;
import org.nifiquantum.services.support.HttpErrors;
import org.nifiquantum.services.support.HttpTransport;
import org.nifiquantum.services.support.Secret;
import org.nifiquantum.services.support.StrictJson;

/** IonQ's REST interface: one method for each thing it can be asked, each one exchange. */
final class IonqClient {

    static final int PAGE = 25;

    private static final int LONGEST_MESSAGE = 500;
    private static final String REQUEST_ID = "x-request-id";

    private final URI base;
    private final Secret apiKey;
    private final HttpTransport transport;
    private final JsonMapper json = StrictJson.mapper();

    /** An answer, and the id of the call by which IonQ's support finds it. */
    record Received(JsonNode body, Optional<String> requestId) {}

    /**
     * @param base with the version, as {@code https://api.ionq.co/v0.4}
     */
    IonqClient(URI base, Secret apiKey, HttpTransport transport) {
        this.base = base;
        this.apiKey = apiKey;
        this.transport = transport;
    }

    JsonNode backend(String name) throws BackendException {
        return get("/backends/" + encoded(name));
    }

    JsonNode whoAmI() throws BackendException {
        return get("/whoami");
    }

    Received submit(JsonNode job) throws BackendException {
        return exchange(request("/jobs").POST(BodyPublishers.ofString(job.toString())), Effect.SUBMISSION);
    }

    JsonNode job(String id) throws BackendException {
        return get("/jobs/" + encoded(id));
    }

    /** The jobs with these ids that IonQ knows, in any order. */
    JsonNode jobs(List<String> ids) throws BackendException {
        return get("/jobs?limit=" + ids.size()
                + ids.stream().map(id -> "&ids=" + encoded(id)).collect(Collectors.joining()));
    }

    /** A page of all jobs for one backend. */
    JsonNode page(String backend, Optional<String> next) throws BackendException {
        return get("/jobs?limit=%d&target=%s%s"
                .formatted(
                        PAGE,
                        encoded(backend),
                        next.map(id -> "&next=" + encoded(id)).orElse("")));
    }

    JsonNode probabilities(String id) throws BackendException {
        return get("/jobs/" + encoded(id) + "/results/probabilities");
    }

    /** Of all circuits of a job, by the ids of their child jobs. */
    JsonNode aggregatedProbabilities(String id) throws BackendException {
        return get("/jobs/" + encoded(id) + "/results/probabilities/aggregated");
    }

    JsonNode artifact(String id, String artifact) throws BackendException {
        return get("/jobs/" + encoded(id) + "/artifacts/" + encoded(artifact));
    }

    JsonNode cost(String id) throws BackendException {
        return get("/jobs/" + encoded(id) + "/cost");
    }

    JsonNode estimate(List<String> query) throws BackendException {
        return get("/jobs/estimate?" + String.join("&", query));
    }

    void cancel(String id) throws BackendException {
        exchange(request("/jobs/" + encoded(id) + "/status/cancel").PUT(BodyPublishers.noBody()), Effect.CHANGE);
    }

    URI locate(String id) {
        return URI.create(base + "/jobs/" + encoded(id));
    }

    private JsonNode get(String path) throws BackendException {
        return exchange(request(path), Effect.READ).body();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", "apiKey " + apiKey.reveal())
                .header("Content-Type", "application/json")
                .header("Accept", "application/json");
    }

    private Received exchange(HttpRequest.Builder builder, Effect effect) throws BackendException {
        HttpRequest request = builder.build();
        HttpResponse<byte[]> response = transport.exchange(request, effect);
        if (HttpErrors.isError(response)) {
            throw HttpErrors.of(response, effect, complaint(request, response), InstantSource.system());
        }
        try {
            JsonNode answer = json.readTree(response.body());
            if (answer.isMissingNode()) {
                throw new BackendException(malformed(effect), "IonQ's answer to %s is empty".formatted(request.uri()));
            }
            return new Received(answer, response.headers().firstValue(REQUEST_ID));
        } catch (IOException e) {
            throw new BackendException(
                    malformed(effect),
                    "IonQ's answer to %s is no JSON: %s".formatted(request.uri(), StrictJson.place(e)),
                    e);
        }
    }

    /** A submission that was answered with nonsense may have made a job. */
    private static Kind malformed(Effect effect) {
        return effect == Effect.SUBMISSION ? Kind.AMBIGUOUS : Kind.MALFORMED;
    }

    /** What IonQ says, with the id its support asks for. */
    private String complaint(HttpRequest request, HttpResponse<byte[]> response) {
        String said;
        try {
            said = json.readTree(response.body()).path("message").asText("");
        } catch (IOException e) {
            said = "";
        }
        String id = response.headers().firstValue(REQUEST_ID).orElse("none");
        String text = "%s %s: %s (request %s)"
                .formatted(request.method(), request.uri().getPath(), said.isBlank() ? "no reason given" : said, id);
        String hidden = apiKey.hideIn(text);
        return hidden.length() > LONGEST_MESSAGE ? hidden.substring(0, LONGEST_MESSAGE) : hidden;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
