// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.testkit.misbehaving;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nifiquantum.engine.circuit.BitString;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.simulation.Counts;

/**
 * IonQ's REST interface, version 0.4, as its OpenAPI description of September 2026 has it: strict about what it is sent, one of several
 * forms in what it answers. Written from that description, not from the client it tests.
 */
public final class IonqDialect implements Dialect {

    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORISED = 401;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int QUBITS = 29;

    /** The id of every job that is checked and not run; it is in no book. */
    private static final String DRY_RUN = "job-0";

    private static final int LARGEST_PAGE = 100;
    private static final BigDecimal PRICE_PER_SHOT = new BigDecimal("0.01");
    private static final Set<String> JOB_MEMBERS = Set.of(
            "type", "backend", "name", "shots", "metadata", "noise", "settings", "input", "dry_run", "session_id");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final JsonMapper mapper = JsonMapper.builder().build();
    private final ResultForm form;
    private final String apiKey;

    /** How results are offered; IonQ has changed that within version 0.4. */
    public enum ResultForm {
        /** Nothing by name: the fixed path has version 1 of the probabilities. */
        PATH,
        PROBABILITIES_V1,
        PROBABILITIES_V2,
        HISTOGRAM_V2
    }

    /**
     * @param apiKey the only one that is good
     */
    public IonqDialect(ResultForm form, String apiKey) {
        this.form = form;
        this.apiKey = apiKey;
    }

    @Override
    public String name() {
        return "ionq";
    }

    @Override
    public String basePath() {
        return "/v0.4";
    }

    @Override
    public List<Setting> settings(String url) {
        return List.of(new Setting("Provider URL", url), new Setting("API Key", apiKey));
    }

    @Override
    public Step step(Request request) {
        String path = path(request);
        String known = request.method() + " " + path.replaceFirst("/jobs/job-[0-9]+", "/jobs/ID");
        if (known.startsWith("GET /backends/")) {
            return Step.DESCRIBE;
        }
        return switch (known) {
            case "POST /jobs" -> Step.SUBMIT;
            case "GET /jobs" -> request.query().containsKey("ids") ? Step.POLL : Step.LIST;
            case "GET /jobs/ID" -> Step.JOB;
            case "GET /jobs/estimate" -> Step.ESTIMATE;
            case "GET /jobs/ID/cost" -> Step.COST;
            case "PUT /jobs/ID/status/cancel" -> Step.CANCEL;
            default -> known.matches("GET /jobs/ID/(results|artifacts)/.*") ? Step.RESULT : Step.OTHER;
        };
    }

    private String path(Request request) {
        return request.path().startsWith(basePath())
                ? request.path().substring(basePath().length())
                : "";
    }

    @Override
    public Answer error(int status, String message) {
        ObjectNode body = JSON.objectNode();
        return new Answer(
                status, body.put("statusCode", status).put("error", "Error").put("message", message));
    }

    @Override
    public Answer withUnknownStatus(Answer answer) {
        JsonNode body = answer.body().deepCopy();
        body.findParents("status").forEach(job -> ((ObjectNode) job).put("status", "pondering"));
        return answer.withBody(body);
    }

    @Override
    public Answer answer(Request request, ProviderJobs jobs) {
        String path = path(request);
        if (step(request) == Step.DESCRIBE) {
            return backend(path.substring("/backends/".length()));
        }
        if (!request.authorization().equals(Optional.of("apiKey " + apiKey))) {
            return error(UNAUTHORISED, "Invalid API key");
        }
        return switch (step(request)) {
            case SUBMIT -> submit(request, jobs);
            case LIST, POLL -> list(request, jobs);
            case ESTIMATE -> estimate(request);
            case JOB ->
                path.endsWith("/" + DRY_RUN)
                        ? ok(JSON.objectNode()
                                .put("id", DRY_RUN)
                                .put("status", "completed")
                                .put("dry_run", true))
                        : withJob(path, jobs, job -> ok(json(job, jobs)));
            case COST -> withJob(path, jobs, job -> ok(cost(job)));
            case CANCEL -> withJob(path, jobs, job -> cancel(job, jobs));
            case RESULT -> withJob(path, jobs, job -> result(path, job, jobs));
            case DESCRIBE, OTHER ->
                path.equals("/whoami")
                        ? ok(JSON.objectNode().put("key_id", "1").put("key_name", "rehearsal"))
                        : error(NOT_FOUND, "There is no " + request.path());
        };
    }

