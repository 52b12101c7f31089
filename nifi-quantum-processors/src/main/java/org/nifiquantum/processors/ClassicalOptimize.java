// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.processors;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.nifi.annotation.behavior.InputRequirement;
import org.apache.nifi.annotation.behavior.InputRequirement.Requirement;
import org.apache.nifi.annotation.behavior.SideEffectFree;
import org.apache.nifi.annotation.behavior.WritesAttribute;
import org.apache.nifi.annotation.behavior.WritesAttributes;
import org.apache.nifi.annotation.documentation.CapabilityDescription;
import org.apache.nifi.annotation.documentation.MultiProcessorUseCase;
import org.apache.nifi.annotation.documentation.ProcessorConfiguration;
import org.apache.nifi.annotation.documentation.SeeAlso;
import org.apache.nifi.annotation.documentation.Tags;
import org.apache.nifi.annotation.documentation.UseCase;
import org.apache.nifi.annotation.lifecycle.OnStopped;
import org.apache.nifi.components.ConfigVerificationResult;
import org.apache.nifi.components.PropertyDescriptor;
import org.apache.nifi.components.ValidationContext;
import org.apache.nifi.components.ValidationResult;
import org.apache.nifi.flowfile.FlowFile;
import org.apache.nifi.logging.ComponentLog;
import org.apache.nifi.processor.ProcessContext;
import org.apache.nifi.processor.ProcessSession;
import org.apache.nifi.processor.Relationship;
import org.apache.nifi.processor.VerifiableProcessor;
import org.nifiquantum.run.document.RunException;
import org.nifiquantum.run.document.Section;
import org.nifiquantum.run.step.Optimize;
import org.nifiquantum.run.step.OptimizeOutcome;
import org.nifiquantum.run.step.OptimizeSettings;
import org.nifiquantum.run.step.WarmOptimizations;

@Tags({"quantum", "optimizer", "variational", "cobyla", "spsa", "qaoa", "vqe"})
@CapabilityDescription(
        "Takes the result of an evaluation and asks for the next parameters of the circuit, or stops. The"
                + " optimiser has no state of its own: the next point follows from the history in the document, so a run goes on"
                + " after a restart, on another node, or from a replayed event, where it was.")
@InputRequirement(Requirement.INPUT_REQUIRED)
@SideEffectFree
@WritesAttributes({
    @WritesAttribute(attribute = Attributes.RUN_STATUS, description = "evaluating, or optimized when it has stopped."),
    @WritesAttribute(attribute = Attributes.ITERATION, description = "How many submissions of the run there were."),
    @WritesAttribute(
            attribute = Attributes.OBJECTIVE,
            description =
                    "The best objective so far in the problem's own measure: of the best measured sample, or the best"
                            + " expectation where nothing was sampled."),
    @WritesAttribute(
            attribute = Attributes.EXPECTATION,
            description =
                    "The best expectation so far, in the problem's own measure: it shows the optimiser converge."),
    @WritesAttribute(attribute = Attributes.ERROR_KIND, description = "On failure: what kind of problem."),
    @WritesAttribute(attribute = Attributes.ERROR_MESSAGE, description = "On failure: where, and the remedy.")
})
@SeeAlso({EncodeProblem.class, SubmitCircuit.class, PollResult.class, DecodeSolution.class})
@UseCase(
        description = "Tune the parameters of a circuit with few evaluations",
        keywords = {"cobyla"},
        configuration = """
                Set "Optimizer" to "COBYLA", which needs about seven evaluations for each parameter.
                Connect "evaluate" back to SubmitCircuit and "success" to DecodeSolution.
                """)
@UseCase(
        description = "Tune the parameters of a circuit when shots are few and results noisy",
        keywords = {"spsa", "noise"},
        configuration = """
                Set "Optimizer" to "SPSA": two evaluations an iteration, sent as one submission, however many
                parameters there are. Raise "Maximum Evaluations" to 200 or more.
                """)
@UseCase(
        description = "Tune many parameters on a simulator with few evaluations",
        keywords = {"gradient", "l-bfgs", "adam", "vqe"},
        configuration = """
                Set "Optimizer" to "L-BFGS" and the shots of EncodeProblem to 0, so that the simulator gives exact
                gradients. For gradients measured with shots set it to "Adam".
                """)
@UseCase(
        description = "Find a good sample rather than a good mean",
        keywords = {"cvar"},
        configuration = """
                Set "Aggregation" to "CVaR" and "CVaR Alpha" to between 0.1 and 0.25, with an optimiser that uses no
                gradient.
                """)
