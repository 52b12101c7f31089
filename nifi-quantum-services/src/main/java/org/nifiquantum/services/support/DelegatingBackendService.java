// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.support;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.nifi.controller.AbstractControllerService;
import org.nifiquantum.services.api.BackendDescription;
import org.nifiquantum.services.api.BackendException;
import org.nifiquantum.services.api.JobEstimate;
import org.nifiquantum.services.api.JobHandle;
import org.nifiquantum.services.api.JobRequest;
import org.nifiquantum.services.api.JobResult;
import org.nifiquantum.services.api.JobState;
import org.nifiquantum.services.api.QuantumBackend;
import org.nifiquantum.services.api.QuantumBackendService;

/** A controller service whose backend lives from its being enabled to its being disabled; what is asked of one, the other does. */
public abstract class DelegatingBackendService extends AbstractControllerService implements QuantumBackendService {

    /**
     * The backend of the present settings.
     *
     * @throws IllegalStateException if the service is not enabled
     */
    protected abstract QuantumBackend backend();

    @Override
    public BackendDescription describe() throws BackendException {
        return backend().describe();
    }

    @Override
    public JobEstimate estimate(JobRequest request) throws BackendException {
        return backend().estimate(request);
    }

    @Override
    public JobHandle submit(JobRequest request) throws BackendException {
        return backend().submit(request);
    }

    @Override
    public Optional<JobHandle> find(JobRequest request) throws BackendException {
        return backend().find(request);
    }

    @Override
    public List<JobState> poll(List<JobHandle> handles, Duration patience) throws BackendException {
        return backend().poll(handles, patience);
    }

    @Override
    public JobResult result(JobHandle handle) throws BackendException {
        return backend().result(handle);
    }

    @Override
    public void cancel(JobHandle handle) throws BackendException {
        backend().cancel(handle);
    }

    @Override
    public URI locate(JobHandle handle) {
        return backend().locate(handle);
    }
}