    private static Answer ok(JsonNode body) {
        return new Answer(OK, body);
    }

    private Answer backend(String name) {
        if (!name.equals("simulator") && !name.startsWith("qpu.")) {
            return error(NOT_FOUND, "There is no backend " + name);
        }
        return ok(JSON.objectNode()
                .put("backend", name)
                .put("status", "available")
                .put("qubits", QUBITS)
                .put("average_queue_time", 0)
                .put("last_updated", "2026-09-02T00:00:00Z"));
    }

    private Answer submit(Request request, ProviderJobs jobs) {
        try {
            JsonNode body = mapper.readTree(request.body());
            for (String member : (Iterable<String>) body::fieldNames) {
                if (!JOB_MEMBERS.contains(member)) {
                    return error(BAD_REQUEST, "Unknown member " + member);
                }
            }
            List<Circuit> circuits = IonqCircuits.read(body);
            if (body.path("dry_run").asBoolean(false)) {
                return taken(DRY_RUN);
            }
            Optional<String> key = Optional.of(
                            body.path("metadata").path("submission_key").asText(""))
                    .filter(text -> !text.isEmpty());
            ProviderJob job = jobs.submit(key, circuits, body.path("shots").asInt(100));
            return taken(job.id());
        } catch (JsonProcessingException e) {
            return error(BAD_REQUEST, "No JSON: " + e.getOriginalMessage());
        } catch (IllegalArgumentException e) {
            return error(BAD_REQUEST, e.getMessage());
        }
    }

    private static Answer taken(String id) {
        return new Answer(
                CREATED,
                JSON.objectNode().put("id", id).put("status", "submitted").putNull("session_id"));
    }

    /** The newest first, as far as it is known; {@code next} is where to go on. */
    private Answer list(Request request, ProviderJobs jobs) {
        List<String> ids = request.query().getOrDefault("ids", List.of());
        int limit = Math.clamp(request.parameter("limit").map(Integer::valueOf).orElse(25), 1, LARGEST_PAGE);
        int from = request.parameter("next").map(Integer::valueOf).orElse(0);
        // One more than is shown tells whether there is a next page.
        List<ProviderJob> chosen = ids.isEmpty()
                ? jobs.newest(from, limit + 1)
                : ids.stream()
                        .distinct()
                        .skip(from)
                        .limit(limit + 1L)
                        .flatMap(id -> jobs.find(id).stream())
                        .toList();
        ObjectNode body = JSON.objectNode();
        ArrayNode page = body.putArray("jobs");
        chosen.stream().limit(limit).forEach(job -> page.add(json(job, jobs)));
        body.put("next", chosen.size() > limit ? Integer.toString(from + limit) : null);
        return ok(body);
    }

    /** What is to be said of one job. */
    @FunctionalInterface
    private interface OfJob {
        Answer answer(ProviderJob job);
    }

    private Answer withJob(String path, ProviderJobs jobs, OfJob then) {
        return jobs.find(path.split("/", -1)[2]).map(then::answer).orElseGet(() -> error(NOT_FOUND, "Job not found"));
    }

    private ObjectNode json(ProviderJob job, ProviderJobs jobs) {
        ObjectNode json = JSON.objectNode();
        json.put("id", job.id());
        json.put("status", job.cancelled() ? "canceled" : jobs.isOver(job) ? "completed" : "started");
        json.put("type", job.circuits().size() == 1 ? "ionq.circuit.v1" : "ionq.multi-circuit.v1");
        json.putNull("name");
        ObjectNode metadata = json.putObject("metadata");
        job.key().ifPresent(key -> metadata.put("submission_key", key));
        json.put("submitted_at", job.submittedAt().toString());
        json.put("started_at", job.submittedAt().toString());
        json.put("execution_duration_ms", 7);
        json.put("shots", job.shots());
        json.putNull("failure");
        if (job.circuits().size() > 1) {
            ArrayNode children = json.putArray("child_job_ids");
            for (int i = 0; i < job.circuits().size(); i++) {
                children.add(job.childId(i));
            }
        }
        ObjectNode results = json.putObject("results");
        format(job)
                .ifPresent(format ->
                        results.putObject(format).put("id", "artifact").put("format", format));
        return json;
    }

