// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.processors;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.nifi.flowfile.FlowFile;
import org.apache.nifi.processor.ProcessSession;
import org.nifiquantum.services.api.BackendException;
import org.nifiquantum.services.api.BackendException.Kind;
import org.nifiquantum.services.api.JobHandle;
import org.nifiquantum.services.api.JobRequest;
import org.nifiquantum.services.api.QuantumBackend;

/**
 * Submits exactly once. A run is marked as sending, which is committed, before it is sent; whoever finds a mark without
 * knowing what came of it looks the job up before anything is sent again. Thread-safe.
 */
final class SendingMarks {

    /** Keys that are marked and surely not sent; after a restart there are none, and lookups are due. */
    private final Set<String> unsent = ConcurrentHashMap.newKeySet();

    /** Whether a run carries the mark of this submission. */
    static boolean isMarked(FlowFile flowFile, String key) {
        return Attributes.STATE_SENDING.equals(flowFile.getAttribute(Attributes.SUBMISSION_STATE))
                && key.equals(flowFile.getAttribute(Attributes.SUBMISSION_KEY));
    }

    /** Whether there may be a job that this process knows nothing of. */
    boolean mayHaveBeenSent(FlowFile flowFile) {
        String key = flowFile.getAttribute(Attributes.SUBMISSION_KEY);
        return key != null && isMarked(flowFile, key) && !unsent.contains(key);
    }

    /**
     * Marks a run; the mark is about to be committed, and nothing is sent yet.
     *
     * @param node the name of this node in its cluster; empty where NiFi stands alone
     */
    FlowFile mark(ProcessSession session, FlowFile flowFile, String key, Optional<String> node) {
        unsent.add(key);
        Map<String, String> mark = new HashMap<>(
                Map.of(Attributes.SUBMISSION_KEY, key, Attributes.SUBMISSION_STATE, Attributes.STATE_SENDING));
        node.ifPresent(name -> mark.put(Attributes.SUBMISSION_NODE, name));
        return session.putAllAttributes(flowFile, mark);
    }

    /** What went wrong, and the remedy where a queue that spreads its load has brought the run here from the node that marked it. */
    static String explained(FlowFile flowFile, BackendException refusal, Optional<String> node) {
        boolean marked = Attributes.STATE_SENDING.equals(flowFile.getAttribute(Attributes.SUBMISSION_STATE));
        Optional<String> marking = Optional.ofNullable(flowFile.getAttribute(Attributes.SUBMISSION_NODE));
        return refusal.kind() == Kind.AMBIGUOUS && marked && marking.isPresent() && !marking.equals(node)
                ? "%s The run was marked as sending on the node %s, and only that one knows that nothing was sent: let the connection to SubmitCircuit not balance its load"
                        .formatted(refusal.getMessage(), marking.get())
                : refusal.getMessage();
    }

    /**
     * Sends what was marked, or finds that it was sent before.
     *
     * @param objection why it must not be sent; a job that is there may be paid for, whatever a policy says by now
     */
    JobHandle sendMarked(QuantumBackend backend, JobRequest job, Optional<String> objection) throws BackendException {
        boolean mayHaveBeenSent = !unsent.remove(job.submissionKey());
        if (mayHaveBeenSent) {
            Optional<JobHandle> found = backend.find(job);
            if (found.isPresent()) {
                return found.get();
            }
            throwIfPresent(job, objection);
        }
        try {
            return backend.submit(job);
        } catch (BackendException e) {
            if (!mayHaveArrived(e.kind())) {
                unsent.add(job.submissionKey());
            }
            throw e;
        }
    }

    private void throwIfPresent(JobRequest job, Optional<String> objection) throws BackendException {
        if (objection.isPresent()) {
            unsent.add(job.submissionKey());
            throw new BackendException(Kind.FORBIDDEN, objection.get());
        }
    }

    private static boolean mayHaveArrived(Kind kind) {
        return switch (kind) {
            case AMBIGUOUS, MALFORMED -> true;
            case REJECTED, UNAUTHORISED, RATE_LIMITED, UNAVAILABLE, UNKNOWN_JOB, OVER_BUDGET, FORBIDDEN, CANCELLED ->
                false;
        };
    }

    /** A run that leaves without a job must not be looked up when it comes back: nothing was taken. */
    FlowFile unmarked(ProcessSession session, FlowFile flowFile) {
        String key = flowFile.getAttribute(Attributes.SUBMISSION_KEY);
        return key != null && unsent.remove(key)
                ? session.removeAttribute(flowFile, Attributes.SUBMISSION_STATE)
                : flowFile;
    }
}
