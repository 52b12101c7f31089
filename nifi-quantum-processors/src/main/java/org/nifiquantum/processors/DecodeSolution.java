// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.processors;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.nifi.annotation.behavior.InputRequirement;
import org.apache.nifi.annotation.behavior.InputRequirement.Requirement;
import org.apache.nifi.annotation.behavior.SideEffectFree;
import org.apache.nifi.annotation.behavior.SupportsBatching;
import org.apache.nifi.annotation.behavior.WritesAttribute;
import org.apache.nifi.annotation.behavior.WritesAttributes;
import org.apache.nifi.annotation.documentation.CapabilityDescription;
import org.apache.nifi.annotation.documentation.SeeAlso;
import org.apache.nifi.annotation.documentation.Tags;
import org.apache.nifi.annotation.documentation.UseCase;
import org.apache.nifi.annotation.lifecycle.OnScheduled;
import org.apache.nifi.components.PropertyDescriptor;
import org.apache.nifi.flowfile.FlowFile;
import org.apache.nifi.flowfile.attributes.CoreAttributes;
import org.apache.nifi.processor.ProcessContext;
import org.apache.nifi.processor.ProcessSession;
import org.apache.nifi.processor.Relationship;
import org.nifiquantum.run.cache.AnswerCache;
import org.nifiquantum.run.document.Run;
import org.nifiquantum.run.document.RunException;
import org.nifiquantum.run.document.Section;
import org.nifiquantum.run.step.Decode;
import org.nifiquantum.run.table.CsvTable;

@Tags({"quantum", "decode", "solution", "optimization", "maxcut", "kernel", "csv"})
@CapabilityDescription(
        "Reads what a run measured as an answer in the problem's own words: of the best sample the value of each"
                + " variable by name, the objective, and whether it is feasible; of data its quantum kernel or feature vectors. Can"
                + " hand the answer on as a CSV table.")
@InputRequirement(Requirement.INPUT_REQUIRED)
@SideEffectFree
@SupportsBatching
@WritesAttributes({
    @WritesAttribute(attribute = Attributes.RUN_STATUS, description = "solved"),
    @WritesAttribute(attribute = Attributes.OBJECTIVE, description = "The objective of the answer."),
    @WritesAttribute(attribute = Attributes.SOLUTION_SOURCE, description = "quantum"),
    @WritesAttribute(attribute = "mime.type", description = "With \"CSV Table\": text/csv."),
    @WritesAttribute(attribute = "filename", description = "With \"CSV Table\": it ends with .csv."),
    @WritesAttribute(attribute = Attributes.ERROR_KIND, description = "On failure: what kind of problem."),
    @WritesAttribute(attribute = Attributes.ERROR_MESSAGE, description = "On failure: where, and the remedy.")
})
@SeeAlso({EncodeProblem.class, ClassicalOptimize.class, Fallback.class})
@UseCase(
        description = "Turn the outcome of a variational loop into a business answer",
        keywords = {"answer", "decode"},
        configuration = "Connect ClassicalOptimize's \"success\" to this processor and \"failure\" to Fallback.")
@UseCase(
        description = "Keep answers for the time when the quantum road is closed",
        keywords = {"cache", "outage", "fallback"},
        configuration = """
                Set "Answer Cache" here and in Fallback to the same map cache, such as NiFi's MapCacheClientService. A
                problem that comes again while the provider is down is then answered at once by the best answer so far.
                """)
@UseCase(
        description = "Score the samples of a single evaluation classically",
        keywords = {"sampling", "search"},
        configuration = """
                Connect PollResult's "success" directly to this processor, without ClassicalOptimize: the best of the
                measured samples is the answer.
                """)
@UseCase(
        description = "Hand a quantum kernel or quantum feature vectors to a classical model",
        keywords = {"quantum kernel", "feature extraction", "embedding", "machine learning", "csv"},
        configuration = """
                Connect PollResult's "success" directly to this processor and set "Solution Format" to "CSV Table": a
                line for each row of the table, with its label. Runs that have their answer already, from Fallback for
                instance, may come here too: only their form changes.
                """)
public class DecodeSolution extends RunProcessor {

    static final PropertyDescriptor SOLUTION_FORMAT = new PropertyDescriptor.Builder()
            .name("Solution Format")
            .description("The form in which the answer goes on.")
            .required(true)
            .allowableValues(SolutionFormat.class)
            .defaultValue(SolutionFormat.RUN)
            .build();

    static final Relationship REL_SUCCESS = new Relationship.Builder()
            .name("success")
            .description("Runs with their solution")
            .build();

    static final Relationship REL_FAILURE = new Relationship.Builder()
            .name("failure")
            .description("Runs without a problem or without a sample; the content is unchanged")
            .build();

    private static final List<PropertyDescriptor> PROPERTY_DESCRIPTORS =
            List.of(SOLUTION_FORMAT, AnswerCaches.ANSWER_CACHE);

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
    public void onTrigger(ProcessContext context, ProcessSession session) {
        FlowFile flowFile = session.get();
        if (flowFile == null) {
            return;
        }
        SolutionFormat format = context.getProperty(SOLUTION_FORMAT).asAllowableValue(SolutionFormat.class);
        try {
            Run run = run(session, flowFile);
            switch (format) {
                case RUN -> transferSolved(session, flowFile, new Decode(clock(), cache).apply(run), REL_SUCCESS);
                case CSV -> transferTable(session, flowFile, solved(run));
            }
        } catch (RunException e) {
            divert(session, flowFile, REL_FAILURE, ErrorKind.INVALID.name(), e.getMessage());
        }
    }

    /** An answer that is there, by whichever road, only changes its form. */
    private Run solved(Run run) {
        return run.find(Section.SOLUTION).isPresent() ? run : new Decode(clock(), cache).apply(run);
    }

    private void transferTable(ProcessSession session, FlowFile flowFile, Run run) {
        CsvTable table = CsvTable.of(run);
        Map<String, String> attributes = new HashMap<>(answerAttributes(run));
        attributes.put(CoreAttributes.MIME_TYPE.key(), CsvTable.MIME_TYPE);
        attributes.put(CoreAttributes.FILENAME.key(), csvName(flowFile.getAttribute(CoreAttributes.FILENAME.key())));
        FlowFile written = session.putAllAttributes(session.write(flowFile, table::writeTo), attributes);
        transferSolved(session, written, run.get(Section.SOLUTION), REL_SUCCESS);
    }

    private static String csvName(String name) {
        int point = name.lastIndexOf('.');
        return (point > 0 ? name.substring(0, point) : name) + ".csv";
    }
}
