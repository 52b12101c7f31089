// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.processors;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.apache.nifi.components.AllowableValue;
import org.apache.nifi.components.PropertyDescriptor;
import org.apache.nifi.components.PropertyValue;
import org.apache.nifi.context.PropertyContext;
import org.apache.nifi.processor.util.StandardValidators;
import org.nifiquantum.optimization.optimizer.OptimizerMethod;
import org.nifiquantum.optimization.optimizer.Tuning;
import org.nifiquantum.run.document.RunException;
import org.nifiquantum.run.step.Aggregation;
import org.nifiquantum.run.step.OptimizeSettings;
import org.nifiquantum.run.step.OptimizeSettings.ParameterBounds;
import org.nifiquantum.run.step.OptimizeSettings.Stops;
import org.nifiquantum.run.step.OptimizeSettings.Value;
import org.nifiquantum.services.api.Money;

/** The properties of ClassicalOptimize, and the settings they make. */
final class OptimizeProperties {

    static final PropertyDescriptor OPTIMIZER = new PropertyDescriptor.Builder()
            .name("Optimizer")
            .description("How the next parameters are chosen. A run keeps the one it began with.")
            .required(true)
            .allowableValues(Choices.optimizers())
            .defaultValue(OptimizerMethod.COBYLA.name())
            .build();

    static final PropertyDescriptor POPULATION = new PropertyDescriptor.Builder()
            .name("Population")
            .description(
                    "Points of a generation, which is one submission; at least 4. Unset: 4 + 3 ln n for n parameters.")
            .required(false)
            .addValidator(StandardValidators.createLongValidator(4, 10_000, true))
            .dependsOn(OPTIMIZER, choice(OptimizerMethod.CMA_ES))
            .build();

    static final PropertyDescriptor BLOCKING = new PropertyDescriptor.Builder()
            .name("Blocking")
            .description(
                    "Whether a step that made the value worse by more than two standard errors is taken back. Costs a"
                            + " third evaluation in each iteration.")
            .required(true)
            .allowableValues("true", "false")
            .defaultValue("false")
            .dependsOn(OPTIMIZER, choice(OptimizerMethod.SPSA))
            .build();

    static final PropertyDescriptor STARTS = new PropertyDescriptor.Builder()
            .name("Starts")
            .description(
                    "From how many points the optimiser begins, one after the other, each with an equal share of the"
                            + " evaluations: the encoder's angles, then random ones between the bounds, or within half a turn.")
            .required(true)
            .defaultValue("1")
            .addValidator(StandardValidators.POSITIVE_INTEGER_VALIDATOR)
            .dependsOn(OPTIMIZER, searches())
            .build();

    static final PropertyDescriptor AGGREGATION = new PropertyDescriptor.Builder()
            .name("Aggregation")
            .description(
                    "How the value that is minimised comes from what was measured. Optimisers that use gradients take"
                            + " the expectation.")
            .required(true)
            .allowableValues(Choices.aggregations())
            .defaultValue(Aggregation.EXPECTATION.name())
            .build();

    static final PropertyDescriptor CVAR_ALPHA = new PropertyDescriptor.Builder()
            .name("CVaR Alpha")
            .description("The share of the best measurements whose mean is minimised, above 0 and at most 1.")
            .required(true)
            .defaultValue("0.25")
            .addValidator(CommonProperties::positiveNumber)
            .dependsOn(AGGREGATION, choice(Aggregation.CVAR))
            .build();

    static final PropertyDescriptor INITIAL_STEP = new PropertyDescriptor.Builder()
            .name("Initial Step")
            .description("How far from the first parameters the optimiser looks around at first, in radians.")
            .required(true)
            .defaultValue("0.1")
            .addValidator(CommonProperties::positiveNumber)
            .build();

    static final PropertyDescriptor TOLERANCE = new PropertyDescriptor.Builder()
            .name("Tolerance")
            .description("The run stops when steps become smaller than this, in radians.")
            .required(true)
            .defaultValue("0.001")
            .addValidator(CommonProperties::positiveNumber)
            .build();

