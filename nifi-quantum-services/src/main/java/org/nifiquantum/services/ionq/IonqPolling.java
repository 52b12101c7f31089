// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.ionq;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nifiquantum.services.api.BackendException;
import org.nifiquantum.services.api.BackendException.Kind;
import org.nifiquantum.services.api.JobState;
import org.nifiquantum.services.api.JobStatus;
import org.nifiquantum.services.support.ProviderCall;

/** Asks for the states of jobs, all in one call, and stops jobs. */
final class IonqPolling {

    private final IonqClient client;
    private final Repeated repeated;

    /** Makes a call that may be repeated. */
    @FunctionalInterface
    interface Repeated {
        <T> T make(ProviderCall<T> call) throws BackendException;
    }

    IonqPolling(IonqClient client, Repeated repeated) {
        this.client = client;
        this.repeated = repeated;
    }

    List<JobState> poll(List<String> jobIds) throws BackendException {
        if (jobIds.isEmpty()) {
            return List.of();
        }
        List<String> ids = jobIds.stream().distinct().toList();
        JsonNode answer = repeated.make(() -> client.jobs(ids));
        Map<String, JobState> states = new HashMap<>();
        for (JsonNode job : answer.path("jobs")) {
            states.put(IonqCodec.id(job), IonqCodec.state(job));
        }
        for (String id : ids) {
            if (!states.containsKey(id)) {
                states.put(id, single(id));
            }
        }
        return jobIds.stream().map(states::get).toList();
    }

    /** A job that the list leaves out must not spoil the poll of the others. */
    private JobState single(String id) throws BackendException {
        try {
            return IonqCodec.state(repeated.make(() -> client.job(id)));
        } catch (BackendException e) {
            if (e.kind() != Kind.UNKNOWN_JOB) {
                throw e;
            }
            return new JobState(id, JobStatus.FAILED, "IonQ knows no such job: " + e.getMessage());
        }
    }

    /** A job whose poll said that it is over may look unfinished once more: another of IonQ's servers, a new status. */
    JsonNode finished(String id) throws BackendException {
        JsonNode job = client.job(id);
        JobState state = IonqCodec.state(job);
        return switch (state.status()) {
            case SUCCEEDED -> job;
            case QUEUED, RUNNING -> throw none(Kind.UNAVAILABLE, state);
            case CANCELLED -> throw none(Kind.CANCELLED, state);
            case FAILED -> throw none(Kind.REJECTED, state);
        };
    }

    private static BackendException none(Kind kind, JobState state) {
        return new BackendException(
                kind, "Job %s has no result: it is %s. %s".formatted(state.jobId(), state.status(), state.message()));
    }

    /** A job that is over already is no error. */
    void cancel(String id) throws BackendException {
        try {
            repeated.make(() -> {
                client.cancel(id);
                return id;
            });
        } catch (BackendException e) {
            if (e.kind() != Kind.REJECTED || !single(id).status().isFinal()) {
                throw e;
            }
        }
    }
}
