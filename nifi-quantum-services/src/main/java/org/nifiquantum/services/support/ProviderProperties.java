// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.support;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.nifi.components.PropertyDescriptor;
import org.apache.nifi.components.PropertyValue;
import org.apache.nifi.context.PropertyContext;
import org.apache.nifi.processor.util.StandardValidators;
import org.apache.nifi.proxy.ProxyConfiguration;
import org.apache.nifi.proxy.ProxyConfigurationService;
import org.apache.nifi.ssl.SSLContextProvider;
import org.nifiquantum.services.api.QuantumBackend;
import org.nifiquantum.services.api.QuantumBudgetService;

/** The properties that services of all providers have in common, and what they say. */
public final class ProviderProperties {

    public static final PropertyDescriptor ON_AMBIGUOUS_SUBMISSION = new PropertyDescriptor.Builder()
            .name("On Ambiguous Submission")
            .description(
                    "What to do where the answer to a submission was lost and the provider's list of jobs does not show"
                            + " it within Lookup Time.")
            .required(true)
            .allowableValues(OnAmbiguousSubmission.class)
            .defaultValue(OnAmbiguousSubmission.GIVE_UP)
            .build();

    public static final PropertyDescriptor LOOKUP_TIME = new PropertyDescriptor.Builder()
            .name("Lookup Time")
            .description("How long a submission whose answer was lost is looked for among the provider's jobs.")
            .required(true)
            .defaultValue("5 secs")
            .addValidator(StandardValidators.TIME_PERIOD_VALIDATOR)
            .build();

    public static final PropertyDescriptor CALL_DEADLINE = new PropertyDescriptor.Builder()
            .name("Call Deadline")
            .description("How long a call is repeated before the run goes to \"unavailable\".")
            .required(true)
            .defaultValue("15 secs")
            .addValidator(StandardValidators.TIME_PERIOD_VALIDATOR)
            .build();

    public static final PropertyDescriptor ATTEMPTS = new PropertyDescriptor.Builder()
            .name("Attempts")
            .description("How often a call that may be repeated is made in all, with growing random waits in between.")
            .required(true)
            .defaultValue("4")
            .addValidator(StandardValidators.createLongValidator(1, 20, true))
            .build();

    public static final PropertyDescriptor ANSWER_TIMEOUT = new PropertyDescriptor.Builder()
            .name("Answer Timeout")
            .description("How long one answer may take, to its last byte.")
            .required(true)
            .defaultValue("30 secs")
            .addValidator(StandardValidators.TIME_PERIOD_VALIDATOR)
            .build();

    public static final PropertyDescriptor CALLS_PER_SECOND = new PropertyDescriptor.Builder()
            .name("Calls Per Second")
            .description("Of all processors that use this service together, on this node.")
            .required(true)
            .defaultValue("10")
            .addValidator(StandardValidators.createLongValidator(1, 100_000, true))
            .build();

    public static final PropertyDescriptor CONCURRENT_CALLS = new PropertyDescriptor.Builder()
            .name("Concurrent Calls")
            .description("Of all processors that use this service together, on this node.")
            .required(true)
            .defaultValue("8")
            .addValidator(StandardValidators.createLongValidator(1, 1_000, true))
            .build();

    public static final PropertyDescriptor BREAKER_FAILURES = new PropertyDescriptor.Builder()
            .name("Breaker Failures")
            .description("After so many failed calls in a row the provider is not called any more, until a probe of its"
                    + " health succeeds; runs go to \"unavailable\" at once.")
            .required(true)
            .defaultValue("5")
            .addValidator(StandardValidators.createLongValidator(1, 10_000, true))
            .build();

    public static final PropertyDescriptor PROBE_INTERVAL = new PropertyDescriptor.Builder()
            .name("Probe Interval")
            .description("How often the provider's health is probed while the breaker is open.")
            .required(true)
            .defaultValue("15 secs")
            .addValidator(StandardValidators.TIME_PERIOD_VALIDATOR)
            .build();

    public static final PropertyDescriptor DESCRIPTION_AGE = new PropertyDescriptor.Builder()
            .name("Description Age")
            .description("How old what is known of the backend may be before the provider is asked again.")
            .required(true)
            .defaultValue("10 mins")
            .addValidator(StandardValidators.TIME_PERIOD_VALIDATOR)
            .build();

