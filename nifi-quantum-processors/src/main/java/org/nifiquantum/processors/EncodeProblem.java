// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.processors;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.nifi.annotation.behavior.InputRequirement;
import org.apache.nifi.annotation.behavior.InputRequirement.Requirement;
import org.apache.nifi.annotation.behavior.ReadsAttribute;
import org.apache.nifi.annotation.behavior.ReadsAttributes;
import org.apache.nifi.annotation.behavior.SideEffectFree;
import org.apache.nifi.annotation.behavior.SupportsBatching;
import org.apache.nifi.annotation.behavior.WritesAttribute;
import org.apache.nifi.annotation.behavior.WritesAttributes;
import org.apache.nifi.annotation.documentation.CapabilityDescription;
import org.apache.nifi.annotation.documentation.SeeAlso;
import org.apache.nifi.annotation.documentation.Tags;
import org.apache.nifi.annotation.documentation.UseCase;
import org.apache.nifi.components.ConfigVerificationResult;
import org.apache.nifi.components.PropertyDescriptor;
import org.apache.nifi.expression.ExpressionLanguageScope;
import org.apache.nifi.flowfile.FlowFile;
import org.apache.nifi.flowfile.attributes.CoreAttributes;
import org.apache.nifi.logging.ComponentLog;
import org.apache.nifi.processor.ProcessContext;
import org.apache.nifi.processor.ProcessSession;
import org.apache.nifi.processor.Relationship;
import org.apache.nifi.processor.VerifiableProcessor;
import org.apache.nifi.processor.util.StandardValidators;
import org.nifiquantum.run.document.Program;
import org.nifiquantum.run.document.Request;
import org.nifiquantum.run.document.Run;
import org.nifiquantum.run.document.RunException;
import org.nifiquantum.run.document.Section;
import org.nifiquantum.run.input.Input;
import org.nifiquantum.run.input.InputFormat;
import org.nifiquantum.run.input.InputReader;
import org.nifiquantum.run.step.Encode;
import org.nifiquantum.run.step.EncodeOutcome;
import org.nifiquantum.run.step.EncodeSettings;

@Tags({"quantum", "optimization", "maxcut", "qubo", "qaoa", "openqasm", "encode", "circuit"})
@CapabilityDescription(
        "Encodes a problem as a parameterised quantum circuit with an observable to minimise, and asks for"
                + " its first evaluation. The content becomes a run document, which the other quantum processors work on."
                + " Accepts problems as JSON or in the file formats of their field, and OpenQASM 2 and 3 circuits as they stand.")
@InputRequirement(Requirement.INPUT_REQUIRED)
@SideEffectFree
@SupportsBatching
@ReadsAttributes({
    @ReadsAttribute(attribute = "filename", description = "Its extension helps to tell the format of the input."),
    @ReadsAttribute(
            attribute = "quantum.parameter.*",
            description = "Values for the parameters of an OpenQASM circuit, by their names."),
    @ReadsAttribute(
            attribute = "quantum.problem.*",
            description = "What a file of the field leaves open, by name: problem, capacity, choose, horizon, ...")
})
@WritesAttributes({
    @WritesAttribute(attribute = "mime.type", description = "application/vnd.nifi-quantum.run+json"),
    @WritesAttribute(attribute = Attributes.RUN_ID, description = "The id of the run, stable to its end."),
    @WritesAttribute(attribute = Attributes.RUN_STATUS, description = "encoded, or unsuitable."),
    @WritesAttribute(attribute = Attributes.CIRCUIT_SHA256, description = "SHA-256 of the circuit's source."),
    @WritesAttribute(attribute = Attributes.QUBITS, description = "How many qubits the circuit has."),
    @WritesAttribute(attribute = Attributes.SHOTS, description = "Measurements of each evaluation."),
    @WritesAttribute(attribute = Attributes.ITERATION, description = "0: nothing has been submitted yet."),
    @WritesAttribute(
            attribute = Attributes.ERROR_KIND,
            description = "On unsuitable and failure: what kind of problem."),
    @WritesAttribute(
            attribute = Attributes.ERROR_MESSAGE,
            description = "On unsuitable and failure: where, and the remedy.")
})
@SeeAlso({SubmitCircuit.class, DecodeSolution.class, Fallback.class})
@UseCase(
        description = "Start a variational optimisation (QAOA) of a MaxCut, QUBO or Ising problem",
        keywords = {"qaoa", "maxcut", "qubo", "ising", "variational"},
        configuration = """
                Leave "Input Format" at "Automatic"; a JSON problem says what it is in "type".
                "Layers" is the depth p of QAOA; 2 is a good start, more layers cost more time on each evaluation.
                Set "Shots" to 0 for exact expectations on a simulator.
                Connect "success" to SubmitCircuit and "unsuitable" to Fallback.
                """)
