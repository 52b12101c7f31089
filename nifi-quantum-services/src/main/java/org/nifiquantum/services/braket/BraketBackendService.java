// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.braket;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.nifi.annotation.documentation.CapabilityDescription;
import org.apache.nifi.annotation.documentation.Tags;
import org.apache.nifi.annotation.lifecycle.OnDisabled;
import org.apache.nifi.annotation.lifecycle.OnEnabled;
import org.apache.nifi.components.ConfigVerificationResult;
import org.apache.nifi.components.PropertyDescriptor;
import org.apache.nifi.context.PropertyContext;
import org.apache.nifi.controller.ConfigurationContext;
import org.apache.nifi.controller.VerifiableControllerService;
import org.apache.nifi.logging.ComponentLog;
import org.nifiquantum.services.api.QuantumBackend;
import org.nifiquantum.services.support.DelegatingBackendService;
import org.nifiquantum.services.support.HttpTransport;
import org.nifiquantum.services.support.ProviderProperties;

@Tags({
    "quantum",
    "aws",
    "amazon",
    "braket",
    "circuit",
    "backend",
    "provider",
    "cloud",
    "qpu",
    "ionq",
    "iqm",
    "rigetti",
    "aqt"
})
@CapabilityDescription(
        "Runs circuits on the simulators and QPUs of Amazon Braket. Each submission carries a token by which Braket"
                + " tells a repetition, so that a task is never paid twice; calls that may pass are repeated, and a"
                + " service that is out of order is not called any more until it has recovered. Results come from an S3"
                + " bucket of yours.")
public class BraketBackendService extends DelegatingBackendService implements VerifiableControllerService {

    private volatile Optional<Connection> connection = Optional.empty();

    /** What is open while the service is enabled. */
    private record Connection(
            HttpTransport transport, BraketClient client, BraketBackend backend, QuantumBackend withinBudget)
            implements AutoCloseable {

        @Override
        public void close() {
            backend.close();
            client.close();
            transport.close();
        }
    }

    @Override
    protected List<PropertyDescriptor> getSupportedPropertyDescriptors() {
        return BraketProperties.ALL;
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
        BraketClient client =
                new BraketClient(BraketProperties.endpoints(context), BraketProperties.credentials(context), transport);
        BraketBackend backend = new BraketBackend(
                client,
                BraketProperties.settings(context),
                ProviderProperties.resilience(context),
                ProviderProperties.duration(context, ProviderProperties.DESCRIPTION_AGE),
                log,
                InstantSource.system());
        return new Connection(transport, client, backend, ProviderProperties.withinBudget(context, backend));
    }

    @Override
    public List<ConfigVerificationResult> verify(
            ConfigurationContext context, ComponentLog verificationLogger, Map<String, String> variables) {
        try (Connection trial = open(context, verificationLogger)) {
            return BraketVerification.of(trial.client(), trial.backend(), BraketProperties.settings(context));
        }
    }

    @Override
    protected QuantumBackend backend() {
        return connection
                .orElseThrow(() -> new IllegalStateException("The service is not enabled"))
                .withinBudget();
    }
}
