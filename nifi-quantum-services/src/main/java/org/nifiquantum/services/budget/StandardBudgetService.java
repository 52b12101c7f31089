// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.budget;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.nifi.annotation.behavior.Stateful;
import org.apache.nifi.annotation.documentation.CapabilityDescription;
import org.apache.nifi.annotation.documentation.Tags;
import org.apache.nifi.annotation.lifecycle.OnDisabled;
import org.apache.nifi.annotation.lifecycle.OnEnabled;
import org.apache.nifi.annotation.lifecycle.OnShutdown;
import org.apache.nifi.components.ConfigVerificationResult;
import org.apache.nifi.components.ConfigVerificationResult.Outcome;
import org.apache.nifi.components.PropertyDescriptor;
import org.apache.nifi.components.PropertyValue;
import org.apache.nifi.components.ValidationContext;
import org.apache.nifi.components.ValidationResult;
import org.apache.nifi.components.state.Scope;
import org.apache.nifi.context.PropertyContext;
import org.apache.nifi.controller.AbstractControllerService;
import org.apache.nifi.controller.ConfigurationContext;
import org.apache.nifi.controller.NodeTypeProvider;
import org.apache.nifi.controller.VerifiableControllerService;
import org.apache.nifi.logging.ComponentLog;
import org.apache.nifi.processor.util.StandardValidators;
import org.nifiquantum.services.api.BackendException;
import org.nifiquantum.services.api.Money;
import org.nifiquantum.services.api.QuantumBudgetService;

@Tags({"quantum", "budget", "cost", "limit", "quota", "governance"})
@CapabilityDescription(
        "Limits what quantum jobs may cost: each, in a day and in a month, over all backends that name this budget and all nodes of a"
                + " cluster. What a job may cost is set aside before it is sent, replaced by its cost when its result is there, and freed if it"
                + " fails. A job that would be too much is not sent: SubmitCircuit routes its run to \"declined\". What is spent stands in the"
                + " state of this service, and Verify tells it.")
@Stateful(
        scopes = {Scope.LOCAL, Scope.CLUSTER},
        description =
                "This node's ledger, \"day.used\" and \"month.used\" with one line for each job that has not ended; in a cluster also what"
                        + " each node holds, \"day.leased\" and \"month.leased\". Clearing it forgets what was spent.")