    static final PropertyDescriptor LOWER_BOUNDS = new PropertyDescriptor.Builder()
            .name("Lower Bounds")
            .description("The least value of the parameters, in radians: one number for all, or one for each, separated"
                    + " by commas. Needs Upper Bounds.")
            .required(false)
            .addValidator(StandardValidators.NON_BLANK_VALIDATOR)
            .build();

    static final PropertyDescriptor UPPER_BOUNDS = new PropertyDescriptor.Builder()
            .name("Upper Bounds")
            .description(
                    "The largest value of the parameters, in radians: one number for all, or one for each, separated"
                            + " by commas. Needs Lower Bounds.")
            .required(false)
            .addValidator(StandardValidators.NON_BLANK_VALIDATOR)
            .build();

    static final PropertyDescriptor MAXIMUM_EVALUATIONS = new PropertyDescriptor.Builder()
            .name("Maximum Evaluations")
            .description("The run stops after this many evaluations of the circuit at the latest.")
            .required(true)
            .defaultValue("100")
            .addValidator(StandardValidators.POSITIVE_INTEGER_VALIDATOR)
            .build();

    static final PropertyDescriptor TARGET_OBJECTIVE = new PropertyDescriptor.Builder()
            .name("Target Objective")
            .description("The run stops once an expectation reaches this objective, in the problem's own measure.")
            .required(false)
            .addValidator(StandardValidators.NUMBER_VALIDATOR)
            .build();

    static final PropertyDescriptor PATIENCE = new PropertyDescriptor.Builder()
            .name("Patience")
            .description("The run stops once this many evaluations in a row brought nothing better than noise would.")
            .required(false)
            .addValidator(StandardValidators.POSITIVE_INTEGER_VALIDATOR)
            .build();

    static final PropertyDescriptor MAXIMUM_TIME = new PropertyDescriptor.Builder()
            .name("Maximum Time")
            .description("The run stops this long after its problem arrived, queues included.")
            .required(false)
            .addValidator(StandardValidators.TIME_PERIOD_VALIDATOR)
            .build();

    static final PropertyDescriptor MAXIMUM_COST = new PropertyDescriptor.Builder()
            .name("Maximum Cost")
            .description(
                    "The run stops before a further job like the last would make all its jobs cost more than this: an"
                            + " amount and a currency, such as 5.00 USD.")
            .required(false)
            .addValidator(StandardValidators.NON_BLANK_VALIDATOR)
            .build();

    /** In the order in which NiFi shows them. */
    static final List<PropertyDescriptor> ALL = List.of(
            OPTIMIZER,
            POPULATION,
            BLOCKING,
            STARTS,
            AGGREGATION,
            CVAR_ALPHA,
            MAXIMUM_EVALUATIONS,
            INITIAL_STEP,
            TOLERANCE,
            LOWER_BOUNDS,
            UPPER_BOUNDS,
            TARGET_OBJECTIVE,
            PATIENCE,
            MAXIMUM_TIME,
            MAXIMUM_COST);

    private OptimizeProperties() {}

    private static AllowableValue[] choice(OptimizerMethod method) {
        return new AllowableValue[] {Choices.of(method)};
    }

    private static AllowableValue[] choice(Aggregation aggregation) {
        return new AllowableValue[] {Choices.of(aggregation)};
    }

    /** All but the sweeps, whose points follow from no start. */
    private static AllowableValue[] searches() {
        return Arrays.stream(OptimizerMethod.values())
                .filter(method -> method != OptimizerMethod.GRID && method != OptimizerMethod.RANDOM)
                .map(Choices::of)
                .toArray(AllowableValue[]::new);
    }

