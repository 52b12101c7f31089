// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.simulator;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.nifi.annotation.behavior.SystemResource;
import org.apache.nifi.annotation.behavior.SystemResourceConsideration;
import org.apache.nifi.annotation.documentation.CapabilityDescription;
import org.apache.nifi.annotation.documentation.Tags;
import org.apache.nifi.annotation.lifecycle.OnDisabled;
import org.apache.nifi.annotation.lifecycle.OnEnabled;
import org.apache.nifi.components.ConfigVerificationResult;
import org.apache.nifi.components.PropertyDescriptor;
import org.apache.nifi.components.PropertyValue;
import org.apache.nifi.controller.AbstractControllerService;
import org.apache.nifi.controller.ConfigurationContext;
import org.apache.nifi.controller.VerifiableControllerService;
import org.apache.nifi.logging.ComponentLog;
import org.apache.nifi.processor.DataUnit;
import org.apache.nifi.processor.util.StandardValidators;
import org.nifiquantum.services.api.BackendDescription;
import org.nifiquantum.services.api.BackendException;
import org.nifiquantum.services.api.JobEstimate;
import org.nifiquantum.services.api.JobHandle;
import org.nifiquantum.services.api.JobRequest;
import org.nifiquantum.services.api.JobResult;
import org.nifiquantum.services.api.JobState;
import org.nifiquantum.services.api.QuantumBackendService;

@Tags({"quantum", "simulator", "state vector", "circuit", "backend"})
@CapabilityDescription(
        "Runs circuits inside NiFi by exact state-vector simulation, with or without shots. Deterministic:"
                + " the same request and seed give the same result on any number of threads, and a job that a restart forgot is"
                + " computed again.")
@SystemResourceConsideration(
        resource = SystemResource.MEMORY,
        description = "A job on n qubits takes 16 bytes times 2 to the n, 16 MiB for 20 qubits, within Memory Budget.")
@SystemResourceConsideration(
        resource = SystemResource.CPU,
        description = "Concurrent Jobs threads, and for circuits of more than 14 qubits all cores.")
public class EmbeddedSimulatorService extends AbstractControllerService
        implements QuantumBackendService, VerifiableControllerService {

    static final PropertyDescriptor CONCURRENT_JOBS = new PropertyDescriptor.Builder()
            .name("Concurrent Jobs")
            .description("How many jobs run at once; others wait in the order they came.")
            .required(true)
            .defaultValue("2")
            .addValidator(StandardValidators.createLongValidator(1, 256, true))
            .build();

    static final PropertyDescriptor MEMORY_BUDGET = new PropertyDescriptor.Builder()
            .name("Memory Budget")
            .description("What state vectors and compiled circuits may take together, 512 MB for instance; half of"
                    + " NiFi's heap where it is not set. Wider circuits are refused before any memory is taken.")
            .required(false)
            .addValidator(StandardValidators.DATA_SIZE_VALIDATOR)
            .build();

    private static final List<PropertyDescriptor> PROPERTY_DESCRIPTORS = List.of(CONCURRENT_JOBS, MEMORY_BUDGET);

    private volatile EmbeddedSimulator simulator;

    @Override
    protected List<PropertyDescriptor> getSupportedPropertyDescriptors() {
        return PROPERTY_DESCRIPTORS;
    }

    @OnEnabled
    public void start(ConfigurationContext context) {
        simulator = new EmbeddedSimulator(getIdentifier(), settings(context), InstantSource.system());
    }

    private static SimulatorSettings settings(ConfigurationContext context) {
        PropertyValue memory = context.getProperty(MEMORY_BUDGET);
        long memoryBytes = memory.isSet()
                ? memory.asDataSize(DataUnit.B).longValue()
                : SimulatorSettings.ofThisMachine().memoryBytes();
        return new SimulatorSettings(context.getProperty(CONCURRENT_JOBS).asInteger(), memoryBytes);
    }

    @Override
    public List<ConfigVerificationResult> verify(
            ConfigurationContext context, ComponentLog verificationLogger, Map<String, String> variables) {
        return List.of(SimulatorVerification.of(settings(context)));
    }

    @OnDisabled
    public void stop() {
        if (simulator != null) {
            simulator.close();
        }
    }

    @Override
    public BackendDescription describe() {
        return simulator.describe();
    }

    @Override
    public JobEstimate estimate(JobRequest request) {
        return simulator.estimate(request);
    }

    @Override
    public JobHandle submit(JobRequest request) throws BackendException {
        return simulator.submit(request);
    }

    @Override
    public Optional<JobHandle> find(JobRequest request) throws BackendException {
        return simulator.find(request);
    }

    @Override
    public List<JobState> poll(List<JobHandle> handles, Duration patience) throws BackendException {
        return simulator.poll(handles, patience);
    }

    @Override
    public JobResult result(JobHandle handle) throws BackendException {
        return simulator.result(handle);
    }

    @Override
    public void cancel(JobHandle handle) {
        simulator.cancel(handle);
    }

    @Override
    public URI locate(JobHandle handle) {
        return simulator.locate(handle);
    }
}
