// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.processors;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.apache.nifi.annotation.behavior.InputRequirement;
import org.apache.nifi.annotation.behavior.InputRequirement.Requirement;
import org.apache.nifi.annotation.behavior.ReadsAttribute;
import org.apache.nifi.annotation.behavior.ReadsAttributes;
import org.apache.nifi.annotation.behavior.SideEffectFree;
import org.apache.nifi.annotation.behavior.SystemResource;
import org.apache.nifi.annotation.behavior.SystemResourceConsideration;
import org.apache.nifi.annotation.behavior.WritesAttribute;
import org.apache.nifi.annotation.behavior.WritesAttributes;
import org.apache.nifi.annotation.documentation.CapabilityDescription;
import org.apache.nifi.annotation.documentation.SeeAlso;
import org.apache.nifi.annotation.documentation.Tags;
import org.apache.nifi.annotation.documentation.UseCase;
import org.apache.nifi.annotation.lifecycle.OnScheduled;
import org.apache.nifi.components.ConfigVerificationResult;
import org.apache.nifi.components.PropertyDescriptor;
import org.apache.nifi.components.PropertyValue;
import org.apache.nifi.components.ValidationContext;
import org.apache.nifi.components.ValidationResult;
import org.apache.nifi.flowfile.FlowFile;
import org.apache.nifi.flowfile.attributes.CoreAttributes;
import org.apache.nifi.logging.ComponentLog;
import org.apache.nifi.processor.ProcessContext;
import org.apache.nifi.processor.ProcessSession;
import org.apache.nifi.processor.Relationship;
import org.apache.nifi.processor.VerifiableProcessor;
import org.apache.nifi.processor.util.StandardValidators;
import org.nifiquantum.run.cache.AnswerCache;
import org.nifiquantum.run.document.Run;
import org.nifiquantum.run.document.RunException;
import org.nifiquantum.run.input.Input;
import org.nifiquantum.run.input.InputFormat;
import org.nifiquantum.run.input.InputReader;
import org.nifiquantum.run.step.FallBack;
import org.nifiquantum.run.step.FallBackSettings;
import org.nifiquantum.run.step.SolverKind;

@Tags({"quantum", "classical", "fallback", "optimization", "annealing", "exact", "maxcut", "qubo"})
@CapabilityDescription("Answers a problem classically within a time budget: by an answer that was found before, exactly"
        + " where it is small, by a metaheuristic where it is not. Takes runs that found no way on the quantum road and records why; the answer has"
        + " the same form. Solves a bare problem too, with no quantum step before it.")
@InputRequirement(Requirement.INPUT_REQUIRED)
@SideEffectFree
@SystemResourceConsideration(
        resource = SystemResource.CPU,
        description = "One search keeps a core busy for at most the Time Budget.")
@ReadsAttributes({
    @ReadsAttribute(attribute = Attributes.ERROR_KIND, description = "Why the run came here, for solution.reason."),
    @ReadsAttribute(attribute = Attributes.ERROR_MESSAGE, description = "Why the run came here, for solution.reason."),
    @ReadsAttribute(attribute = Attributes.ROUTE_REASON, description = "Why RouteWorkload sent it here."),
    @ReadsAttribute(
            attribute = "quantum.problem.*",
            description = "What a bare file of the field leaves open, by name, as in EncodeProblem.")
})
@WritesAttributes({
    @WritesAttribute(attribute = "mime.type", description = "application/vnd.nifi-quantum.run+json"),
    @WritesAttribute(attribute = Attributes.RUN_ID, description = "The id of the run."),
    @WritesAttribute(attribute = Attributes.RUN_STATUS, description = "solved"),
    @WritesAttribute(attribute = Attributes.OBJECTIVE, description = "The objective of the answer."),
    @WritesAttribute(
            attribute = Attributes.SOLUTION_SOURCE,
            description = "cache, or the method: exact, annealing, tabu, ...")
})
@SeeAlso({EncodeProblem.class, SubmitCircuit.class, PollResult.class, DecodeSolution.class})
@UseCase(
        description = "Give every run an answer when the quantum road is closed",
        keywords = {"outage", "fallback"},
        configuration = """
                Connect "unsuitable", "unavailable", "declined", "expired" and "failure" of the quantum processors to
                this one, except EncodeProblem's "failure", whose content is no problem. "Time Budget" is how long a
                run waits for its classical answer at most.
                """)
@UseCase(
        description = "Answer problems that come again from a cache",
        keywords = {"cache", "repeated"},
        configuration = """
                Set "Answer Cache" to a map cache, such as NiFi's MapCacheClientService with a MapCacheServer, here and in
                DecodeSolution. "Longest Age" is how old an answer may be; "Solver Order" says when the cache is asked:
                "cache, exact, heuristic" at first, "exact, cache, heuristic" only where there is no proof.
                """)
@UseCase(
        description = "Solve a combinatorial problem classically",
        keywords = {"classical", "solver"},
        configuration = "Feed problems directly; raise \"Time Budget\" for large ones.")
public class Fallback extends RunProcessor implements VerifiableProcessor {

    static final PropertyDescriptor TIME_BUDGET = new PropertyDescriptor.Builder()
            .name("Time Budget")
            .description("The search gives the best it has found by then.")
            .required(true)
            .defaultValue("1 sec")
            .addValidator(StandardValidators.TIME_PERIOD_VALIDATOR)
            .build();

