// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.braket;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nifiquantum.engine.simulation.Counts;
import org.nifiquantum.services.api.BackendException;
import org.nifiquantum.services.api.JobRequest;
import org.nifiquantum.services.api.JobResult;
import org.nifiquantum.services.api.Money;
import org.nifiquantum.services.support.BoundCircuit;
import org.nifiquantum.services.support.CountsPlans.Work;
import software.amazon.awssdk.services.braket.model.GetQuantumTaskResponse;

/**
 * The result of a job, task by task. Braket does not say when a task began: all its time that a simulator does not name as that of the
 * execution counts as waiting.
 */
final class BraketCollection {

    private final BraketResultReader reader;
    private final BraketPrices prices;
    private final List<Counts> counts = new ArrayList<>();
    private final List<String> sent = new ArrayList<>();
    private final ArrayNode raw = JsonNodeFactory.instance.arrayNode();
    private Optional<Money> cost = Optional.empty();
    private Duration queued = Duration.ZERO;
    private Duration executed = Duration.ZERO;

    BraketCollection(BraketResultReader reader, BraketPrices prices) {
        this.reader = reader;
        this.prices = prices;
    }

    void add(GetQuantumTaskResponse task, List<BoundCircuit> circuits, Work work, BraketDevice device)
            throws BackendException {
        JsonNode result = reader.fetch(task);
        counts.addAll(reader.counts(task, result, circuits.size(), work.plan().qubits(), work.shots()));
        sent.add(BraketCodec.action(circuits, device));
        keep(task, result);
        long shots = Optional.ofNullable(task.numSuccessfulShots()).orElse((long) work.shots() * circuits.size());
        Optional<Money> price = prices.of(result, shots);
        cost = cost.isPresent() && price.isPresent() ? Optional.of(cost.get().plus(price.get())) : price;
        Duration execution = Duration.ofMillis(BraketPrices.executionMillis(result));
        executed = executed.plus(execution);
        Duration wait = waited(task).minus(execution);
        // The tasks of a job wait side by side.
        queued = wait.compareTo(queued) > 0 ? wait : queued;
    }

    private static Duration waited(GetQuantumTaskResponse task) {
        return task.createdAt() == null || task.endedAt() == null
                ? Duration.ZERO
                : Duration.between(task.createdAt(), task.endedAt());
    }

    private void keep(GetQuantumTaskResponse task, JsonNode result) {
        ObjectNode entry = raw.addObject();
        entry.put("quantumTaskArn", task.quantumTaskArn());
        entry.put("status", task.statusAsString());
        entry.put("createdAt", String.valueOf(task.createdAt()));
        entry.put("endedAt", String.valueOf(task.endedAt()));
        entry.put("requestId", task.responseMetadata().requestId());
        entry.set("result", result);
    }

    JobResult result(JobRequest request, Work work) {
        return new JobResult(
                work.plan().evaluations(request, counts),
                queued,
                executed,
                cost,
                Optional.of(sent.size() == 1 ? sent.getFirst() : "[" + String.join(",", sent) + "]"),
                Optional.of(raw.size() == 1 ? raw.get(0).toString() : raw.toString()));
    }
}