    public static final PropertyDescriptor SSL_CONTEXT_SERVICE = new PropertyDescriptor.Builder()
            .name("SSL Context Service")
            .description("Whose certificates are trusted; where it is not set, those that the Java runtime trusts.")
            .required(false)
            .identifiesControllerService(SSLContextProvider.class)
            .build();

    public static final PropertyDescriptor PROXY_CONFIGURATION_SERVICE = new PropertyDescriptor.Builder()
            .name("Proxy Configuration Service")
            .description("The HTTP proxy to the provider, without a password; where it is not set, that of the Java"
                    + " runtime.")
            .required(false)
            .identifiesControllerService(ProxyConfigurationService.class)
            .build();

    public static final PropertyDescriptor BUDGET = new PropertyDescriptor.Builder()
            .name("Budget")
            .description(
                    "What jobs may cost, together with those of all other services that name the same budget; where it"
                            + " is not set, the only limit is the provider's own.")
            .required(false)
            .identifiesControllerService(QuantumBudgetService.class)
            .build();

    /** Of providers that can tell a repeated submission from a new one; in the order in which they are shown. */
    public static final List<PropertyDescriptor> OF_IDEMPOTENT = List.of(
            BUDGET,
            CALL_DEADLINE,
            ATTEMPTS,
            ANSWER_TIMEOUT,
            CALLS_PER_SECOND,
            CONCURRENT_CALLS,
            BREAKER_FAILURES,
            PROBE_INTERVAL,
            DESCRIPTION_AGE,
            SSL_CONTEXT_SERVICE,
            PROXY_CONFIGURATION_SERVICE);

    /** Of all others. */
    public static final List<PropertyDescriptor> ALL = Stream.concat(
                    Stream.of(ON_AMBIGUOUS_SUBMISSION, LOOKUP_TIME), OF_IDEMPOTENT.stream())
            .toList();

    private ProviderProperties() {}

    /** The backend, kept within the budget that is named; the same one where none is. */
    public static QuantumBackend withinBudget(PropertyContext context, QuantumBackend backend) {
        PropertyValue budget = context.getProperty(BUDGET);
        return budget.isSet()
                ? new BudgetedBackend(backend, budget.asControllerService(QuantumBudgetService.class))
                : backend;
    }

    public static ResilienceSettings resilience(PropertyContext context) {
        return ResilienceSettings.DEFAULT
                .withAttempts(context.getProperty(ATTEMPTS).asInteger())
                .withCallsPerSecond(context.getProperty(CALLS_PER_SECOND).asInteger())
                .withConcurrentCalls(context.getProperty(CONCURRENT_CALLS).asInteger())
                .withBreaker(context.getProperty(BREAKER_FAILURES).asInteger(), duration(context, PROBE_INTERVAL));
    }

    public static TransportSettings transport(PropertyContext context) {
        TransportSettings settings = TransportSettings.DEFAULT;
        settings = settings.withLimits(settings.connectLimit(), duration(context, ANSWER_TIMEOUT));
        PropertyValue tls = context.getProperty(SSL_CONTEXT_SERVICE);
        if (tls.isSet()) {
            settings = settings.withTls(
                    tls.asControllerService(SSLContextProvider.class).createContext());
        }
        Optional<InetSocketAddress> proxy = proxy(context.getProperty(PROXY_CONFIGURATION_SERVICE));
        return proxy.isPresent() ? settings.withProxy(proxy.get()) : settings;
    }

    private static Optional<InetSocketAddress> proxy(PropertyValue service) {
        if (!service.isSet()) {
            return Optional.empty();
        }
        ProxyConfiguration proxy =
                service.asControllerService(ProxyConfigurationService.class).getConfiguration();
        if (proxy.getProxyType() == Proxy.Type.DIRECT) {
            return Optional.empty();
        }
        if (proxy.getProxyType() != Proxy.Type.HTTP || proxy.hasCredential()) {
            throw new IllegalArgumentException(
                    "Proxy Configuration Service: only HTTP proxies without a password can be used");
        }
        return Optional.of(InetSocketAddress.createUnresolved(proxy.getProxyServerHost(), proxy.getProxyServerPort()));
    }

    public static OnAmbiguousSubmission onAmbiguousSubmission(PropertyContext context) {
        return OnAmbiguousSubmission.valueOf(
                context.getProperty(ON_AMBIGUOUS_SUBMISSION).getValue());
    }

    public static Duration duration(PropertyContext context, PropertyDescriptor property) {
        return context.getProperty(property).asDuration();
    }
}
