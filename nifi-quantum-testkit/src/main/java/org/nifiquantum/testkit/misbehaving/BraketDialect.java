// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.testkit.misbehaving;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.StreamSupport;

/**
 * Amazon Braket's REST interface as its service model of 2026 has it, with the part of S3 (path style) and of the token service that
 * belongs to it, all at one address. Requests must be signed by the right access key; the signature itself is not checked. Written from
 * the model, not from the client it tests.
 */
public final class BraketDialect implements Dialect {

    /** The bucket that results are in. */
    public static final String BUCKET = "amazon-braket-rehearsal";

    /** A simulator that takes one circuit per task, as SV1. */
    public static final String SIMULATOR = "arn:aws:braket:::device/quantum-simulator/amazon/sv1";

    /** A QPU that takes program sets. */
    public static final String QPU = "arn:aws:braket:eu-north-1::device/qpu/iqm/Garnet";

    private static final String TASK = "arn:aws:braket:us-east-1:123456789012:quantum-task/";
    private static final int CREATED = 201;
    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final Set<String> TASK_MEMBERS = Set.of(
            "clientToken",
            "deviceArn",
            "deviceParameters",
            "shots",
            "outputS3Bucket",
            "outputS3KeyPrefix",
            "action",
            "tags",
            "jobToken",
            "associations",
            "experimentalCapabilities");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final JsonMapper mapper = JsonMapper.builder().build();
    private final String accessKeyId;
    private final ResultForm form;
    private final BraketDevices devices = new BraketDevices();
    private final ConcurrentMap<String, Taken> byToken = new ConcurrentHashMap<>();

    /** How results are written; devices differ. */
    public enum ResultForm {
        MEASUREMENTS,
        PROBABILITIES
    }

    /** What a token stands for, for good. */
    private record Taken(String body, String jobId) {}

    /**
     * @param accessKeyId the only one that is good
     */
    public BraketDialect(ResultForm form, String accessKeyId) {
        this.form = form;
        this.accessKeyId = accessKeyId;
    }

    @Override
    public String name() {
        return "braket";
    }

    @Override
    public String basePath() {
        return "";
    }

    @Override
    public String requestIdHeader() {
        return "x-amzn-RequestId";
    }

    @Override
    public boolean idempotentSubmit() {
        return true;
    }

    @Override
    public Set<Step> steps() {
        return EnumSet.complementOf(EnumSet.of(Step.ESTIMATE, Step.COST));
    }

    @Override
    public List<Setting> settings(String url) {
        return List.of(
                new Setting("Braket URL", url),
                new Setting("S3 URL", url),
                new Setting("STS URL", url),
                new Setting("S3 Bucket", BUCKET),
                new Setting("Device ARN", SIMULATOR),
                new Setting("Credentials Source", "ACCESS_KEY"),
                new Setting("Access Key ID", accessKeyId),
                new Setting("Secret Access Key", "rehearsal"));
    }

    @Override
    public Step step(Request request) {
        String path = request.path();
        return switch (request.method()) {
            case "POST" ->
                path.equals("/quantum-task")
                        ? Step.SUBMIT
                        : path.equals("/quantum-tasks") ? search(request) : Step.OTHER;
            case "PUT" -> path.matches("/quantum-task/.+/cancel") ? Step.CANCEL : Step.OTHER;
            case "GET" ->
                path.startsWith("/device/")
                        ? Step.DESCRIBE
                        : path.startsWith("/quantum-task/")
                                ? Step.JOB
                                : path.startsWith("/" + BUCKET + "/") ? Step.RESULT : Step.OTHER;
            default -> Step.OTHER;
        };
    }

    private static Step search(Request request) {
        return request.body().contains("\"quantumTaskArn\"") ? Step.POLL : Step.LIST;
    }

    @Override
    public Answer error(int status, String message) {
        String type = switch (status) {
            case BAD_REQUEST -> "ValidationException";
            case 401 -> "ExpiredTokenException";
            case FORBIDDEN -> "AccessDeniedException";
            case NOT_FOUND -> "ResourceNotFoundException";
            case CONFLICT -> "ConflictException";
            case 429 -> "ThrottlingException";
            default -> "InternalServiceException";
        };
        return error(status == 401 ? FORBIDDEN : status, type, message);
    }

