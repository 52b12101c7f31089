// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.support;

import java.time.Duration;
import java.util.Optional;
import org.apache.nifi.logging.ComponentLog;
import org.nifiquantum.services.api.BackendException;
import org.nifiquantum.services.api.BackendException.Kind;
import org.nifiquantum.services.api.JobHandle;
import org.nifiquantum.services.api.JobRequest;

/**
 * Submits to a provider that cannot tell a repetition, but lists its jobs with a mark of ours: a submission whose answer is lost is
 * looked up, again and again for a while, before it is given up or, if the user has said so, sent once more.
 */
public final class ExactlyOnce {

    /** Sends a request, once, and returns what the provider made of it. */
    @FunctionalInterface
    public interface Sender {
        JobHandle send(JobRequest request) throws BackendException;
    }

    /** Looks through all jobs of the provider; fails where it cannot see them all. */
    @FunctionalInterface
    public interface Lister {
        Optional<JobHandle> listed(JobRequest request) throws BackendException;
    }

    private static final Backoff BETWEEN_LOOKS = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(2));

    private final OnAmbiguousSubmission policy;
    private final Duration lookupTime;
    private final Retries looks;
    private final ComponentLog log;

    /**
     * @param lookupTime how long a job that is not listed is looked for
     */
    public ExactlyOnce(String provider, OnAmbiguousSubmission policy, Duration lookupTime, ComponentLog log) {
        this.policy = policy;
        this.lookupTime = lookupTime;
        this.log = log;
        looks = new Retries(
                provider,
                ResilienceSettings.DEFAULT.withAttempts(Integer.MAX_VALUE).withBackoff(BETWEEN_LOOKS),
                log);
    }

    /** Sends a request that has surely not been sent before. */
    public JobHandle submit(JobRequest request, Sender sender, Lister lister) throws BackendException {
        BackendException lost;
        try {
            return sender.send(request);
        } catch (BackendException e) {
            if (e.kind() != Kind.AMBIGUOUS) {
                throw e;
            }
            lost = e;
        }
        log.warn("Looking for the job of submission {}: {}", request.submissionKey(), lost.getMessage());
        Optional<JobHandle> found;
        try {
            found = search(request, lister);
        } catch (BackendException e) {
            lost.addSuppressed(e);
            throw lost;
        }
        return found.isPresent() ? found.get() : sender.send(request);
    }

    /**
     * Looks for a request that may have been sent before.
     *
     * @return empty only if it may be sent again
     */
    public Optional<JobHandle> search(JobRequest request, Lister lister) throws BackendException {
        try {
            return Optional.of(looks.make(() -> look(request, lister), Deadline.in(lookupTime)));
        } catch (BackendException e) {
            if (!(e.getCause() instanceof NotListedException)) {
                throw e;
            }
        }
        return switch (policy) {
            case SEND_AGAIN -> Optional.empty();
            case GIVE_UP ->
                throw new BackendException(
                        Kind.AMBIGUOUS,
                        "It is not known whether the provider has taken submission %s; it is not listed, and not sent again"
                                        .formatted(request.submissionKey())
                                + " since On Ambiguous Submission says so");
        };
    }

    private static JobHandle look(JobRequest request, Lister lister) throws BackendException {
        Optional<JobHandle> job = lister.listed(request);
        if (job.isPresent()) {
            return job.get();
        }
        throw new BackendException(
                Kind.UNAVAILABLE,
                "Submission %s is not listed".formatted(request.submissionKey()),
                new NotListedException());
    }

    private static final class NotListedException extends Exception {

        private static final long serialVersionUID = 1L;
    }
}
