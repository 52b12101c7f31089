// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.braket;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nifiquantum.services.api.BackendException;
import org.nifiquantum.services.api.BackendException.Kind;
import org.nifiquantum.services.api.JobState;
import org.nifiquantum.services.api.JobStatus;
import org.nifiquantum.services.braket.BraketDevice.ProgramSetLimits;
import org.nifiquantum.services.support.BoundCircuit;
import org.nifiquantum.services.support.CountsPlans.Work;
import software.amazon.awssdk.services.braket.model.CreateQuantumTaskRequest;
import software.amazon.awssdk.services.braket.model.GetQuantumTaskResponse;
import software.amazon.awssdk.services.braket.model.QuantumTaskSummary;

/** Our form to Braket's and back. No I/O. */
final class BraketCodec {

    /** Under which tag a task carries our key, and under which its place among the tasks of a job. */
    static final String KEY_TAG = "nifi-quantum-submission";

    static final String PART_TAG = "nifi-quantum-part";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private BraketCodec() {}

    /**
     * How the circuits of a job are shared out among tasks: as program sets where the device has them, else one by one. One
     * circuit is always a plain task.
     */
    static List<List<BoundCircuit>> tasks(BraketSettings settings, BraketDevice device, Work work)
            throws BackendException {
        int most = device.programSets()
                .map(limits -> mostPrograms(limits, work.shots()))
                .orElse(1);
        List<List<BoundCircuit>> tasks = new ArrayList<>();
        for (int start = 0; start < work.circuits().size(); start += most) {
            int end = Math.min(start + most, work.circuits().size());
            tasks.add(work.circuits().subList(start, end));
        }
        if (tasks.size() > settings.largestBatch()) {
            throw new BackendException(
                    Kind.REJECTED,
                    "The request takes %d quantum tasks of %d circuits, but Largest Batch is %d; ask for fewer bindings, or for no gradient, or raise it"
                            .formatted(tasks.size(), work.circuits().size(), settings.largestBatch()));
        }
        return tasks;
    }

    private static int mostPrograms(ProgramSetLimits limits, int shots) {
        long byShots = limits.mostShots() > 0 ? limits.mostShots() / Math.max(1, shots) : Long.MAX_VALUE;
        return (int) Math.max(1, Math.min(limits.mostPrograms(), byShots));
    }

    /** The action of a task: what Braket receives as the program. */
    static String action(List<BoundCircuit> circuits, BraketDevice device) {
        if (circuits.size() == 1) {
            return program(circuits.getFirst(), device, header("braket.ir.openqasm.program"))
                    .toString();
        }
        ObjectNode action = header("braket.ir.openqasm.program_set");
        ArrayNode programs = action.putArray("programs");
        circuits.forEach(circuit -> programs.add(program(circuit, device, header("braket.ir.openqasm.program"))));
        return action.toString();
    }

    private static ObjectNode header(String name) {
        ObjectNode node = JSON.objectNode();
        node.putObject("braketSchemaHeader").put("name", name).put("version", "1");
        return node;
    }

    private static ObjectNode program(BoundCircuit circuit, BraketDevice device, ObjectNode header) {
        return header.put("source", BraketProgram.of(circuit, device.report().gates()));
    }

    /**
     * A task of a job. The same job makes the same task whenever it is asked for: Braket takes a token twice only with one body.
     *
     * @param part its place among the tasks of the job
     */
    static CreateQuantumTaskRequest task(
            BraketSettings settings, String key, int part, List<BoundCircuit> circuits, int shots, String action) {
        return CreateQuantumTaskRequest.builder()
                .clientToken(token(key, part))
                .deviceArn(settings.deviceArn())
                .shots((long) shots * circuits.size())
                .outputS3Bucket(settings.bucket())
                .outputS3KeyPrefix(settings.prefix())
                .action(action)
                .tags(Map.of(KEY_TAG, key, PART_TAG, Integer.toString(part)))
                .build();
    }

    /** 64 characters, the most that Braket takes. */
    static String token(String key, int part) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest("%s/%d".formatted(key, part).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The place of a task among those of a job; empty if it belongs to another. */
    static Optional<Integer> part(QuantumTaskSummary task, String key) {
        return key.equals(task.tags().get(KEY_TAG))
                ? Optional.ofNullable(task.tags().get(PART_TAG))
                        .filter(text -> text.matches("[0-9]{1,6}"))
                        .map(Integer::valueOf)
                : Optional.empty();
    }

    /** A status that nobody knows yet is one on the way: new ones appear, and a job must not be given up for that. */
    static JobStatus status(String text) {
        return switch (text) {
            case "CREATED", "QUEUED" -> JobStatus.QUEUED;
            case "COMPLETED" -> JobStatus.SUCCEEDED;
            case "FAILED" -> JobStatus.FAILED;
            case "CANCELLED" -> JobStatus.CANCELLED;
            case null, default -> JobStatus.RUNNING;
        };
    }

    static JobState state(GetQuantumTaskResponse task) {
        JobStatus status = status(task.statusAsString());
        String message = Optional.ofNullable(task.failureReason())
                .or(() -> Optional.ofNullable(task.queueInfo())
                        .filter(queue -> status == JobStatus.QUEUED)
                        .map(queue -> "position %s in the queue".formatted(queue.position())))
                .orElse(status == JobStatus.RUNNING ? "Braket says [%s]".formatted(task.statusAsString()) : "");
        return new JobState(task.quantumTaskArn(), status, message);
    }

    /** A job failed with the first of its tasks that did, and is over with the last of them. */
    static JobState together(String jobId, List<JobState> tasks) {
        for (JobStatus first : List.of(JobStatus.FAILED, JobStatus.CANCELLED, JobStatus.RUNNING, JobStatus.QUEUED)) {
            Optional<JobState> found =
                    tasks.stream().filter(task -> task.status() == first).findFirst();
            if (found.isPresent()) {
                boolean begun =
                        first == JobStatus.QUEUED && tasks.stream().anyMatch(task -> task.status() != JobStatus.QUEUED);
                return new JobState(
                        jobId, begun ? JobStatus.RUNNING : first, found.get().message());
            }
        }
        return new JobState(jobId, JobStatus.SUCCEEDED, "");
    }
}
