// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.ionq;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.nifiquantum.services.api.BackendException;
import org.nifiquantum.services.api.BackendException.Kind;
import org.nifiquantum.services.api.DeviceReport;
import org.nifiquantum.services.api.DeviceReport.Status;
import org.nifiquantum.services.api.JobEstimate;
import org.nifiquantum.services.api.JobState;
import org.nifiquantum.services.api.JobStatus;
import org.nifiquantum.services.api.Money;
import org.nifiquantum.services.support.BoundCircuit;

/** Our form to IonQ's and back. No I/O. */
final class IonqCodec {

    /** Where our key stands among a job's metadata; the name of the job is the key too, for people and as a second chance. */
    static final String KEY = "submission_key";

    /** IonQ's abstract gates, the same for all its backends. */
    private static final Set<String> GATES = Set.of(
            "x",
            "y",
            "z",
            "h",
            "s",
            "si",
            "t",
            "ti",
            "v",
            "vi",
            "rx",
            "ry",
            "rz",
            "not",
            "cnot",
            "swap",
            "xx",
            "yy",
            "zz",
            "pauliexp");

    private IonqCodec() {}

    /** The body of a submission: one circuit, or many as one job. */
    static ObjectNode submission(IonqSettings settings, String key, IonqProgram program, int shots) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("type", program.type());
        body.put("backend", settings.backend());
        body.put("name", key);
        body.put("shots", shots);
        body.putObject("metadata").put(KEY, key);
        if (settings.isSimulator()) {
            settings.noiseModel().ifPresent(model -> body.putObject("noise").put("model", model));
        }
        settings.debiasing()
                .ifPresent(on ->
                        body.putObject("settings").putObject("error_mitigation").put("debiasing", on));
        body.set("input", program.input());
        return body;
    }

    /** What IonQ says of a backend. */
    static DeviceReport report(JsonNode backend, Instant asOf) {
        Status status = switch (backend.path("status").asText("")) {
            case "available", "running", "reserved" -> Status.ONLINE;
            case "unavailable", "calibrating", "offline" -> Status.OFFLINE;
            case "retired" -> Status.RETIRED;
            default -> Status.UNKNOWN;
        };
        JsonNode wait = backend.path("average_queue_time");
        return new DeviceReport(
                status,
                OptionalLong.empty(),
                wait.isNumber() ? Optional.of(notNegative(Duration.ofMillis(wait.asLong()))) : Optional.empty(),
                GATES,
                List.of(),
                1,
                asOf);
    }

    /** The job's id, which is used in paths. */
    static String id(JsonNode job) throws BackendException {
        String id = job.path("id").asText("");
        if (!id.matches("[A-Za-z0-9_-]{1,100}")) {
            throw new BackendException(Kind.MALFORMED, "IonQ's job has no id, or none that fits into a path");
        }
        return id;
    }

    static boolean isUnder(JsonNode job, String key) {
        return key.equals(job.path("metadata").path(KEY).asText(""))
                || key.equals(job.path("name").asText(""));
    }

    static Optional<Instant> instant(JsonNode job, String member) {
        try {
            return job.path(member).isTextual()
                    ? Optional.of(Instant.parse(job.path(member).asText()))
                    : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** A status that nobody knows yet is one on the way: new ones appear, and a job must not be given up for that. */
    static JobState state(JsonNode job) throws BackendException {
        String status = job.path("status").asText("");
        JsonNode failure = job.path("failure");
        return switch (status) {
            case "submitted", "ready" -> new JobState(id(job), JobStatus.QUEUED, "");
            case "started", "running" -> new JobState(id(job), JobStatus.RUNNING, "");
            case "completed" -> new JobState(id(job), JobStatus.SUCCEEDED, "");
            case "canceled" -> new JobState(id(job), JobStatus.CANCELLED, "cancelled");
            case "failed" ->
                new JobState(
                        id(job),
                        JobStatus.FAILED,
                        "%s: %s"
                                .formatted(
                                        failure.path("code").asText("unknown reason"),
                                        failure.path("message").asText("")));
            default -> new JobState(id(job), JobStatus.RUNNING, "IonQ says [%s]".formatted(status));
        };
    }

    static Duration queued(JsonNode job) {
        Optional<Instant> submitted = instant(job, "submitted_at");
        Optional<Instant> started = instant(job, "started_at");
        return submitted.isPresent() && started.isPresent()
                ? notNegative(Duration.between(submitted.get(), started.get()))
                : Duration.ZERO;
    }

    static Duration executed(JsonNode job) {
        return notNegative(Duration.ofMillis(job.path("execution_duration_ms").asLong(0)));
    }

    private static Duration notNegative(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }

    /** The final cost; while it is not known, there is only an estimate, which is no cost. */
    static Optional<Money> cost(JsonNode cost) {
        return money(cost.path("cost").path("value"), cost.path("cost").path("unit"));
    }

    /** Both shapes that IonQ's description has had in 2026. */
    static JobEstimate estimate(JsonNode estimate, int circuits) {
        JsonNode value = estimate.has("estimated_total_cost")
                ? estimate.path("estimated_total_cost")
                : estimate.path("estimated_cost");
        JsonNode unit = estimate.has("estimated_unit") ? estimate.path("estimated_unit") : estimate.path("cost_unit");
        Optional<Money> cost = money(value, unit)
                .map(one -> new Money(one.amount().multiply(BigDecimal.valueOf(circuits)), one.currency()));
        JsonNode execution = estimate.path("estimated_execution_time");
        JsonNode queue = estimate.path("current_predicted_queue_time");
        Optional<Duration> duration = execution.isNumber()
                ? Optional.of(Duration.ofMillis(execution.asLong() * circuits + queue.asLong(0)))
                : Optional.empty();
        return new JobEstimate(cost, duration);
    }

    private static Optional<Money> money(JsonNode value, JsonNode unit) {
        if (!value.isNumber() || !unit.isTextual()) {
            return Optional.empty();
        }
        BigDecimal amount = value.decimalValue();
        return Optional.of(new Money(
                amount.setScale(Math.max(0, amount.scale())), unit.asText().toUpperCase(Locale.ROOT)));
    }

    /** What an estimate is asked for: of all circuits the largest, so that the sum is not too small. */
    static List<String> estimateQuery(IonqSettings settings, List<BoundCircuit> circuits, int shots) {
        int oneQubit = 0;
        int twoQubit = 0;
        for (BoundCircuit circuit : circuits) {
            ArrayNode gates = QisGates.of(circuit);
            int entangling = 0;
            for (JsonNode gate : gates) {
                entangling += gate.has("control") ? 1 : gate.has("targets") ? 3 : 0;
            }
            twoQubit = Math.max(twoQubit, entangling);
            oneQubit = Math.max(oneQubit, gates.size());
        }
        List<String> query = new ArrayList<>();
        query.add("backend=" + settings.backend());
        query.add("qubits=" + circuits.getFirst().circuit().qubits());
        query.add("shots=" + shots);
        query.add("1q_gates=" + oneQubit);
        query.add("2q_gates=" + twoQubit);
        settings.debiasing().ifPresent(on -> query.add("error_mitigation=" + on));
        return query;
    }
}