public class StandardBudgetService extends AbstractControllerService
        implements QuantumBudgetService, VerifiableControllerService {

    static final PropertyDescriptor UNIT = new PropertyDescriptor.Builder()
            .name("Unit")
            .description(
                    "What costs are told in: a currency, USD for instance, or the provider's own unit. Backends whose costs are"
                            + " in another one need another budget.")
            .required(true)
            .defaultValue("USD")
            .addValidator(StandardValidators.NON_BLANK_VALIDATOR)
            .build();

    static final PropertyDescriptor LIMIT_PER_JOB =
            limit("Limit Per Job", "What one job may cost, as it is estimated.");

    static final PropertyDescriptor LIMIT_PER_DAY =
            limit("Limit Per Day", "What all jobs that are submitted in one day may cost together.");

    static final PropertyDescriptor LIMIT_PER_MONTH =
            limit("Limit Per Month", "What all jobs that are submitted in one month may cost together.");

    static final PropertyDescriptor ASSUMED_COST = new PropertyDescriptor.Builder()
            .name("Assumed Cost")
            .description("Of a job whose backend tells none. 0 where that means that it is free, as with simulators.")
            .required(true)
            .defaultValue("0")
            .addValidator(StandardBudgetService::amount)
            .build();

    static final PropertyDescriptor TIME_ZONE = new PropertyDescriptor.Builder()
            .name("Time Zone")
            .description("Decides when a day begins: UTC, or a name such as Europe/Berlin.")
            .required(true)
            .defaultValue("UTC")
            .addValidator(StandardBudgetService::zone)
            .build();

    private static final List<PropertyDescriptor> PROPERTY_DESCRIPTORS =
            List.of(UNIT, LIMIT_PER_JOB, LIMIT_PER_DAY, LIMIT_PER_MONTH, ASSUMED_COST, TIME_ZONE);

    private final InstantSource clock;
    private volatile Optional<Enabled> enabled = Optional.empty();

    /** What is there while the service is enabled. */
    private record Enabled(Budget budget, ScheduledExecutorService ticks) {}

    public StandardBudgetService() {
        this(InstantSource.system());
    }

    StandardBudgetService(InstantSource clock) {
        this.clock = clock;
    }

    private static PropertyDescriptor limit(String name, String description) {
        return new PropertyDescriptor.Builder()
                .name(name)
                .description(description + " Where it is not set, there is no such limit.")
                .required(false)
                .addValidator(StandardBudgetService::amount)
                .build();
    }

    private static ValidationResult amount(String subject, String input, ValidationContext context) {
        return new ValidationResult.Builder()
                .subject(subject)
                .input(input)
                .valid(isAmount(input))
                .explanation("must be a number, 0 or more")
                .build();
    }

    private static boolean isAmount(String input) {
        try {
            return new BigDecimal(input.strip()).signum() >= 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static ValidationResult zone(String subject, String input, ValidationContext context) {
        ValidationResult.Builder result =
                new ValidationResult.Builder().subject(subject).input(input);
        try {
            ZoneId known = ZoneId.of(input.strip());
            return result.valid(true).explanation(known.getId()).build();
        } catch (DateTimeException e) {
            return result.valid(false).explanation(e.getMessage()).build();
        }
    }

    @Override
    protected List<PropertyDescriptor> getSupportedPropertyDescriptors() {
        return PROPERTY_DESCRIPTORS;
    }

    @Override
    protected Collection<ValidationResult> customValidate(ValidationContext context) {
        boolean limited = List.of(LIMIT_PER_JOB, LIMIT_PER_DAY, LIMIT_PER_MONTH).stream()
                .anyMatch(limit -> context.getProperty(limit).isSet());
        return limited
                ? List.of()
                : List.of(new ValidationResult.Builder()
                        .subject("Limits")
                        .valid(false)
                        .explanation("none is set; set Limit Per Job, Limit Per Day or Limit Per Month")
                        .build());
    }

    private static BudgetSettings settings(PropertyContext context) {
        Map<Span, BigDecimal> limits = new EnumMap<>(Span.class);
        value(context, LIMIT_PER_DAY).ifPresent(limit -> limits.put(Span.DAY, limit));
        value(context, LIMIT_PER_MONTH).ifPresent(limit -> limits.put(Span.MONTH, limit));
        return new BudgetSettings(
                context.getProperty(UNIT).getValue().strip(),
                value(context, LIMIT_PER_JOB),
                limits,
                value(context, ASSUMED_COST).orElseThrow(),
                ZoneId.of(context.getProperty(TIME_ZONE).getValue().strip()));
    }

    private static Optional<BigDecimal> value(PropertyContext context, PropertyDescriptor property) {
        PropertyValue value = context.getProperty(property);
        return value.isSet() ? Optional.of(new BigDecimal(value.getValue().strip())) : Optional.empty();
    }

    @OnEnabled
    public void open(ConfigurationContext context) throws IOException {
        Budget budget = Budget.open(settings(context), getStateManager(), clusterNode(), clock, getLogger());
        ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("budget-", 0).factory());
        ScheduledFuture<?> unused =
                ticks.scheduleWithFixedDelay(() -> tick(budget), 0, Budget.TICK.toMillis(), TimeUnit.MILLISECONDS);
        enabled = Optional.of(new Enabled(budget, ticks));
    }

    private void tick(Budget budget) {
        try {
            budget.tick();
        } catch (RuntimeException e) {
            // An exception that left would end all further ticks, and with them leases.
            getLogger().error("The budget cannot be kept up", e);
        }
    }

    /** The name of this node in its cluster; empty where NiFi stands alone. */
    private Optional<String> clusterNode() {
        NodeTypeProvider nodes = getNodeTypeProvider();
        return nodes.isConfiguredForClustering() || nodes.isClustered()
                ? Optional.of(nodes.getCurrentNode().orElse("node"))
                : Optional.empty();
    }

    @OnDisabled
    @OnShutdown
    public void close() {
        enabled.ifPresent(open -> {
            // Waits for a tick that runs, so that the last word is that of closing.
            open.ticks().close();
            open.budget().close();
        });
        enabled = Optional.empty();
    }

    @Override
    public List<ConfigVerificationResult> verify(
            ConfigurationContext context, ComponentLog verificationLogger, Map<String, String> variables) {
        List<ConfigVerificationResult> results = new ArrayList<>();
        try {
            Budget budget = Budget.open(settings(context), getStateManager(), clusterNode(), clock, verificationLogger);
            budget.report().forEach((span, line) -> results.add(result("Tell the " + span.text(), line)));
        } catch (IOException | IllegalStateException e) {
            results.add(new ConfigVerificationResult.Builder()
                    .verificationStepName("Read the State")
                    .outcome(Outcome.FAILED)
                    .explanation(e.getMessage())
                    .build());
        }
        return results;
    }

    private static ConfigVerificationResult result(String step, String explanation) {
        return new ConfigVerificationResult.Builder()
                .verificationStepName(step)
                .outcome(Outcome.SUCCESSFUL)
                .explanation(explanation)
                .build();
    }

    private Budget budget() {
        return enabled.orElseThrow(() -> new IllegalStateException("The service is not enabled"))
                .budget();
    }

    @Override
    public boolean reserve(String submissionKey, Optional<Money> cost) throws BackendException {
        return budget().reserve(submissionKey, cost);
    }

    @Override
    public void settle(String submissionKey, Optional<Money> cost) {
        budget().settle(submissionKey, cost);
    }

    @Override
    public void release(String submissionKey) {
        budget().release(submissionKey);
    }
}
