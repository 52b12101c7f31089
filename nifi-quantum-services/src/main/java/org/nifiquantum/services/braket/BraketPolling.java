// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.braket;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nifiquantum.services.api.BackendException;
import org.nifiquantum.services.api.BackendException.Kind;
import org.nifiquantum.services.api.JobState;
import org.nifiquantum.services.api.JobStatus;
import org.nifiquantum.services.support.ProviderCall;
import software.amazon.awssdk.services.braket.model.GetQuantumTaskResponse;
import software.amazon.awssdk.services.braket.model.QuantumTaskSummary;

/** Asks for the states of tasks, ten in one call, and puts them together to those of jobs. */
final class BraketPolling {

    private final BraketClient client;
    private final Repeated repeated;

    /** Makes a call that may be repeated. */
    @FunctionalInterface
    interface Repeated {
        <T> T make(ProviderCall<T> call) throws BackendException;
    }

    BraketPolling(BraketClient client, Repeated repeated) {
        this.client = client;
        this.repeated = repeated;
    }

    List<JobState> poll(List<String> jobIds) throws BackendException {
        Set<String> arns = new LinkedHashSet<>();
        for (String jobId : jobIds) {
            arns.addAll(tasks(jobId));
        }
        Map<String, JobState> states = states(List.copyOf(arns));
        List<JobState> inOrder = new ArrayList<>();
        for (String jobId : jobIds) {
            List<JobState> ofJob = tasks(jobId).stream().map(states::get).toList();
            inOrder.add(
                    ofJob.isEmpty()
                            ? new JobState(jobId, JobStatus.FAILED, "It is no job of Braket")
                            : BraketCodec.together(jobId, ofJob));
        }
        return inOrder;
    }

    private static List<String> tasks(String jobId) {
        try {
            return BraketTasks.of(jobId).arns();
        } catch (BackendException e) {
            return List.of();
        }
    }

    private Map<String, JobState> states(List<String> arns) throws BackendException {
        Map<String, JobState> states = new HashMap<>();
        for (int start = 0; start < arns.size(); start += BraketClient.MOST_TASKS) {
            List<String> asked = arns.subList(start, Math.min(arns.size(), start + BraketClient.MOST_TASKS));
            for (QuantumTaskSummary task :
                    repeated.make(() -> client.tasks(asked)).quantumTasks()) {
                JobStatus status = BraketCodec.status(task.statusAsString());
                // Only the task itself tells why it failed.
                if (status != JobStatus.FAILED) {
                    states.put(task.quantumTaskArn(), new JobState(task.quantumTaskArn(), status, ""));
                }
            }
        }
        for (String arn : arns) {
            if (!states.containsKey(arn)) {
                states.put(arn, single(arn));
            }
        }
        return states;
    }

    /** A task that the search leaves out must not spoil the poll of the others. */
    private JobState single(String arn) throws BackendException {
        try {
            return BraketCodec.state(repeated.make(() -> client.task(arn)));
        } catch (BackendException e) {
            if (e.kind() != Kind.UNKNOWN_JOB) {
                throw e;
            }
            return new JobState(arn, JobStatus.FAILED, "Braket knows no such task: " + e.getMessage());
        }
    }

    /** A task whose poll said that it is over may look unfinished once more. */
    GetQuantumTaskResponse finished(String arn) throws BackendException {
        GetQuantumTaskResponse task = client.task(arn);
        JobState state = BraketCodec.state(task);
        return switch (state.status()) {
            case SUCCEEDED -> task;
            case QUEUED, RUNNING ->
                throw new BackendException(Kind.UNAVAILABLE, "Task %s is not over: %s".formatted(arn, state.message()));
            case CANCELLED -> throw new BackendException(Kind.CANCELLED, "Task %s was cancelled".formatted(arn));
            case FAILED ->
                throw new BackendException(Kind.REJECTED, "Task %s has failed: %s".formatted(arn, state.message()));
        };
    }

    /** A task that is over already is no error. */
    void cancel(String arn) throws BackendException {
        try {
            repeated.make(() -> {
                client.cancel(arn);
                return arn;
            });
        } catch (BackendException e) {
            if (e.kind() != Kind.REJECTED || !single(arn).status().isFinal()) {
                throw e;
            }
        }
    }
}
