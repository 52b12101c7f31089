// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.processors;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.nifi.annotation.behavior.InputRequirement;
import org.apache.nifi.annotation.behavior.InputRequirement.Requirement;
import org.apache.nifi.annotation.behavior.ReadsAttribute;
import org.apache.nifi.annotation.behavior.SideEffectFree;
import org.apache.nifi.annotation.behavior.WritesAttribute;
import org.apache.nifi.annotation.behavior.WritesAttributes;
import org.apache.nifi.annotation.documentation.CapabilityDescription;
import org.apache.nifi.annotation.documentation.SeeAlso;
import org.apache.nifi.annotation.documentation.Tags;
import org.apache.nifi.annotation.documentation.UseCase;
import org.apache.nifi.components.ConfigVerificationResult;
import org.apache.nifi.components.PropertyDescriptor;
import org.apache.nifi.components.PropertyValue;
import org.apache.nifi.components.ValidationContext;
import org.apache.nifi.components.ValidationResult;
import org.apache.nifi.context.PropertyContext;
import org.apache.nifi.flowfile.FlowFile;
import org.apache.nifi.logging.ComponentLog;
import org.apache.nifi.processor.ProcessContext;
import org.apache.nifi.processor.ProcessSession;
import org.apache.nifi.processor.Relationship;
import org.apache.nifi.processor.VerifiableProcessor;
import org.apache.nifi.processor.util.StandardValidators;
import org.nifiquantum.run.document.Limits;
import org.nifiquantum.run.document.Run;
import org.nifiquantum.run.document.RunException;
import org.nifiquantum.run.document.Section;
import org.nifiquantum.run.policy.Decision;
import org.nifiquantum.run.policy.Road;
import org.nifiquantum.run.policy.RoutePolicy;
import org.nifiquantum.run.policy.Workload;
import org.nifiquantum.run.policy.Workload.BackendState;
import org.nifiquantum.run.step.JobRequests;
import org.nifiquantum.run.step.SubmissionKey;
import org.nifiquantum.services.api.BackendException;
import org.nifiquantum.services.api.QuantumBackendService;

@Tags({"quantum", "route", "policy", "canary", "shadow", "approval", "governance", "kill switch"})
@CapabilityDescription(
        "Decides for each encoded run whether it goes the quantum road, the classical road, both, or waits for"
                + " somebody's approval: by a switch, shares, size, data classification, deadline, the backend's health and its estimated"
                + " cost. The decision and its reasons are in provenance. The same run gets the same lot, however often it comes.")
@InputRequirement(Requirement.INPUT_REQUIRED)
@SideEffectFree
@ReadsAttribute(
        attribute = Attributes.DATA_CLASSIFICATION,
        description = "How sensitive the data is; see Allowed Data Classifications.")
@WritesAttributes({
    @WritesAttribute(attribute = Attributes.ROUTE, description = "quantum, classical, shadow or approval."),
    @WritesAttribute(attribute = Attributes.ROUTE_REASON, description = "Why."),
    @WritesAttribute(attribute = Attributes.ERROR_KIND, description = "INVALID where the content is no encoded run."),
    @WritesAttribute(attribute = Attributes.ERROR_MESSAGE, description = "What is wrong with it.")
})
@SeeAlso({EncodeProblem.class, SubmitCircuit.class, Fallback.class})
@UseCase(
        description = "Let a few percent of the runs try the quantum road",
        keywords = {"canary"},
        configuration = """
                Put it between EncodeProblem's "success" and SubmitCircuit. "Quantum Share" is a parameter, 5 at first.
                Connect "quantum" to SubmitCircuit and "classical" to Fallback; end "shadow" and "approval" automatically.
                """)
@UseCase(
        description = "Compare quantum answers with classical ones before anybody depends on them",
        keywords = {"shadow"},
        configuration = """
                "Quantum Share" 0, "Shadow Share" 100. Connect "classical" to Fallback, whose answer is served, and "shadow" to a
                loop of its own, whose answer is only kept.
                """)
@UseCase(
        description = "Ask somebody before a submission that costs much",
        keywords = {"approval", "cost"},
        configuration = """
                Set "Quantum Backend" and "Approval Above". Connect "approval" to Wait, with the Release Signal Identifier
                ${quantum.run.id}, and Wait's "success" to SubmitCircuit; HandleHttpRequest and Notify release it.
                """)
public class RouteWorkload extends RunProcessor implements VerifiableProcessor {

