// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.processors;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.apache.nifi.annotation.behavior.InputRequirement;
import org.apache.nifi.annotation.behavior.InputRequirement.Requirement;
import org.apache.nifi.annotation.behavior.SideEffectFree;
import org.apache.nifi.annotation.behavior.SystemResource;
import org.apache.nifi.annotation.behavior.SystemResourceConsideration;
import org.apache.nifi.annotation.behavior.WritesAttribute;
import org.apache.nifi.annotation.behavior.WritesAttributes;
import org.apache.nifi.annotation.documentation.CapabilityDescription;
import org.apache.nifi.annotation.documentation.SeeAlso;
import org.apache.nifi.annotation.documentation.Tags;
import org.apache.nifi.annotation.documentation.UseCase;
import org.apache.nifi.components.ConfigVerificationResult;
import org.apache.nifi.components.PropertyDescriptor;
import org.apache.nifi.components.PropertyValue;
import org.apache.nifi.expression.ExpressionLanguageScope;
import org.apache.nifi.flowfile.FlowFile;
import org.apache.nifi.logging.ComponentLog;
import org.apache.nifi.processor.ProcessContext;
import org.apache.nifi.processor.ProcessSession;
import org.apache.nifi.processor.Relationship;
import org.apache.nifi.processor.VerifiableProcessor;
import org.apache.nifi.processor.util.StandardValidators;
import org.nifiquantum.run.document.Comparison;
import org.nifiquantum.run.document.Run;
import org.nifiquantum.run.document.RunException;
import org.nifiquantum.run.document.Section;
import org.nifiquantum.run.step.Compare;
import org.nifiquantum.run.step.CompareSettings;

@Tags({"quantum", "classical", "baseline", "benchmark", "comparison", "advantage"})
@CapabilityDescription(
        "Solves the problem of an answered run classically, several times from different seeds, and writes how"
                + " the answer stands to that: gaps, time, cost, success probability and time to solution. It calls an answer better"
                + " only where that is not to be explained by chance.")
@InputRequirement(Requirement.INPUT_REQUIRED)
@SideEffectFree
@SystemResourceConsideration(
        resource = SystemResource.CPU,
        description = "Keeps a core busy for Repetitions times the Time Budget, unless exact search ends sooner.")
@WritesAttributes({
    @WritesAttribute(attribute = Attributes.VERDICT, description = "better, equal, worse or undecided."),
    @WritesAttribute(attribute = Attributes.ERROR_KIND, description = "On failure: what kind of problem."),
    @WritesAttribute(attribute = Attributes.ERROR_MESSAGE, description = "On failure: where, and the remedy.")
})
@SeeAlso({DecodeSolution.class, Fallback.class})
@UseCase(
        description = "See whether the quantum answer was worth it",
        keywords = {"baseline", "advantage", "scorecard"},
        configuration = """
                Connect DecodeSolution's "success" to this processor. Leave "Time Budget" empty to give each
                repetition of the baseline the time that the answer took.
                """)
@UseCase(
        description = "Measure how often a search reaches a value from the literature",
        keywords = {"success probability", "time to solution", "benchmark"},
        configuration = """
                Set "Best Known Objective" to the value, or to an expression such as ${best.known}, and "Repetitions" to
                19 or more. "comparison" then says, of the measurements and of the baseline, how often that value was
                reached, and how long it takes to reach it with 99 percent confidence.
                """)
public class CompareBaseline extends RunProcessor implements VerifiableProcessor {

    static final PropertyDescriptor TIME_BUDGET = new PropertyDescriptor.Builder()
            .name("Time Budget")
            .description("How long each repetition of the baseline may search. Unset: as long as the answer took.")
            .required(false)
            .addValidator(StandardValidators.TIME_PERIOD_VALIDATOR)
            .build();

    static final PropertyDescriptor REPETITIONS = new PropertyDescriptor.Builder()
            .name("Repetitions")
            .description(
                    "How often the baseline searches, each time from another seed. Fewer than 19 cannot tell a better"
                            + " answer from chance at 5 percent. What is proven optimal is not repeated.")
            .required(true)
            .defaultValue("19")
            .addValidator(StandardValidators.POSITIVE_INTEGER_VALIDATOR)
            .build();

