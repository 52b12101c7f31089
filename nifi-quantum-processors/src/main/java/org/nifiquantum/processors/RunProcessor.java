// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.processors;

import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.apache.nifi.flowfile.FlowFile;
import org.apache.nifi.flowfile.attributes.CoreAttributes;
import org.apache.nifi.processor.AbstractProcessor;
import org.apache.nifi.processor.ProcessSession;
import org.apache.nifi.processor.Relationship;
import org.apache.nifi.processor.exception.ProcessException;
import org.nifiquantum.run.document.Run;
import org.nifiquantum.run.document.RunException;
import org.nifiquantum.run.document.RunReader;
import org.nifiquantum.run.document.RunWriter;
import org.nifiquantum.run.document.Section;
import org.nifiquantum.run.document.Solution;

/** What all steps share: a run is the content of a FlowFile, and what goes wrong is told in two attributes. */
abstract class RunProcessor extends AbstractProcessor {

    private static final int MAXIMUM_MESSAGE = 1_000;
    private static final long MAXIMUM_CONTENT_BYTES = 256L << 20;

    private final InstantSource clock = InstantSource.system();

    InstantSource clock() {
        return clock;
    }

    /** Whether a processor of ours wrote the content. */
    static boolean isRun(FlowFile flowFile) {
        return Run.MIME_TYPE.equals(flowFile.getAttribute(CoreAttributes.MIME_TYPE.key()))
                && flowFile.getAttribute(Attributes.RUN_ID) != null;
    }

    byte[] content(ProcessSession session, FlowFile flowFile) {
        if (flowFile.getSize() > MAXIMUM_CONTENT_BYTES) {
            throw new RunException(
                    "",
                    "The content has %d bytes, at most %d are read"
                            .formatted(flowFile.getSize(), MAXIMUM_CONTENT_BYTES));
        }
        // Not readAllBytes: it does not know the length and copies twice.
        byte[] content = new byte[Math.toIntExact(flowFile.getSize())];
        try (InputStream in = session.read(flowFile)) {
            int read = in.readNBytes(content, 0, content.length);
            if (read < content.length) {
                throw new ProcessException(
                        "Content of %s ends after %d of %d bytes".formatted(flowFile, read, content.length));
            }
            return content;
        } catch (IOException e) {
            throw new ProcessException("Content of %s cannot be read".formatted(flowFile), e);
        }
    }

    Run run(ProcessSession session, FlowFile flowFile) {
        return RunReader.read(content(session, flowFile));
    }

    FlowFile write(ProcessSession session, FlowFile flowFile, Run run, Map<String, String> changes) {
        FlowFile written = session.write(flowFile, out -> RunWriter.write(run, out));
        Map<String, String> attributes = new HashMap<>(changes);
        attributes.put(CoreAttributes.MIME_TYPE.key(), Run.MIME_TYPE);
        attributes.put(Attributes.RUN_ID, run.id());
        return session.putAllAttributes(written, attributes);
    }

    /** A message as an attribute holds it. */
    static String shorten(String message) {
        return message.length() <= MAXIMUM_MESSAGE ? message : message.substring(0, MAXIMUM_MESSAGE);
    }

    /** The FlowFile leaves as it came, but for the two attributes that say why. */
    void divert(ProcessSession session, FlowFile flowFile, Relationship relationship, String kind, String message) {
        String shortened = shorten(message);
        FlowFile explained = session.putAllAttributes(
                flowFile, Map.of(Attributes.ERROR_KIND, kind, Attributes.ERROR_MESSAGE, shortened));
        session.getProvenanceReporter().route(explained, relationship, shortened);
        session.transfer(explained, relationship);
        getLogger().warn("{} goes to [{}]: {}: {}", explained, relationship.getName(), kind, shortened);
    }

    /** A run with its answer leaves, whichever road the answer came by. */
    void transferSolved(ProcessSession session, FlowFile flowFile, Run run, Relationship relationship) {
        transferSolved(
                session, write(session, flowFile, run, answerAttributes(run)), run.get(Section.SOLUTION), relationship);
    }

    /** What flows route on once there is an answer. */
    static Map<String, String> answerAttributes(Run run) {
        Solution solution = run.get(Section.SOLUTION);
        return Map.of(
                Attributes.RUN_STATUS, RunStatus.SOLVED.text(),
                Attributes.OBJECTIVE, Double.toString(solution.objective()),
                Attributes.SOLUTION_SOURCE, solution.source());
    }

    /** An answer leaves that has been written already. */
    void transferSolved(ProcessSession session, FlowFile solved, Solution solution, Relationship relationship) {
        session.getProvenanceReporter()
                .modifyContent(
                        solved,
                        "objective %s, source %s: %s"
                                .formatted(solution.objective(), solution.source(), solution.reason()));
        session.transfer(solved, relationship);
        session.adjustCounter("Problems Solved", 1, false);
    }
}
