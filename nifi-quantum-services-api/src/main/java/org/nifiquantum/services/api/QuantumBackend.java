// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.api;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Something that runs circuits: the embedded simulator, a cloud provider, a pool of them.
 *
 * <p>Implementations are thread-safe: many processors call one backend with many concurrent tasks. Bitstrings are
 * {@code c[n-1]...c[0]}, whatever the provider prints.
 */
public interface QuantumBackend {

    /** What this backend is and can do; cheap, answered from a cache where asking costs a call. */
    BackendDescription describe() throws BackendException;

    /** What the request would cost and take; sends nothing that is billed. */
    JobEstimate estimate(JobRequest request) throws BackendException;

    /**
     * Hands the request over for execution and returns without waiting for it.
     *
     * <p>Where {@link BackendDescription#idempotentSubmit()} holds, the same {@link JobRequest#submissionKey()} gives
     * the same job however often it is submitted.
     */
    JobHandle submit(JobRequest request) throws BackendException;

    /**
     * Looks for the job of an earlier submission whose answer was lost.
     *
     * @return the job submitted under the request's key, or empty when the provider surely has none
     * @throws BackendException of kind {@link BackendException.Kind#AMBIGUOUS} where the provider has no way to tell
     */
    Optional<JobHandle> find(JobRequest request) throws BackendException;

    /**
     * The states of jobs, in the order asked, in as few calls as the provider allows.
     *
     * @param patience how long a local backend may block for a job about to finish; remote ones need not wait at all
     */
    List<JobState> poll(List<JobHandle> handles, Duration patience) throws BackendException;

    /** The result of a job that {@link JobStatus#SUCCEEDED}; may be asked again until the provider forgets it. */
    JobResult result(JobHandle handle) throws BackendException;

    /** Asks the provider to stop the job; a job already over is no error. */
    void cancel(JobHandle handle) throws BackendException;

    /** Where the job can be seen: the transit URI of provenance events, free of credentials. */
    URI locate(JobHandle handle);
}
