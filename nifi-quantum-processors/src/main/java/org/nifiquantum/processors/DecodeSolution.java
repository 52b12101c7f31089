// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.processors;

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
import org.apache.nifi.flowfile.FlowFile;
import org.apache.nifi.processor.ProcessContext;
import org.apache.nifi.processor.ProcessSession;
import org.apache.nifi.processor.Relationship;
import org.nifiquantum.run.document.Run;
import org.nifiquantum.run.document.RunException;
import org.nifiquantum.run.step.Decode;

@Tags({"quantum", "decode", "solution", "optimization", "maxcut"})
@CapabilityDescription(
        "Reads the best measured sample of a run as an answer in the problem's own words: the value of each"
                + " variable by name, the objective, and whether it is feasible.")
@InputRequirement(Requirement.INPUT_REQUIRED)
@SideEffectFree
@SupportsBatching
@WritesAttributes({
    @WritesAttribute(attribute = Attributes.RUN_STATUS, description = "solved"),
    @WritesAttribute(attribute = Attributes.OBJECTIVE, description = "The objective of the answer."),
    @WritesAttribute(attribute = Attributes.SOLUTION_SOURCE, description = "quantum"),
    @WritesAttribute(attribute = Attributes.ERROR_KIND, description = "On failure: what kind of problem."),
    @WritesAttribute(attribute = Attributes.ERROR_MESSAGE, description = "On failure: where, and the remedy.")
})
@SeeAlso({EncodeProblem.class, ClassicalOptimize.class, Fallback.class})
@UseCase(
        description = "Turn the outcome of a variational loop into a business answer",
        keywords = {"answer", "decode"},
        configuration = "Connect ClassicalOptimize's \"success\" to this processor and \"failure\" to Fallback.")
@UseCase(
        description = "Score the samples of a single evaluation classically",
        keywords = {"sampling", "search"},
        configuration = """
                Connect PollResult's "success" directly to this processor, without ClassicalOptimize: the best of the
                measured samples is the answer.
                """)
public class DecodeSolution extends RunProcessor {

    static final Relationship REL_SUCCESS = new Relationship.Builder()
            .name("success")
            .description("Runs with their solution")
            .build();

    static final Relationship REL_FAILURE = new Relationship.Builder()
            .name("failure")
            .description("Runs without a problem or without a sample; the content is unchanged")
            .build();

    private static final Set<Relationship> RELATIONSHIPS = Relationships.of(REL_SUCCESS, REL_FAILURE);

    @Override
    public Set<Relationship> getRelationships() {
        return RELATIONSHIPS;
    }

    @Override
    public void onTrigger(ProcessContext context, ProcessSession session) {
        FlowFile flowFile = session.get();
        if (flowFile == null) {
            return;
        }
        Run run;
        try {
            run = new Decode(clock()).apply(run(session, flowFile));
        } catch (RunException e) {
            divert(session, flowFile, REL_FAILURE, ErrorKind.INVALID.name(), e.getMessage());
            return;
        }
        transferSolved(session, flowFile, run, REL_SUCCESS);
    }
}