    static final PropertyDescriptor QUANTUM_ROAD = new PropertyDescriptor.Builder()
            .name("Quantum Road Open")
            .description("The switch that stops all use of quantum backends at once; make it a parameter.")
            .required(true)
            .allowableValues("true", "false")
            .defaultValue("true")
            .build();

    static final PropertyDescriptor QUANTUM_SHARE = new PropertyDescriptor.Builder()
            .name("Quantum Share")
            .description("Percent of the runs that go the quantum road, of those that nothing bars from it.")
            .required(true)
            .defaultValue("100")
            .addValidator(StandardValidators.NUMBER_VALIDATOR)
            .build();

    static final PropertyDescriptor SHADOW_SHARE = new PropertyDescriptor.Builder()
            .name("Shadow Share")
            .description("Percent of the runs that go both roads; the classical answer is the one that is served.")
            .required(true)
            .defaultValue("0")
            .addValidator(StandardValidators.NUMBER_VALIDATOR)
            .build();

    static final PropertyDescriptor MINIMUM_QUBITS = new PropertyDescriptor.Builder()
            .name("Minimum Qubits")
            .description("Smaller runs go the classical road.")
            .required(false)
            .addValidator(StandardValidators.POSITIVE_INTEGER_VALIDATOR)
            .build();

    static final PropertyDescriptor MAXIMUM_QUBITS = new PropertyDescriptor.Builder()
            .name("Maximum Qubits")
            .description("Wider runs go the classical road.")
            .required(false)
            .addValidator(StandardValidators.POSITIVE_INTEGER_VALIDATOR)
            .build();

    static final PropertyDescriptor QUANTUM_BACKEND = new PropertyDescriptor.Builder()
            .fromPropertyDescriptor(CommonProperties.QUANTUM_BACKEND)
            .description("Whose health, size and cost are asked for; where it is not set, none of these count.")
            .required(false)
            .build();

    static final PropertyDescriptor MAXIMUM_COST = new PropertyDescriptor.Builder()
            .name("Maximum Cost")
            .description("What one submission may cost, in the backend's currency; dearer runs go the classical road.")
            .required(false)
            .dependsOn(QUANTUM_BACKEND)
            .addValidator(StandardValidators.NUMBER_VALIDATOR)
            .build();

    static final PropertyDescriptor APPROVAL_ABOVE = new PropertyDescriptor.Builder()
            .name("Approval Above")
            .description("Runs whose submission costs more, in the backend's currency, go to approval.")
            .required(false)
            .dependsOn(QUANTUM_BACKEND)
            .addValidator(StandardValidators.NUMBER_VALIDATOR)
            .build();

    static final Relationship REL_QUANTUM = new Relationship.Builder()
            .name("quantum")
            .description("Runs for the quantum backend; leads to SubmitCircuit")
            .build();

    static final Relationship REL_CLASSICAL = new Relationship.Builder()
            .name("classical")
            .description("Runs for the classical solver, those whose copy went to shadow included; leads to Fallback")
            .build();

    static final Relationship REL_SHADOW = new Relationship.Builder()
            .name("shadow")
            .description("Copies of runs for the quantum backend, whose answer is compared and not served")
            .build();

    static final Relationship REL_APPROVAL = new Relationship.Builder()
            .name("approval")
            .description("Runs for the quantum backend once somebody has agreed; leads to Wait")
            .build();

    static final Relationship REL_FAILURE = new Relationship.Builder()
            .name("failure")
            .description("Content that is no encoded run; it is unchanged")
            .build();

    private static final List<PropertyDescriptor> PROPERTY_DESCRIPTORS = List.of(
            QUANTUM_ROAD,
            QUANTUM_SHARE,
            SHADOW_SHARE,
            MINIMUM_QUBITS,
            MAXIMUM_QUBITS,
            DataClassification.ALLOWED_CLASSIFICATIONS,
            QUANTUM_BACKEND,
            MAXIMUM_COST,
            APPROVAL_ABOVE);

