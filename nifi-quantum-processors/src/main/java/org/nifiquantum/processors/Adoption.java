// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.processors;

import java.time.InstantSource;
import org.apache.nifi.flowfile.FlowFile;
import org.apache.nifi.flowfile.attributes.CoreAttributes;
import org.apache.nifi.processor.ProcessContext;
import org.nifiquantum.optimization.encoding.InitialAngles;
import org.nifiquantum.run.document.Run;
import org.nifiquantum.run.document.RunException;
import org.nifiquantum.run.input.Input;
import org.nifiquantum.run.input.InputFormat;
import org.nifiquantum.run.input.InputReader;
import org.nifiquantum.run.step.Encode;
import org.nifiquantum.run.step.EncodeOutcome;
import org.nifiquantum.run.step.EncodeSettings;

/** Makes what reaches SubmitCircuit from elsewhere a run: a bare circuit, or a document no processor of ours wrote. */
final class Adoption {

    private Adoption() {}

    /**
     * Adopts.
     *
     * @throws RunException if the content is neither, or a circuit with unbound parameters
     */
    static Run adopt(byte[] content, FlowFile flowFile, ProcessContext context, InstantSource clock) {
        Input input =
                InputReader.read(content, InputFormat.AUTOMATIC, flowFile.getAttribute(CoreAttributes.FILENAME.key()));
        return switch (input) {
            case Input.OfRun given -> given.run();
            case Input.OfProgram program -> encode(program, flowFile, context, clock);
            case Input.OfProblem problem ->
                throw new RunException("", "This is a problem, not a circuit; EncodeProblem makes it one");
        };
    }

    private static Run encode(Input.OfProgram program, FlowFile flowFile, ProcessContext context, InstantSource clock) {
        EncodeSettings settings = new EncodeSettings(
                1,
                InitialAngles.AUTO,
                PerFlowFile.integer(context, CommonProperties.SHOTS, flowFile.getAttributes()),
                PerFlowFile.wholeNumber(context, CommonProperties.SEED, flowFile.getAttributes()),
                Integer.MAX_VALUE,
                PerFlowFile.circuitParameters(flowFile.getAttributes()));
        String runId = flowFile.getAttribute(CoreAttributes.UUID.key());
        return switch (new Encode(clock).apply(program, runId, settings)) {
            case EncodeOutcome.Encoded(Run run) -> run;
            case EncodeOutcome.Unsuitable(Run run, String reason) -> throw new RunException("", reason);
        };
    }
}
