// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.nifi.annotation.behavior.SystemResource;
import org.apache.nifi.annotation.behavior.SystemResourceConsideration;
import org.apache.nifi.annotation.documentation.CapabilityDescription;
import org.apache.nifi.annotation.documentation.Tags;
import org.apache.nifi.annotation.lifecycle.OnDisabled;
import org.apache.nifi.annotation.lifecycle.OnEnabled;
import org.apache.nifi.components.AllowableValue;
import org.apache.nifi.components.ConfigVerificationResult;
import org.apache.nifi.components.PropertyDescriptor;
import org.apache.nifi.components.PropertyValue;
import org.apache.nifi.components.ValidationContext;
import org.apache.nifi.components.ValidationResult;
import org.apache.nifi.components.Validator;
import org.apache.nifi.components.resource.ResourceCardinality;
import org.apache.nifi.components.resource.ResourceType;
import org.apache.nifi.context.PropertyContext;
import org.apache.nifi.controller.ConfigurationContext;
import org.apache.nifi.controller.VerifiableControllerService;
import org.apache.nifi.logging.ComponentLog;
import org.apache.nifi.processor.DataUnit;
import org.apache.nifi.processor.util.StandardValidators;
import org.nifiquantum.engine.simulation.MemoryBudget;
import org.nifiquantum.engine.simulation.WarmUp;
import org.nifiquantum.engine.simulation.noise.NoiseSettings;
import org.nifiquantum.engine.simulation.noise.NoiseSettings.Method;
import org.nifiquantum.services.api.QuantumBackend;
import org.nifiquantum.services.support.DelegatingBackendService;

@Tags({"quantum", "simulator", "state vector", "circuit", "backend"})
@CapabilityDescription(
        "Runs circuits inside NiFi by exact state-vector simulation, with or without shots and noise. Deterministic:"
                + " the same request and seed give the same result on any number of threads, and a job that a restart forgot is"
                + " computed again.")
@SystemResourceConsideration(
        resource = SystemResource.MEMORY,
        description = "A job on n qubits takes 16 bytes times 2 to the n, 16 MiB for 20 qubits, within Memory Budget.")
@SystemResourceConsideration(
        resource = SystemResource.CPU,
        description = "Concurrent Jobs threads, and for circuits of more than 14 qubits all cores.")
public class EmbeddedSimulatorService extends DelegatingBackendService implements VerifiableControllerService {

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

    static final PropertyDescriptor NOISE_MODEL = new PropertyDescriptor.Builder()
            .name("Noise Model")
            .description(
                    "What disturbs gates and readout, as JSON or a file with it (see Additional Details); where it is"
                            + " not set, circuits are ideal.")
            .required(false)
            .identifiesExternalResource(ResourceCardinality.SINGLE, ResourceType.TEXT, ResourceType.FILE)
            .addValidator(Validator.VALID)
            .build();

    static final PropertyDescriptor NOISE_METHOD = new PropertyDescriptor.Builder()
            .name("Noise Method")
            .description("How noise is simulated.")
            .required(true)
            .dependsOn(NOISE_MODEL)
            .allowableValues(
                    new AllowableValue(
                            Method.AUTOMATIC.name(),
                            "Automatic",
                            "Exact up to %d qubits as far as the memory allows, by trajectories beyond"
                                    .formatted(MemoryBudget.MOST_DENSITY_MATRIX_QUBITS)),
                    new AllowableValue(
                            Method.DENSITY_MATRIX.name(), "Density Matrix", "Exact; memory grows as 4 to the qubits"),
                    new AllowableValue(
                            Method.TRAJECTORIES.name(),
                            "Trajectories",
                            "The mean of random pure states, with its error; memory grows as 2 to the qubits"))
            .defaultValue(Method.AUTOMATIC.name())
            .build();

    static final PropertyDescriptor TRAJECTORIES = new PropertyDescriptor.Builder()
            .name("Trajectories")
            .description("How many random states an expectation without shots is the mean of, where it is not exact.")
            .required(true)
            .dependsOn(NOISE_MODEL)
            .defaultValue("1000")
            .addValidator(StandardValidators.createLongValidator(2, 10_000_000, true))
            .build();

    private static final List<PropertyDescriptor> PROPERTY_DESCRIPTORS =
            List.of(CONCURRENT_JOBS, MEMORY_BUDGET, NOISE_MODEL, NOISE_METHOD, TRAJECTORIES);

    private static final Duration WARM_UP = Duration.ofMillis(900);

    private volatile EmbeddedSimulator simulator;

    @Override
    protected List<PropertyDescriptor> getSupportedPropertyDescriptors() {
        return PROPERTY_DESCRIPTORS;
    }

    @OnEnabled
    public void start(ConfigurationContext context) {
        simulator = new EmbeddedSimulator(getIdentifier(), settings(context), InstantSource.system());
        Thread unused = WarmUp.start(WARM_UP);
    }

    private static SimulatorSettings settings(PropertyContext context) {
        PropertyValue memory = context.getProperty(MEMORY_BUDGET);
        long memoryBytes = memory.isSet()
                ? memory.asDataSize(DataUnit.B).longValue()
                : SimulatorSettings.ofThisMachine().memoryBytes();
        return new SimulatorSettings(context.getProperty(CONCURRENT_JOBS).asInteger(), memoryBytes, noise(context));
    }

    private static Optional<SimulatedNoise> noise(PropertyContext context) {
        PropertyValue model = context.getProperty(NOISE_MODEL);
        if (!model.isSet()) {
            return Optional.empty();
        }
        return Optional.of(new SimulatedNoise(
                NoiseModelJson.read(text(model)),
                new NoiseSettings(
                        Method.valueOf(context.getProperty(NOISE_METHOD).getValue()),
                        context.getProperty(TRAJECTORIES).asInteger())));
    }

    private static String text(PropertyValue resource) {
        try (InputStream in = resource.asResource().read()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalArgumentException("The file of Noise Model cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    protected Collection<ValidationResult> customValidate(ValidationContext context) {
        ValidationResult.Builder result = new ValidationResult.Builder().subject(NOISE_MODEL.getName());
        try {
            Optional<SimulatedNoise> unused = noise(context);
            return List.of(result.valid(true).build());
        } catch (IllegalArgumentException e) {
            return List.of(result.valid(false).explanation(e.getMessage()).build());
        }
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
    protected QuantumBackend backend() {
        return simulator;
    }
}