@UseCase(
        description =
                "Solve a file of the field: TSPLIB, QAPLIB, DIMACS, MatrixMarket, LP, OR-Library, a job shop, a molecule",
        keywords = {"tsp", "qap", "knapsack", "portfolio", "job shop", "graph colouring", "lp", "molecule"},
        configuration = """
                Leave "Input Format" at "Automatic" where the file has its usual extension, or choose it.
                What the file leaves open comes from attributes (UpdateAttribute): quantum.problem.problem = vertex-cover
                for a graph, quantum.problem.capacity for a list of items, quantum.problem.choose for a portfolio.
                Most such problems are too wide for the quantum road: connect "unsuitable" to Fallback.
                """)
@UseCase(
        description = "Turn a table of data into a quantum kernel matrix or quantum feature vectors",
        keywords = {"quantum kernel", "feature extraction", "embedding", "machine learning", "csv", "svm"},
        configuration = """
                Feed a CSV whose first line names the columns, or JSON of type "data". What a CSV leaves open comes from
                attributes: quantum.problem.label = species, quantum.problem.output = features, ...
                All rows or pairs are one submission: connect PollResult's "success" to DecodeSolution, with nothing to
                optimise between them. "Shots" of 0 gives exact kernels on a simulator.
                """)
@UseCase(
        description = "Run an OpenQASM circuit once, as it stands",
        keywords = {"openqasm", "circuit"},
        configuration = """
                Set "Input Format" to "OpenQASM", or name the file *.qasm.
                Give each input parameter of the circuit a value as the attribute quantum.parameter.<name>.
                Connect "success" to SubmitCircuit.
                """)
public class EncodeProblem extends RunProcessor implements VerifiableProcessor {

    static final PropertyDescriptor INPUT_FORMAT = new PropertyDescriptor.Builder()
            .name("Input Format")
            .description("The form of the incoming problem or circuit.")
            .required(true)
            .allowableValues(Choices.inputFormats())
            .defaultValue(InputFormat.AUTOMATIC.name())
            .build();

    static final PropertyDescriptor MAXIMUM_QUBITS = new PropertyDescriptor.Builder()
            .name("Maximum Qubits")
            .description("A problem that needs more qubits goes to unsuitable.")
            .required(true)
            .defaultValue("20")
            .addValidator(StandardValidators.POSITIVE_INTEGER_VALIDATOR)
            .expressionLanguageSupported(ExpressionLanguageScope.FLOWFILE_ATTRIBUTES)
            .build();

    static final Relationship REL_SUCCESS = new Relationship.Builder()
            .name("success")
            .description("Runs that are ready to be submitted")
            .build();

    static final Relationship REL_UNSUITABLE = new Relationship.Builder()
            .name("unsuitable")
            .description("Valid problems that are not for the quantum road, too wide for instance")
            .build();

    static final Relationship REL_FAILURE = new Relationship.Builder()
            .name("failure")
            .description("Input that is not valid; the content is unchanged")
            .build();