@MultiProcessorUseCase(
        description = "Solve an optimisation problem by a variational loop (QAOA)",
        keywords = {"qaoa", "variational", "loop"},
        configurations = {
            @ProcessorConfiguration(
                    processorClass = EncodeProblem.class,
                    configuration = "Connect \"success\" to SubmitCircuit."),
            @ProcessorConfiguration(
                    processorClass = SubmitCircuit.class,
                    configuration = "Set \"Quantum Backend\". Connect \"success\" to PollResult."),
            @ProcessorConfiguration(
                    processorClass = PollResult.class,
                    configuration = "Set the same \"Quantum Backend\". Connect \"success\" to ClassicalOptimize."),
            @ProcessorConfiguration(
                    processorClass = ClassicalOptimize.class,
                    configuration = "Connect \"evaluate\" to SubmitCircuit and \"success\" to DecodeSolution.")
        })
public class ClassicalOptimize extends RunProcessor implements VerifiableProcessor {

    static final Relationship REL_EVALUATE = new Relationship.Builder()
            .name("evaluate")
            .description("Runs that ask for their next evaluation; leads back to SubmitCircuit")
            .build();

    static final Relationship REL_SUCCESS = new Relationship.Builder()
            .name("success")
            .description("Runs whose optimiser has stopped; optimization.stopReason says why")
            .build();

    static final Relationship REL_FAILURE = new Relationship.Builder()
            .name("failure")
            .description("Runs without a result, or with a history that is not their optimiser's; the content is"
                    + " unchanged")
            .build();

    private static final Set<Relationship> RELATIONSHIPS = Relationships.of(REL_EVALUATE, REL_SUCCESS, REL_FAILURE);

    /** A run kept warm takes a few kilobytes; more runs than this in one loop are taken up from their documents. */
    private static final int WARM_RUNS = 4_096;

    private final WarmOptimizations warm = new WarmOptimizations(WARM_RUNS);

    @Override
    protected List<PropertyDescriptor> getSupportedPropertyDescriptors() {
        return OptimizeProperties.ALL;
    }

    @Override
    public Set<Relationship> getRelationships() {
        return RELATIONSHIPS;
    }

    @Override
    protected Collection<ValidationResult> customValidate(ValidationContext context) {
        try {
            OptimizeProperties.settings(context);
            return List.of();
        } catch (RunException e) {
            return List.of(new ValidationResult.Builder()
                    .subject(e.place())
                    .valid(false)
                    .explanation(e.getMessage())
                    .build());
        }
    }

    @Override
    public List<ConfigVerificationResult> verify(
            ProcessContext context, ComponentLog verificationLogger, Map<String, String> attributes) {
        return Verification.ofSettings(() -> {
            OptimizeSettings settings = OptimizeProperties.settings(context);
            return "%s%s, at most %d evaluations for a run that begins now"
                    .formatted(
                            settings.method().displayName(),
                            settings.method().usesGradient() ? ", which needs a backend that gives gradients" : "",
                            settings.stops().maximumEvaluations());
        });
    }

    @OnStopped
    public void forgetWarmOptimizations() {
        warm.close();
    }

    @Override
    public void onTrigger(ProcessContext context, ProcessSession session) {
        FlowFile flowFile = session.get();
        if (flowFile == null) {
            return;
        }
        OptimizeOutcome outcome;
        try {
            outcome = new Optimize(clock(), warm).apply(run(session, flowFile), OptimizeProperties.settings(context));
        } catch (RunException e) {
            divert(session, flowFile, REL_FAILURE, ErrorKind.INVALID.name(), e.getMessage());
            return;
        }
        switch (outcome) {
            case OptimizeOutcome.Evaluate next ->
                transfer(session, flowFile, next, RunStatus.EVALUATING, REL_EVALUATE, "next evaluation");
            case OptimizeOutcome.Stopped stopped ->
                transfer(session, flowFile, stopped, RunStatus.OPTIMIZED, REL_SUCCESS, "stopped: " + stopped.reason());
        }
    }

    private void transfer(
            ProcessSession session,
            FlowFile flowFile,
            OptimizeOutcome outcome,
            RunStatus status,
            Relationship relationship,
            String event) {
        String iteration = Integer.toString(outcome.run().get(Section.REQUEST).iteration());
        String objective = Double.toString(outcome.progress().objective());
        String expectation = Double.toString(outcome.progress().expectation());
        FlowFile advanced = write(
                session,
                flowFile,
                outcome.run(),
                Map.of(
                        Attributes.RUN_STATUS, status.text(),
                        Attributes.ITERATION, iteration,
                        Attributes.OBJECTIVE, objective,
                        Attributes.EXPECTATION, expectation));
        session.getProvenanceReporter()
                .modifyContent(
                        advanced,
                        "iteration %s, best objective %s, best expectation %s, %s"
                                .formatted(iteration, objective, expectation, event));
        session.transfer(advanced, relationship);
        session.adjustCounter("Optimizer Steps", 1, false);
    }
}