    /**
     * What the properties say.
     *
     * @throws RunException naming the property that does not fit the others
     */
    static OptimizeSettings settings(PropertyContext context) {
        double initialStep = context.getProperty(INITIAL_STEP).asDouble();
        double tolerance = context.getProperty(TOLERANCE).asDouble();
        if (tolerance > initialStep) {
            throw new RunException(
                    TOLERANCE.getName(),
                    "must be at most the Initial Step, or the optimiser would stop before its first step");
        }
        OptimizerMethod method =
                OptimizerMethod.valueOf(context.getProperty(OPTIMIZER).getValue());
        ParameterBounds bounds = bounds(context);
        if (method == OptimizerMethod.ROTOSOLVE && !bounds.lower().isEmpty()) {
            throw new RunException(LOWER_BOUNDS.getName(), "must not be set for Rotosolve, which takes whole turns");
        }
        return new OptimizeSettings(
                method, initialStep, tolerance, bounds, stops(context), value(context), tuning(context));
    }

    private static ParameterBounds bounds(PropertyContext context) {
        List<Double> lower = numbers(context, LOWER_BOUNDS);
        List<Double> upper = numbers(context, UPPER_BOUNDS);
        if (lower.isEmpty() != upper.isEmpty()) {
            throw new RunException(
                    (lower.isEmpty() ? LOWER_BOUNDS : UPPER_BOUNDS).getName(), "is missing: give both bounds, or none");
        }
        return new ParameterBounds(lower, upper);
    }

    private static List<Double> numbers(PropertyContext context, PropertyDescriptor descriptor) {
        PropertyValue value = context.getProperty(descriptor);
        if (!value.isSet()) {
            return List.of();
        }
        try {
            return Arrays.stream(value.getValue().split(",", -1))
                    .map(String::strip)
                    .map(Double::valueOf)
                    .toList();
        } catch (NumberFormatException e) {
            throw new RunException(
                    descriptor.getName(),
                    "[%s] is not one number or several with commas".formatted(value.getValue()),
                    e);
        }
    }

    private static Stops stops(PropertyContext context) {
        PropertyValue target = context.getProperty(TARGET_OBJECTIVE);
        PropertyValue patience = context.getProperty(PATIENCE);
        PropertyValue time = context.getProperty(MAXIMUM_TIME);
        PropertyValue cost = context.getProperty(MAXIMUM_COST);
        return new Stops(
                context.getProperty(MAXIMUM_EVALUATIONS).asInteger(),
                target.isSet() ? OptionalDouble.of(target.asDouble()) : OptionalDouble.empty(),
                patience.isSet() ? OptionalInt.of(patience.asInteger()) : OptionalInt.empty(),
                time.isSet() ? Optional.of(time.asDuration()) : Optional.empty(),
                cost.isSet() ? Optional.of(money(cost.getValue())) : Optional.empty());
    }

    private static Money money(String text) {
        String[] words = text.strip().split("\\s+", -1);
        try {
            BigDecimal amount = new BigDecimal(words[0]);
            if (words.length == 2 && amount.signum() > 0) {
                return new Money(amount, words[1]);
            }
        } catch (NumberFormatException e) {
            throw new RunException(
                    MAXIMUM_COST.getName(), "[%s] is not an amount, such as 5.00 USD".formatted(text), e);
        }
        throw new RunException(MAXIMUM_COST.getName(), "[%s] is not an amount, such as 5.00 USD".formatted(text));
    }

    private static Value value(PropertyContext context) {
        Aggregation aggregation =
                Aggregation.valueOf(context.getProperty(AGGREGATION).getValue());
        return aggregation == Aggregation.CVAR
                ? new Value(aggregation, context.getProperty(CVAR_ALPHA).asDouble())
                : new Value(aggregation, 1);
    }

    private static Tuning tuning(PropertyContext context) {
        PropertyValue population = context.getProperty(POPULATION);
        return new Tuning(
                context.getProperty(STARTS).asInteger(),
                population.isSet() ? OptionalInt.of(population.asInteger()) : OptionalInt.empty(),
                context.getProperty(BLOCKING).asBoolean());
    }
}
