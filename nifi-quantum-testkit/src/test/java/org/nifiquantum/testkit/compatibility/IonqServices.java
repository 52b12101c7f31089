// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.testkit.compatibility;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.nifi.components.PropertyDescriptor;
import org.apache.nifi.util.MockComponentLog;
import org.apache.nifi.util.MockConfigurationContext;
import org.apache.nifi.util.MockControllerServiceInitializationContext;
import org.nifiquantum.services.ionq.IonqBackendService;
import org.nifiquantum.services.support.OnAmbiguousSubmission;
import org.nifiquantum.testkit.misbehaving.MisbehavingProvider;

/** IonQ's services as NiFi would enable them, with impatient settings. */
final class IonqServices implements AutoCloseable {

    private final String apiKey;
    private final MockComponentLog log = new MockComponentLog("ionq", this);
    private final List<IonqBackendService> opened = new ArrayList<>();

    IonqServices(String apiKey) {
        this.apiKey = apiKey;
    }

    IonqBackendService open(MisbehavingProvider provider, OnAmbiguousSubmission policy) throws Exception {
        IonqBackendService service = new IonqBackendService();
        service.initialize(new MockControllerServiceInitializationContext(service, "ionq", log, null));
        service.connect(context(service, provider, policy));
        opened.add(service);
        return service;
    }

    MockConfigurationContext context(
            IonqBackendService service, MisbehavingProvider provider, OnAmbiguousSubmission policy) {
        Map<String, String> values = new HashMap<>(Map.of(
                "API Key",
                apiKey,
                "Provider URL",
                provider.uri().toString(),
                "On Ambiguous Submission",
                policy.getValue(),
                "Lookup Time",
                "500 millis",
                "Answer Timeout",
                "1 sec",
                "Calls Per Second",
                "100000",
                "Breaker Failures",
                Integer.toString(ProviderCompatibility.BREAKER_FAILURES),
                "Probe Interval",
                "100 millis"));
        Map<PropertyDescriptor, String> properties = new HashMap<>();
        for (PropertyDescriptor property : service.getPropertyDescriptors()) {
            String value = values.remove(property.getName());
            if (value != null) {
                properties.put(property, value);
            }
        }
        if (!values.isEmpty()) {
            throw new IllegalStateException("The service has no properties " + values.keySet());
        }
        return new MockConfigurationContext(service, properties, null, Map.of());
    }

    String log() {
        return Stream.of(
                        log.getTraceMessages(),
                        log.getDebugMessages(),
                        log.getInfoMessages(),
                        log.getWarnMessages(),
                        log.getErrorMessages())
                .flatMap(List::stream)
                .map(message -> message.getMsg() + " " + message.getThrowable())
                .collect(Collectors.joining("\n"));
    }

    @Override
    public void close() {
        opened.forEach(IonqBackendService::disconnect);
    }
}