    private static final Set<Relationship> RELATIONSHIPS =
            Relationships.of(REL_QUANTUM, REL_CLASSICAL, REL_SHADOW, REL_APPROVAL, REL_FAILURE);

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
        return context.getProperty(QUANTUM_BACKEND).isSet()
                ? Verification.ofBackend(context, verificationLogger)
                : Verification.ofSettings(
                        () -> "No backend is asked for its health and its costs: Quantum Backend is not set");
    }

    @Override
    protected Collection<ValidationResult> customValidate(ValidationContext context) {
        ValidationResult.Builder result = new ValidationResult.Builder().subject("Shares");
        try {
            RoutePolicy unused = policy(context);
            return List.of(result.valid(true).build());
        } catch (IllegalArgumentException e) {
            return List.of(result.valid(false).explanation(e.getMessage()).build());
        }
    }

    private static RoutePolicy policy(PropertyContext context) {
        return new RoutePolicy(
                context.getProperty(QUANTUM_ROAD).asBoolean(),
                context.getProperty(QUANTUM_SHARE).asDouble(),
                context.getProperty(SHADOW_SHARE).asDouble(),
                whole(context.getProperty(MINIMUM_QUBITS)),
                whole(context.getProperty(MAXIMUM_QUBITS)),
                DataClassification.policy(context),
                amount(context.getProperty(MAXIMUM_COST)),
                amount(context.getProperty(APPROVAL_ABOVE)));
    }

    private static OptionalInt whole(PropertyValue value) {
        return value.isSet() ? OptionalInt.of(value.asInteger()) : OptionalInt.empty();
    }

    private static Optional<BigDecimal> amount(PropertyValue value) {
        return value.isSet() ? Optional.of(new BigDecimal(value.getValue().strip())) : Optional.empty();
    }

    @Override
    public void onTrigger(ProcessContext context, ProcessSession session) {
        FlowFile flowFile = session.get();
        if (flowFile == null) {
            return;
        }
        Decision decision;
        try {
            decision = decide(context, flowFile, run(session, flowFile));
        } catch (RunException e) {
            divert(session, flowFile, REL_FAILURE, ErrorKind.INVALID.name(), e.getMessage());
            return;
        }
        FlowFile decided = session.putAllAttributes(
                flowFile,
                Map.of(
                        Attributes.ROUTE, decision.road().text(),
                        Attributes.ROUTE_REASON, shorten(decision.reason())));
        switch (decision.road()) {
            case QUANTUM -> route(session, decided, REL_QUANTUM, decision);
            case CLASSICAL -> route(session, decided, REL_CLASSICAL, decision);
            case APPROVAL -> route(session, decided, REL_APPROVAL, decision);
            case SHADOW -> {
                route(session, session.clone(decided), REL_SHADOW, decision);
                route(session, decided, REL_CLASSICAL, decision);
            }
        }
        session.adjustCounter("Routed " + decision.road().text(), 1, false);
    }

    private void route(ProcessSession session, FlowFile flowFile, Relationship relationship, Decision decision) {
        session.getProvenanceReporter().route(flowFile, relationship, decision.reason());
        session.transfer(flowFile, relationship);
        getLogger().debug("{} goes to [{}]: {}", flowFile, relationship.getName(), decision.reason());
    }

    /** The backend hears only of runs that nothing else keeps from it. */
    private Decision decide(ProcessContext context, FlowFile flowFile, Run run) {
        RoutePolicy policy = policy(context);
        Decision withoutBackend = policy.decide(workload(flowFile, run, Optional.empty()));
        return withoutBackend.road() == Road.CLASSICAL
                ? withoutBackend
                : policy.decide(workload(flowFile, run, backend(context, run)));
    }

    private Workload workload(FlowFile flowFile, Run run, Optional<BackendState> backend) {
        return new Workload(
                run.id(),
                run.get(Section.PROGRAM).qubits(),
                DataClassification.of(flowFile),
                run.find(Section.LIMITS)
                        .flatMap(Limits::deadline)
                        .map(deadline -> Duration.between(clock().instant(), deadline)),
                backend);
    }

    private static Optional<BackendState> backend(ProcessContext context, Run run) {
        PropertyValue property = context.getProperty(QUANTUM_BACKEND);
        if (!property.isSet()) {
            return Optional.empty();
        }
        QuantumBackendService backend = property.asControllerService(QuantumBackendService.class);
        String key = SubmissionKey.of(run, backend.getIdentifier(), SubmissionKey.FIRST);
        try {
            return Optional.of(new BackendState.Ready(
                    backend.describe().maximumQubits(), backend.estimate(JobRequests.of(run, key))));
        } catch (BackendException e) {
            return Optional.of(new BackendState.Down("%s: %s".formatted(e.kind(), e.getMessage())));
        }
    }
}