    static final PropertyDescriptor SOLVER_ORDER = new PropertyDescriptor.Builder()
            .name("Solver Order")
            .description("What is asked for an answer, in this order, with commas between: cache (an answer that was"
                    + " found before, where Answer Cache is set), exact (a proof, or a bound), heuristic (a good answer"
                    + " to a problem of any size). A cached or a proven answer is final; else the best of all is taken."
                    + " Searches share the Time Budget.")
            .required(false)
            .defaultValue(SolverKind.text(SolverKind.DEFAULT_ORDER))
            .addValidator(Fallback::solverOrder)
            .build();

    static final PropertyDescriptor LONGEST_AGE = new PropertyDescriptor.Builder()
            .name("Longest Age")
            .description("A cached answer that was found longer ago is not given; unset, any is.")
            .required(false)
            .addValidator(StandardValidators.TIME_PERIOD_VALIDATOR)
            .dependsOn(AnswerCaches.ANSWER_CACHE)
            .build();

    static final Relationship REL_SUCCESS = new Relationship.Builder()
            .name("success")
            .description("Runs with a classical solution and the reason for it")
            .build();

    static final Relationship REL_FAILURE = new Relationship.Builder()
            .name("failure")
            .description("Content without a problem to solve; it is unchanged")
            .build();

    private static final List<PropertyDescriptor> PROPERTY_DESCRIPTORS =
            List.of(TIME_BUDGET, SOLVER_ORDER, AnswerCaches.ANSWER_CACHE, LONGEST_AGE, CommonProperties.SEED);

    private static final Set<Relationship> RELATIONSHIPS = Relationships.of(REL_SUCCESS, REL_FAILURE);

    private volatile Optional<AnswerCache> cache = Optional.empty();

    @Override
    protected List<PropertyDescriptor> getSupportedPropertyDescriptors() {
        return PROPERTY_DESCRIPTORS;
    }

    @Override
    public Set<Relationship> getRelationships() {
        return RELATIONSHIPS;
    }

    @OnScheduled
    public void findCache(ProcessContext context) {
        cache = AnswerCaches.of(context, getLogger(), clock());
    }

    @Override
    public List<ConfigVerificationResult> verify(
            ProcessContext context, ComponentLog verificationLogger, Map<String, String> attributes) {
        return Verification.ofSettings(() -> "the best answer by %s in %d ms, seed %d"
                .formatted(
                        SolverKind.text(order(context)),
                        context.getProperty(TIME_BUDGET).asDuration().toMillis(),
                        PerFlowFile.wholeNumber(context, CommonProperties.SEED, attributes)));
    }

    @Override
    public void onTrigger(ProcessContext context, ProcessSession session) {
        FlowFile flowFile = session.get();
        if (flowFile == null) {
            return;
        }
        Run solved;
        try {
            solved = solve(session, flowFile, settings(context, flowFile));
        } catch (RunException e) {
            if (!isScheduled()) {
                // Somebody stopped the search before it had an answer: that is no fault of the problem.
                session.rollback();
                return;
            }
            divert(session, flowFile, REL_FAILURE, ErrorKind.INVALID.name(), e.getMessage());
            return;
        }
        transferSolved(session, flowFile, solved, REL_SUCCESS);
    }

    private Run solve(ProcessSession session, FlowFile flowFile, FallBackSettings settings) {
        FallBack fallBack = new FallBack(clock(), cache);
        if (isRun(flowFile)) {
            return fallBack.apply(run(session, flowFile), settings);
        }
        Input input = InputReader.read(
                content(session, flowFile),
                InputFormat.AUTOMATIC,
                flowFile.getAttribute(CoreAttributes.FILENAME.key()),
                PerFlowFile.fileSettings(flowFile.getAttributes()));
        return fallBack.apply(input, flowFile.getAttribute(CoreAttributes.UUID.key()), settings);
    }

    private FallBackSettings settings(ProcessContext context, FlowFile flowFile) {
        BooleanSupplier stopped = () -> !isScheduled();
        PropertyValue longestAge = context.getProperty(LONGEST_AGE);
        return new FallBackSettings(
                order(context),
                longestAge.isSet() ? Optional.of(longestAge.asDuration()) : Optional.empty(),
                context.getProperty(TIME_BUDGET).asDuration(),
                stopped,
                PerFlowFile.wholeNumber(context, CommonProperties.SEED, flowFile.getAttributes()),
                reason(flowFile));
    }

    private static List<SolverKind> order(ProcessContext context) {
        return SolverKind.order(context.getProperty(SOLVER_ORDER).getValue());
    }

    private static ValidationResult solverOrder(String subject, String input, ValidationContext context) {
        ValidationResult.Builder result =
                new ValidationResult.Builder().subject(subject).input(input);
        try {
            return result.valid(!SolverKind.order(input).isEmpty()).build();
        } catch (IllegalArgumentException e) {
            return result.valid(false).explanation(e.getMessage()).build();
        }
    }

    private static String reason(FlowFile flowFile) {
        Optional<String> kind = Optional.ofNullable(flowFile.getAttribute(Attributes.ERROR_KIND));
        Optional<String> route = Optional.ofNullable(flowFile.getAttribute(Attributes.ROUTE_REASON));
        return kind.map(known -> "%s: %s".formatted(known, flowFile.getAttribute(Attributes.ERROR_MESSAGE)))
                .or(() -> route.map("routed: %s"::formatted))
                .orElse("asked for");
    }
}