    static final PropertyDescriptor BEST_KNOWN = new PropertyDescriptor.Builder()
            .name("Best Known Objective")
            .description(
                    "The best objective known, in the problem's own measure: the target of success probabilities and"
                            + " times to solution. Unset: the better of answer and baseline.")
            .required(false)
            .expressionLanguageSupported(ExpressionLanguageScope.FLOWFILE_ATTRIBUTES)
            .addValidator(StandardValidators.NON_BLANK_VALIDATOR)
            .build();

    static final Relationship REL_SUCCESS = new Relationship.Builder()
            .name("success")
            .description("Runs with their comparison")
            .build();

    static final Relationship REL_FAILURE = new Relationship.Builder()
            .name("failure")
            .description("Runs without a problem or without an answer; the content is unchanged")
            .build();

    private static final List<PropertyDescriptor> PROPERTY_DESCRIPTORS =
            List.of(TIME_BUDGET, REPETITIONS, BEST_KNOWN, CommonProperties.SEED);

    private static final Set<Relationship> RELATIONSHIPS = Relationships.of(REL_SUCCESS, REL_FAILURE);

    @Override
    protected List<PropertyDescriptor> getSupportedPropertyDescriptors() {
        return PROPERTY_DESCRIPTORS;
    }

    @Override
    public Set<Relationship> getRelationships() {
        return RELATIONSHIPS;
    }

    @Override
    public List<ConfigVerificationResult> verify(
            ProcessContext context, ComponentLog verificationLogger, Map<String, String> attributes) {
        return Verification.ofSettings(() -> {
            CompareSettings settings = settings(context, attributes, () -> false);
            return "%d repetitions of %s each, seed %d"
                    .formatted(
                            settings.repetitions(),
                            settings.timeBudget()
                                    .map(budget -> budget.toMillis() + " ms")
                                    .orElse("the answer's time"),
                            settings.seed());
        });
    }

    @Override
    public void onTrigger(ProcessContext context, ProcessSession session) {
        FlowFile flowFile = session.get();
        if (flowFile == null) {
            return;
        }
        Run run;
        try {
            run = new Compare()
                    .apply(run(session, flowFile), settings(context, flowFile.getAttributes(), () -> !isScheduled()));
        } catch (RunException e) {
            if (!isScheduled()) {
                session.rollback();
                return;
            }
            divert(session, flowFile, REL_FAILURE, ErrorKind.INVALID.name(), e.getMessage());
            return;
        }
        if (!isScheduled()) {
            // Repetitions that were cut short had no equal budget.
            session.rollback();
            return;
        }
        Comparison comparison = run.get(Section.COMPARISON);
        FlowFile compared = write(session, flowFile, run, Map.of(Attributes.VERDICT, comparison.verdict()));
        session.getProvenanceReporter()
                .modifyContent(compared, "%s: %s".formatted(comparison.verdict(), comparison.reason()));
        session.transfer(compared, REL_SUCCESS);
        session.adjustCounter("Answers " + comparison.verdict(), 1, false);
    }

    private static CompareSettings settings(
            ProcessContext context, Map<String, String> attributes, BooleanSupplier stopped) {
        PropertyValue budget = context.getProperty(TIME_BUDGET);
        return new CompareSettings(
                budget.isSet() ? Optional.of(budget.asDuration()) : Optional.empty(),
                context.getProperty(REPETITIONS).asInteger(),
                bestKnown(context, attributes),
                stopped,
                PerFlowFile.wholeNumber(context, CommonProperties.SEED, attributes));
    }

    private static OptionalDouble bestKnown(ProcessContext context, Map<String, String> attributes) {
        String value = context.getProperty(BEST_KNOWN)
                .evaluateAttributeExpressions(attributes)
                .getValue();
        return value == null || value.isBlank()
                ? OptionalDouble.empty()
                : OptionalDouble.of(PerFlowFile.finiteNumber(BEST_KNOWN.getName(), value));
    }
}
