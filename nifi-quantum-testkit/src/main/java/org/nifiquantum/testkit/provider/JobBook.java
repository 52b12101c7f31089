// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.testkit.provider;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.nifiquantum.services.api.BackendException;
import org.nifiquantum.services.api.BackendException.Kind;
import org.nifiquantum.services.api.JobHandle;
import org.nifiquantum.services.api.JobRequest;
import org.nifiquantum.services.api.JobResult;
import org.nifiquantum.services.api.JobState;
import org.nifiquantum.services.simulator.EmbeddedSimulator;
import org.nifiquantum.services.simulator.SimulatorSettings;

/**
 * The provider's jobs. Each submission is a job of its own, also one whose key was seen before: so who submits twice is
 * found out.
 */
final class JobBook implements AutoCloseable {

    private final EmbeddedSimulator simulator =
            new EmbeddedSimulator("loopback", SimulatorSettings.ofThisMachine(), InstantSource.system());
    private final Map<String, JobHandle> handles = new ConcurrentHashMap<>();
    private final List<JobTicket> tickets = new ArrayList<>();

    JobTicket submit(JobRequest request) throws BackendException {
        JobHandle handle = simulator.submit(request);
        synchronized (tickets) {
            JobTicket ticket = new JobTicket("job-" + (tickets.size() + 1), request.submissionKey(), Instant.now());
            handles.put(ticket.jobId(), handle);
            tickets.add(ticket);
            return ticket;
        }
    }

    /** In the order they came. */
    List<JobTicket> tickets() {
        synchronized (tickets) {
            return List.copyOf(tickets);
        }
    }

    List<JobTicket> under(String submissionKey) {
        return tickets().stream()
                .filter(ticket -> ticket.submissionKey().equals(submissionKey))
                .toList();
    }

    JobState state(String jobId) throws BackendException {
        JobState state = simulator.poll(List.of(handle(jobId)), Duration.ZERO).getFirst();
        return new JobState(jobId, state.status(), state.message());
    }

    JobResult result(String jobId) throws BackendException {
        return simulator.result(handle(jobId));
    }

    void cancel(String jobId) throws BackendException {
        simulator.cancel(handle(jobId));
    }

    private JobHandle handle(String jobId) throws BackendException {
        JobHandle handle = handles.get(jobId);
        if (handle == null) {
            throw new BackendException(Kind.UNKNOWN_JOB, "There is no job [%s]".formatted(jobId));
        }
        return handle;
    }

    @Override
    public void close() {
        simulator.close();
    }
}