    private static final List<PropertyDescriptor> PROPERTY_DESCRIPTORS = Stream.of(
                    List.of(INPUT_FORMAT),
                    AnsatzProperties.ALL,
                    List.of(CommonProperties.SHOTS, CommonProperties.SEED, MAXIMUM_QUBITS))
            .flatMap(List::stream)
            .toList();

    private static final Set<Relationship> RELATIONSHIPS = Relationships.of(REL_SUCCESS, REL_UNSUITABLE, REL_FAILURE);

    /** What verification encodes: a cycle of four nodes. */
    private static final Input TRIAL =
            InputReader.read("4\n0 1\n1 2\n2 3\n3 0\n".getBytes(StandardCharsets.UTF_8), InputFormat.QEDC_GRAPH, "");

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
            EncodeSettings settings = settings(context, attributes);
            Program trial = new Encode(clock())
                    .apply(TRIAL, "trial", settings)
                    .run()
                    .find(Section.PROGRAM)
                    .orElseThrow(() -> new RunException(
                            MAXIMUM_QUBITS.getName(), "a cycle of four nodes is already too wide for these settings"));
            return "%d layers, %d shots, seed %d, up to %d qubits; a cycle of four nodes becomes a circuit of %s"
                    .formatted(
                            settings.ansatz().layers(),
                            settings.shots(),
                            settings.seed(),
                            settings.maximumQubits(),
                            trial.size());
        });
    }

    @Override
    public void onTrigger(ProcessContext context, ProcessSession session) {
        FlowFile flowFile = session.get();
        if (flowFile == null) {
            return;
        }
        EncodeOutcome outcome;
        try {
            Input input = InputReader.read(
                    content(session, flowFile),
                    InputFormat.valueOf(context.getProperty(INPUT_FORMAT).getValue()),
                    flowFile.getAttribute(CoreAttributes.FILENAME.key()),
                    PerFlowFile.fileSettings(flowFile.getAttributes()));
            outcome = new Encode(clock())
                    .apply(
                            input,
                            flowFile.getAttribute(CoreAttributes.UUID.key()),
                            settings(context, flowFile.getAttributes()));
        } catch (RunException e) {
            divert(session, flowFile, REL_FAILURE, ErrorKind.INVALID.name(), e.getMessage());
            return;
        }
        switch (outcome) {
            case EncodeOutcome.Encoded(Run run) -> transferEncoded(session, flowFile, run);
            case EncodeOutcome.Unsuitable(Run run, String reason) ->
                divert(
                        session,
                        write(session, flowFile, run, Map.of(Attributes.RUN_STATUS, RunStatus.UNSUITABLE.text())),
                        REL_UNSUITABLE,
                        ErrorKind.UNSUITABLE.name(),
                        reason);
        }
    }

    private void transferEncoded(ProcessSession session, FlowFile flowFile, Run run) {
        Program program = run.get(Section.PROGRAM);
        Request request = run.get(Section.REQUEST);
        FlowFile encoded = write(
                session,
                flowFile,
                run,
                Map.of(
                        Attributes.RUN_STATUS, RunStatus.ENCODED.text(),
                        Attributes.CIRCUIT_SHA256, program.sha256(),
                        Attributes.QUBITS, Integer.toString(program.qubits()),
                        Attributes.SHOTS, Integer.toString(request.shots()),
                        Attributes.ITERATION, Integer.toString(request.iteration())));
        session.getProvenanceReporter()
                .modifyContent(encoded, "encoded as circuit %s: %s".formatted(program.sha256(), program.size()));
        session.transfer(encoded, REL_SUCCESS);
        session.adjustCounter("Problems Encoded", 1, false);
    }

    private static EncodeSettings settings(ProcessContext context, Map<String, String> attributes) {
        return new EncodeSettings(
                AnsatzProperties.settings(context, attributes),
                PerFlowFile.integer(context, CommonProperties.SHOTS, attributes),
                PerFlowFile.wholeNumber(context, CommonProperties.SEED, attributes),
                PerFlowFile.integer(context, MAXIMUM_QUBITS, attributes),
                PerFlowFile.circuitParameters(attributes));
    }
}
