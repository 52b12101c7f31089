// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.testkit.compatibility;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.nifi.components.PropertyDescriptor;
import org.apache.nifi.controller.ConfigurationContext;
import org.apache.nifi.controller.ControllerService;
import org.apache.nifi.util.MockComponentLog;
import org.apache.nifi.util.MockConfigurationContext;
import org.apache.nifi.util.MockControllerServiceInitializationContext;
import org.nifiquantum.services.api.QuantumBackendService;
import org.nifiquantum.services.support.OnAmbiguousSubmission;
import org.nifiquantum.testkit.misbehaving.Dialect;
import org.nifiquantum.testkit.misbehaving.MisbehavingProvider;

/**
 * A provider's services as NiFi would enable them, with impatient settings.
 *
 * @param <S> the service
 */
final class ProviderServices<S extends QuantumBackendService> implements AutoCloseable {

    private final Supplier<S> maker;
    private final Enabling<S> enabling;
    private final Map<String, String> settings = new HashMap<>();
    private final Map<String, ControllerService> others = new HashMap<>();
    private final MockComponentLog log = new MockComponentLog("service", this);
    private final List<S> opened = new ArrayList<>();

    /** What NiFi does by annotations. */
    interface Enabling<S> {
        void connect(S service, ConfigurationContext context) throws Exception;

        void disconnect(S service);
    }

    /**
     * @param settings of the service, besides those that lead it to the provider
     */
    ProviderServices(Supplier<S> maker, Enabling<S> enabling, Map<String, String> settings) {
        this.maker = maker;
        this.enabling = enabling;
        this.settings.putAll(settings);
    }

    /** Gives the service another service under the name of a property. */
    void use(String property, ControllerService other) {
        others.put(property, other);
        settings.put(property, property);
    }

    S open(MisbehavingProvider provider, OnAmbiguousSubmission policy) throws Exception {
        S service = maker.get();
        service.initialize(new MockControllerServiceInitializationContext(service, "service", log, null));
        enabling.connect(service, context(service, provider, policy));
        opened.add(service);
        return service;
    }

    MockConfigurationContext context(S service, MisbehavingProvider provider, OnAmbiguousSubmission policy)
            throws Exception {
        Map<String, String> values = new HashMap<>(Map.of(
                "Answer Timeout",
                "1 sec",
                "Calls Per Second",
                "100000",
                "Breaker Failures",
                Integer.toString(ProviderCompatibility.BREAKER_FAILURES),
                "Probe Interval",
                "100 millis"));
        for (Dialect.Setting setting : provider.settings()) {
            values.put(setting.property(), setting.value());
        }
        values.putAll(settings);
        Map<String, String> ifKnown =
                new HashMap<>(Map.of("On Ambiguous Submission", policy.getValue(), "Lookup Time", "500 millis"));
        Map<PropertyDescriptor, String> properties = new HashMap<>();
        for (PropertyDescriptor property : service.getPropertyDescriptors()) {
            String known = ifKnown.get(property.getName());
            String value = values.getOrDefault(property.getName(), known);
            values.remove(property.getName());
            if (value != null) {
                properties.put(property, value);
            }
        }
        if (!values.isEmpty()) {
            throw new IllegalStateException("The service has no properties " + values.keySet());
        }
        MockControllerServiceInitializationContext lookup =
                new MockControllerServiceInitializationContext(service, "service", log, null);
        for (Map.Entry<String, ControllerService> other : others.entrySet()) {
            lookup.addControllerService(other.getValue(), other.getKey());
        }
        return new MockConfigurationContext(service, properties, lookup, Map.of());
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
        opened.forEach(enabling::disconnect);
    }
}
