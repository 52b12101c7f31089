// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.input;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.nifiquantum.optimization.problem.scheduling.JobOperation;
import org.nifiquantum.optimization.problem.scheduling.JobShop;
import org.nifiquantum.run.document.RunException;

/**
 * {@code {"type": "job-shop", "jobs": [{"name": "a", "operations": [{"machine": "saw", "duration": 3}]}], "horizon": 20}}.
 * Without {@code machines} the operations name them, in the order they first appear; without {@code horizon} it is the end of a
 * quickly found schedule.
 */
final class JobShopJson {

    private static final String HORIZON = "horizon";

    private JobShopJson() {}

    static JobShop read(Members problem) {
        NameIndex machines = new NameIndex(problem, "machines");
        NameIndex jobs = NameIndex.ofUnlisted(problem, "jobs");
        List<List<JobOperation>> operations = new ArrayList<>();
        problem.elements("jobs", "{name, operations}", (job, place) -> {
            jobs.fresh(job.path("name"), place + "/name");
            operations.add(operations(job.path("operations"), place + "/operations", machines));
        });
        OptionalInt horizon = problem.has(HORIZON) ? OptionalInt.of(problem.count(HORIZON)) : OptionalInt.empty();
        return new JobShop(jobs.names(), machines.names(), operations, horizon, problem.penalty());
    }

    private static List<JobOperation> operations(JsonNode node, String place, NameIndex machines) {
        if (!node.isArray()) {
            throw new RunException(place, "must be an array of {machine, duration}");
        }
        List<JobOperation> operations = new ArrayList<>();
        for (JsonNode operation : node) {
            String pointer = place + "/" + operations.size();
            JsonNode duration = operation.path("duration");
            if (!duration.isIntegralNumber() || !duration.canConvertToInt()) {
                throw new RunException(pointer + "/duration", "must be a whole number; use smaller units of time");
            }
            operations.add(new JobOperation(
                    machines.of(operation.path("machine"), pointer + "/machine"), duration.intValue()));
        }
        return operations;
    }

    static void write(JobShop problem, JsonGenerator out) throws IOException {
        Coefficients.writeNames(out, "machines", problem.machines());
        out.writeArrayFieldStart("jobs");
        for (int job = 0; job < problem.jobs().size(); job++) {
            out.writeStartObject();
            out.writeStringField("name", problem.jobs().get(job));
            out.writeArrayFieldStart("operations");
            for (JobOperation operation : problem.operations().get(job)) {
                out.writeStartObject();
                out.writeStringField("machine", problem.machines().get(operation.machine()));
                out.writeNumberField("duration", operation.duration());
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeEndObject();
        }
        out.writeEndArray();
        if (problem.horizon().isPresent()) {
            out.writeNumberField(HORIZON, problem.horizon().getAsInt());
        }
        Members.writePenalty(out, problem.wishedPenalty());
    }
}
