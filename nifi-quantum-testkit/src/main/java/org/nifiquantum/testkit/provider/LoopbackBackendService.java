// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.testkit.provider;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.nifi.annotation.documentation.CapabilityDescription;
import org.apache.nifi.annotation.documentation.Tags;
import org.apache.nifi.annotation.lifecycle.OnDisabled;
import org.apache.nifi.annotation.lifecycle.OnEnabled;
import org.apache.nifi.components.PropertyDescriptor;
import org.apache.nifi.controller.AbstractControllerService;
import org.apache.nifi.controller.ConfigurationContext;
import org.apache.nifi.processor.util.StandardValidators;
import org.nifiquantum.services.api.BackendDescription;
import org.nifiquantum.services.api.BackendException;
import org.nifiquantum.services.api.JobEstimate;
import org.nifiquantum.services.api.JobHandle;
import org.nifiquantum.services.api.JobRequest;
import org.nifiquantum.services.api.JobResult;
import org.nifiquantum.services.api.JobState;
import org.nifiquantum.services.api.Output;
import org.nifiquantum.services.api.QuantumBackendService;

@Tags({"quantum", "test", "backend"})
@CapabilityDescription("Submits jobs to the testkit's provider on this machine, which takes every submission for a new"
        + " job. For tests of flows; no part of the product.")
public class LoopbackBackendService extends AbstractControllerService implements QuantumBackendService {

    static final PropertyDescriptor PROVIDER_URL = new PropertyDescriptor.Builder()
            .name("Provider URL")
            .description("Where the provider listens on the loopback interface, http://127.0.0.1:40000 for instance.")
            .required(true)
            .addValidator(StandardValidators.createRegexMatchingValidator(
                    Pattern.compile("http://127\\.0\\.0\\.1:[0-9]{1,5}")))
            .build();

    private static final BackendDescription DESCRIPTION = new BackendDescription(
            "loopback-provider",
            "nifi-quantum-testkit",
            20,
            1_000_000,
            true,
            Set.of(Output.EXPECTATION, Output.COUNTS, Output.PROBABILITIES),
            false,
            Duration.ofMillis(10));

    private volatile LoopbackClient client;

    @Override
    protected List<PropertyDescriptor> getSupportedPropertyDescriptors() {
        return List.of(PROVIDER_URL);
    }

    @OnEnabled
    public void open(ConfigurationContext context) {
        client = new LoopbackClient(URI.create(context.getProperty(PROVIDER_URL).getValue()));
    }

    @OnDisabled
    public void shut() {
        if (client != null) {
            client.close();
        }
    }

    @Override
    public BackendDescription describe() {
        return DESCRIPTION;
    }

    @Override
    public JobEstimate estimate(JobRequest request) {
        return new JobEstimate(Optional.empty(), Optional.empty());
    }

    @Override
    public JobHandle submit(JobRequest request) throws BackendException {
        return handle(client.submit(request), request);
    }

    @Override
    public Optional<JobHandle> find(JobRequest request) throws BackendException {
        return client.submittedUnder(request.submissionKey()).stream()
                .findFirst()
                .map(ticket -> handle(ticket, request));
    }

    private static JobHandle handle(JobTicket ticket, JobRequest request) {
        return new JobHandle(ticket.jobId(), ticket.submittedAt(), request);
    }

    @Override
    public List<JobState> poll(List<JobHandle> handles, Duration patience) throws BackendException {
        List<JobState> states = new ArrayList<>();
        for (JobHandle handle : handles) {
            states.add(client.state(handle.jobId()));
        }
        return states;
    }

    @Override
    public JobResult result(JobHandle handle) throws BackendException {
        return client.result(handle.jobId());
    }

    @Override
    public void cancel(JobHandle handle) throws BackendException {
        client.cancel(handle.jobId());
    }

    @Override
    public URI locate(JobHandle handle) {
        return client.locate(handle.jobId());
    }
}