    private static Answer error(int status, String type, String message) {
        return new Answer(
                status,
                Map.of("x-amzn-ErrorType", type),
                JSON.objectNode().put("__type", type).put("message", message));
    }

    @Override
    public Answer withUnknownStatus(Answer answer) {
        JsonNode body = answer.body().deepCopy();
        body.findParents("status").forEach(task -> ((ObjectNode) task).put("status", "PONDERING"));
        return answer.withBody(body);
    }

    /** A signature of another hour is refused. */
    @Override
    public Answer answerAhead(Request request, ProviderJobs jobs, Duration ahead) {
        String message = "Signature expired: it is %s later here".formatted(ahead);
        return step(request) == Step.RESULT
                ? AwsXml.error(FORBIDDEN, "RequestTimeTooSkewed", message)
                : error(FORBIDDEN, "InvalidSignatureException", message);
    }

    @Override
    public Answer answer(Request request, ProviderJobs jobs) {
        String signature = request.authorization().orElse("");
        if (!signature.startsWith("AWS4-HMAC-SHA256 Credential=" + accessKeyId + "/")) {
            return step(request) == Step.RESULT
                    ? AwsXml.error(FORBIDDEN, "InvalidAccessKeyId", "The access key is not known")
                    : error(
                            FORBIDDEN,
                            "UnrecognizedClientException",
                            "The security token included in the request is invalid");
        }
        try {
            return switch (step(request)) {
                case DESCRIBE -> devices.describe(request.path().substring("/device/".length()), this::error);
                case SUBMIT -> submit(request.body(), jobs);
                case POLL, LIST -> list(mapper.readTree(request.body()), jobs);
                case JOB -> withTask(request.path(), jobs, job -> ok(task(job, jobs, true)));
                case CANCEL -> withTask(request.path().replaceFirst("/cancel$", ""), jobs, job -> cancel(job, jobs));
                case RESULT -> result(request.path(), jobs);
                case ESTIMATE, COST, OTHER -> other(request);
            };
        } catch (JsonProcessingException e) {
            return error(BAD_REQUEST, "SerializationException", "The body is no JSON");
        }
    }

    private static Answer ok(JsonNode body) {
        return new Answer(200, body);
    }

    private Answer submit(String text, ProviderJobs jobs) throws JsonProcessingException {
        JsonNode body = mapper.readTree(text);
        String token = body.path("clientToken").asText("");
        Optional<String> complaint = complaint(body, token);
        if (complaint.isPresent()) {
            return error(BAD_REQUEST, complaint.get());
        }
        Taken taken;
        try {
            taken = byToken.computeIfAbsent(token, fresh -> new Taken(text, take(body, jobs)));
        } catch (IllegalArgumentException e) {
            return error(BAD_REQUEST, e.getMessage());
        }
        return taken.body().equals(text)
                ? new Answer(CREATED, JSON.objectNode().put("quantumTaskArn", TASK + taken.jobId()))
                : error(CONFLICT, "The client token was used with another request");
    }

    private static Optional<String> complaint(JsonNode body, String token) {
        for (String member : (Iterable<String>) body::fieldNames) {
            if (!TASK_MEMBERS.contains(member)) {
                return Optional.of("unknown member " + member);
            }
        }
        if (token.isEmpty() || token.length() > 64) {
            return Optional.of("clientToken has 1 to 64 characters");
        }
        if (!BUCKET.equals(body.path("outputS3Bucket").asText(""))
                || body.path("outputS3KeyPrefix").asText("").isEmpty()) {
            return Optional.of("outputS3Bucket must exist, and outputS3KeyPrefix be given");
        }
        return Optional.empty();
    }

    private String take(JsonNode body, ProviderJobs jobs) {
        BraketAction action = BraketAction.read(mapper, body, devices);
        String key = body.path("tags").path("nifi-quantum-submission").asText("");
        String part = body.path("tags").path("nifi-quantum-part").asText("0");
        return jobs.submit(
                        Optional.of(part.equals("0") ? key : key + "#" + part).filter(text -> !text.isEmpty()),
                        action.circuits(),
                        action.shotsPerCircuit())
                .id();
    }