    private Optional<String> format(ProviderJob job) {
        if (job.circuits().size() > 1) {
            return form == ResultForm.PATH
                    ? Optional.empty()
                    : Optional.of("ionq.result.probabilities-aggregate.json.v1");
        }
        return switch (form) {
            case PATH -> Optional.empty();
            case PROBABILITIES_V1 -> Optional.of("ionq.result.probabilities.json.v1");
            case PROBABILITIES_V2 -> Optional.of("ionq.result.probabilities.json.v2");
            case HISTOGRAM_V2 -> Optional.of("ionq.result.histogram.json.v2");
        };
    }

    private Answer result(String path, ProviderJob job, ProviderJobs jobs) {
        if (job.cancelled() || !jobs.isOver(job)) {
            return error(NOT_FOUND, "Job not found or not yet completed");
        }
        if (job.circuits().size() > 1) {
            ObjectNode children = JSON.objectNode();
            // Not in the order of the circuits: clients must not rely on it.
            for (int i = job.circuits().size() - 1; i >= 0; i--) {
                children.set(job.childId(i), byNumber(job.counts().get(i)));
            }
            return ok(children);
        }
        Counts counts = job.counts().getFirst();
        if (path.endsWith("/results/probabilities")) {
            return ok(byNumber(counts));
        }
        return switch (form) {
            case PATH -> error(NOT_FOUND, "Job or artifact not found");
            case PROBABILITIES_V1 -> ok(byNumber(counts));
            case PROBABILITIES_V2 -> ok(registers("probabilities", counts, counts.shots()));
            case HISTOGRAM_V2 -> ok(registers("histogram", counts, 1));
        };
    }

    private static ObjectNode byNumber(Counts counts) {
        ObjectNode states = JSON.objectNode();
        counts.byOutcome()
                .forEach((state, count) -> states.put(Long.toString(state.toIndex()), (double) count / counts.shots()));
        return states;
    }

    private static ObjectNode registers(String member, Counts counts, int divisor) {
        ObjectNode body = JSON.objectNode();
        ObjectNode states = body.putObject(member).putObject("registers").putObject("output_all");
        for (Map.Entry<BitString, Integer> entry : counts.byOutcome().entrySet()) {
            StringBuilder wires = new StringBuilder();
            for (int qubit = 0; qubit < entry.getKey().length(); qubit++) {
                wires.append(entry.getKey().get(qubit) ? '1' : '0');
            }
            states.put(wires.toString(), (double) entry.getValue() / divisor);
        }
        return body;
    }

    private Answer cancel(ProviderJob job, ProviderJobs jobs) {
        if (jobs.isOver(job)) {
            return error(CONFLICT, "The job is over");
        }
        jobs.cancel(job.id());
        return ok(JSON.objectNode().put("id", job.id()).put("status", "canceled"));
    }

    /** What a job with so many shots, of all its circuits together, is billed, in USD. */
    public static BigDecimal price(int shots) {
        return PRICE_PER_SHOT.multiply(BigDecimal.valueOf(shots));
    }

    private static ObjectNode cost(ProviderJob job) {
        BigDecimal price = price(job.shots() * job.circuits().size());
        ObjectNode body = JSON.objectNode().put("dry_run", false);
        body.putObject("estimated_cost").put("value", price).put("unit", "usd");
        body.putObject("cost").put("value", price).put("unit", "usd");
        return body;
    }

    private static Answer estimate(Request request) {
        int shots = request.parameter("shots").map(Integer::valueOf).orElse(1000);
        return ok(JSON.objectNode()
                .put("estimated_total_cost", price(shots))
                .put("estimated_unit", "usd")
                .put("estimated_execution_time", 1500)
                .put("current_predicted_queue_time", 500));
    }
}
