// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.ionq;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.nifi.annotation.documentation.CapabilityDescription;
import org.apache.nifi.annotation.documentation.Tags;
import org.apache.nifi.annotation.lifecycle.OnDisabled;
import org.apache.nifi.annotation.lifecycle.OnEnabled;
import org.apache.nifi.components.AllowableValue;
import org.apache.nifi.components.ConfigVerificationResult;
import org.apache.nifi.components.PropertyDescriptor;
import org.apache.nifi.components.PropertyValue;
import org.apache.nifi.context.PropertyContext;
import org.apache.nifi.controller.ConfigurationContext;
import org.apache.nifi.controller.VerifiableControllerService;
import org.apache.nifi.logging.ComponentLog;
import org.apache.nifi.processor.util.StandardValidators;
import org.nifiquantum.services.api.QuantumBackend;
import org.nifiquantum.services.support.DelegatingBackendService;
import org.nifiquantum.services.support.ExactlyOnce;
import org.nifiquantum.services.support.HttpTransport;
import org.nifiquantum.services.support.ProviderProperties;
import org.nifiquantum.services.support.ProviderUrl;
import org.nifiquantum.services.support.Secret;

@Tags({"quantum", "ionq", "circuit", "backend", "provider", "cloud", "qpu"})
@CapabilityDescription(
        "Runs circuits on IonQ's simulator and trapped-ion devices by IonQ's cloud API, version 0.4. Repeats calls"
                + " that may pass, stops calling a provider that is out of order, and looks a submission up whose answer"
                + " was lost instead of paying for it twice.")
public class IonqBackendService extends DelegatingBackendService implements VerifiableControllerService {

    static final PropertyDescriptor API_KEY = new PropertyDescriptor.Builder()
            .name("API Key")
            .description("Of a project in IonQ's console. Best given by a sensitive parameter.")
            .required(true)
            .sensitive(true)
            .addValidator(StandardValidators.NON_BLANK_VALIDATOR)
            .build();

    static final PropertyDescriptor BACKEND = new PropertyDescriptor.Builder()
            .name("Backend")
            .description("IonQ's name of it: simulator (free of charge), qpu.forte-1, qpu.forte-enterprise-1 or a newer"
                    + " one.")
            .required(true)
            .defaultValue("simulator")
            .addValidator(StandardValidators.createRegexMatchingValidator(Pattern.compile("[A-Za-z0-9._-]{1,100}")))
            .build();

    static final PropertyDescriptor NOISE_MODEL = new PropertyDescriptor.Builder()
            .name("Noise Model")
            .description("Of IonQ's simulator, forte-1 for instance; without noise where it is not set.")
            .required(false)
            .dependsOn(BACKEND, "simulator")
            .addValidator(StandardValidators.NON_BLANK_VALIDATOR)
            .build();

    static final PropertyDescriptor DEBIASING = new PropertyDescriptor.Builder()
            .name("Debiasing")
            .description(
                    "Whether IonQ mitigates errors by debiasing, which takes 500 shots or more and changes the price;"
                            + " IonQ decides where it is not set.")
            .required(false)
            .allowableValues(new AllowableValue("true", "On"), new AllowableValue("false", "Off"))
            .build();

    static final PropertyDescriptor CIRCUIT_FORM = new PropertyDescriptor.Builder()
            .name("Circuit Form")
            .description("How circuits are written for IonQ. What a run asks for is the same in every form.")
            .required(true)
            .allowableValues(CircuitForm.class)
            .defaultValue(CircuitForm.QIS)
            .build();

    static final PropertyDescriptor PROVIDER_URL = new PropertyDescriptor.Builder()
            .name("Provider URL")
            .description("IonQ's address with the version of the API. Another one is for rehearsals: see \"quantum"
                    + " provider\".")
            .required(true)
            .defaultValue("https://api.ionq.co/v0.4")
            .addValidator(ProviderUrl.VALIDATOR)
            .build();

    static final PropertyDescriptor LOOKUP_PAGES = new PropertyDescriptor.Builder()
            .name("Lookup Pages")
            .description("How many pages of 25 jobs are read in search of a submission whose answer was lost.")
            .required(true)
            .defaultValue("40")
            .addValidator(StandardValidators.createLongValidator(1, 10_000, true))
            .build();

    private static final List<PropertyDescriptor> PROPERTY_DESCRIPTORS = Stream.concat(
                    Stream.of(API_KEY, BACKEND, NOISE_MODEL, DEBIASING, CIRCUIT_FORM, PROVIDER_URL, LOOKUP_PAGES),
                    ProviderProperties.ALL.stream())
            .toList();

    private volatile Optional<Connection> connection = Optional.empty();

    /** What is open while the service is enabled. */
    private record Connection(
            HttpTransport transport, IonqClient client, IonqBackend backend, QuantumBackend withinBudget)
            implements AutoCloseable {

        @Override
        public void close() {
            backend.close();
            transport.close();
        }
    }

    @Override
    protected List<PropertyDescriptor> getSupportedPropertyDescriptors() {
        return PROPERTY_DESCRIPTORS;
    }

    @OnEnabled
    public void connect(ConfigurationContext context) {
        connection = Optional.of(open(context, getLogger()));
    }

    @OnDisabled
    public void disconnect() {
        connection.ifPresent(Connection::close);
        connection = Optional.empty();
    }

    private static Connection open(PropertyContext context, ComponentLog log) {
        HttpTransport transport = new HttpTransport(ProviderProperties.transport(context));
        IonqClient client = new IonqClient(
                URI.create(context.getProperty(PROVIDER_URL).getValue().replaceFirst("/+$", "")),
                new Secret(context.getProperty(API_KEY).getValue().trim()),
                transport);
        IonqBackend backend = new IonqBackend(
                client,
                settings(context),
                ProviderProperties.resilience(context),
                new ExactlyOnce(
                        "IonQ",
                        ProviderProperties.onAmbiguousSubmission(context),
                        ProviderProperties.duration(context, ProviderProperties.LOOKUP_TIME),
                        log),
                ProviderProperties.duration(context, ProviderProperties.DESCRIPTION_AGE),
                log,
                InstantSource.system());
        return new Connection(transport, client, backend, ProviderProperties.withinBudget(context, backend));
    }

    private static IonqSettings settings(PropertyContext context) {
        PropertyValue debiasing = context.getProperty(DEBIASING);
        return new IonqSettings(
                context.getProperty(BACKEND).getValue(),
                Optional.ofNullable(context.getProperty(NOISE_MODEL).getValue()),
                debiasing.isSet() ? Optional.of(debiasing.asBoolean()) : Optional.empty(),
                CircuitForm.valueOf(context.getProperty(CIRCUIT_FORM).getValue()),
                ProviderProperties.duration(context, ProviderProperties.CALL_DEADLINE),
                context.getProperty(LOOKUP_PAGES).asInteger());
    }

    @Override
    public List<ConfigVerificationResult> verify(
            ConfigurationContext context, ComponentLog verificationLogger, Map<String, String> variables) {
        try (Connection trial = open(context, verificationLogger)) {
            return IonqVerification.of(trial.client(), trial.backend(), settings(context));
        }
    }

    @Override
    protected QuantumBackend backend() {
        return connection
                .orElseThrow(() -> new IllegalStateException("The service is not enabled"))
                .withinBudget();
    }
}