    /** What is to be said of one task. */
    @FunctionalInterface
    private interface OfTask {
        Answer answer(ProviderJob job);
    }

    private Answer withTask(String path, ProviderJobs jobs, OfTask then) {
        return jobs.find(path.substring(path.lastIndexOf('/') + 1))
                .map(then::answer)
                .orElseGet(() -> error(NOT_FOUND, "No such quantum task"));
    }

    private static ObjectNode task(ProviderJob job, ProviderJobs jobs, boolean whole) {
        ObjectNode task = JSON.objectNode();
        boolean over = jobs.isOver(job);
        task.put("quantumTaskArn", TASK + job.id());
        task.put("status", job.cancelled() ? "CANCELLED" : over ? "COMPLETED" : "QUEUED");
        task.put("deviceArn", SIMULATOR);
        task.put("shots", (long) job.shots() * job.circuits().size());
        task.put("outputS3Bucket", BUCKET);
        task.put("outputS3Directory", "nifi-quantum/" + job.id());
        task.put("createdAt", job.submittedAt().toString());
        if (over && !job.cancelled()) {
            task.put("endedAt", job.completedAt().toString());
        }
        ObjectNode tags = task.putObject("tags");
        job.key().ifPresent(key -> {
            String[] parts = key.split("#", 2);
            tags.put("nifi-quantum-submission", parts[0]);
            tags.put("nifi-quantum-part", parts.length == 2 ? parts[1] : "0");
        });
        if (whole && !over) {
            task.putObject("queueInfo").put("queue", "QUANTUM_TASKS_QUEUE").put("position", "3");
        }
        return task;
    }

    private Answer list(JsonNode body, ProviderJobs jobs) {
        List<String> wanted = StreamSupport.stream(body.path("filters").spliterator(), false)
                .filter(filter -> filter.path("name").asText("").equals("quantumTaskArn"))
                .flatMap(filter -> StreamSupport.stream(filter.path("values").spliterator(), false))
                .map(JsonNode::asText)
                .toList();
        if (wanted.size() > 10) {
            return error(BAD_REQUEST, "a filter has 1 to 10 values");
        }
        List<ProviderJob> chosen = jobs.all().reversed().stream()
                .filter(job -> wanted.isEmpty() || wanted.contains(TASK + job.id()))
                .toList();
        int from = body.path("nextToken").asInt(0);
        int to = Math.min(chosen.size(), from + body.path("maxResults").asInt(25));
        ObjectNode answer = JSON.objectNode();
        ArrayNode page = answer.putArray("quantumTasks");
        chosen.subList(Math.min(from, to), to).forEach(job -> page.add(task(job, jobs, false)));
        if (to < chosen.size()) {
            answer.put("nextToken", Integer.toString(to));
        }
        return ok(answer);
    }

    private Answer cancel(ProviderJob job, ProviderJobs jobs) {
        if (jobs.isOver(job)) {
            return error(CONFLICT, "The task is over");
        }
        jobs.cancel(job.id());
        return ok(JSON.objectNode().put("quantumTaskArn", TASK + job.id()).put("cancellationStatus", "CANCELLING"));
    }

    private Answer result(String path, ProviderJobs jobs) {
        String[] parts = path.split("/", -1);
        return jobs.find(parts[parts.length - 2])
                .filter(job -> jobs.isOver(job) && !job.cancelled() && path.endsWith("/results.json"))
                .map(job -> ok(BraketResultFile.of(job, form)))
                .orElseGet(() -> AwsXml.error(NOT_FOUND, "NoSuchKey", "The specified key does not exist."));
    }

    private Answer other(Request request) {
        if (request.body().contains("Action=GetCallerIdentity")) {
            return AwsXml.callerIdentity();
        }
        if (request.body().contains("Action=AssumeRole")) {
            return AwsXml.assumedRole(accessKeyId);
        }
        return error(NOT_FOUND, "There is no " + request.path());
    }
}
