// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.processors;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.apache.nifi.processor.Processor;
import org.apache.nifi.processor.Relationship;
import org.apache.nifi.reporting.InitializationException;
import org.apache.nifi.util.MockFlowFile;
import org.apache.nifi.util.TestRunner;
import org.apache.nifi.util.TestRunners;
import org.nifiquantum.optimization.encoding.InitialAngles;
import org.nifiquantum.run.document.Run;
import org.nifiquantum.run.document.RunReader;
import org.nifiquantum.run.document.RunWriter;
import org.nifiquantum.run.document.Section;
import org.nifiquantum.run.document.Totals;
import org.nifiquantum.run.input.InputFormat;
import org.nifiquantum.run.input.InputReader;
import org.nifiquantum.run.step.Encode;
import org.nifiquantum.run.step.EncodeSettings;
import org.nifiquantum.run.step.SubmissionKey;
import org.nifiquantum.services.simulator.EmbeddedSimulatorService;

/** Documents for tests: the smallest graph, encoded. */
final class Runs {

    static final String MIME_TYPE = Run.MIME_TYPE;
    static final String GRAPH =
            "{\"type\":\"maxcut\",\"edges\":[{\"source\":\"reykjavik\",\"target\":\"tallinn\",\"weight\":2}]}";

    private Runs() {}

    static byte[] encoded() {
        EncodeSettings settings = new EncodeSettings(1, InitialAngles.LINEAR_RAMP, 10, 1, 20, Map.of());
        return RunWriter.toBytes(new Encode(InstantSource.fixed(Instant.EPOCH))
                .apply(InputReader.read(GRAPH.getBytes(StandardCharsets.UTF_8), InputFormat.JSON, ""), "r", settings)
                .run()
                .with(Section.TOTALS, Totals.startingAt(Instant.EPOCH)));
    }

    static String text() {
        return new String(encoded(), StandardCharsets.UTF_8);
    }

    static String submissionKey(String backendId) {
        return SubmissionKey.of(RunReader.read(encoded()), backendId, 1);
    }

    /** A processor whose backend is the embedded simulator. */
    static TestRunner withSimulator(Processor processor) throws InitializationException {
        TestRunner runner = TestRunners.newTestRunner(processor);
        EmbeddedSimulatorService simulator = new EmbeddedSimulatorService();
        runner.addControllerService("simulator", simulator);
        runner.enableControllerService(simulator);
        runner.setProperty(CommonProperties.QUANTUM_BACKEND, "simulator");
        return runner;
    }

    /** Runs until the FlowFile has left, which a job that takes longer than a trigger's patience may need. */
    static MockFlowFile pass(TestRunner runner, Relationship relationship) {
        runner.run(1, false);
        while (runner.getQueueSize().getObjectCount() > 0) {
            runner.run(1, false, false);
        }
        return take(runner, relationship);
    }

    static MockFlowFile take(TestRunner runner, Relationship relationship) {
        runner.assertAllFlowFilesTransferred(relationship, 1);
        MockFlowFile flowFile = runner.getFlowFilesForRelationship(relationship).getFirst();
        runner.clearTransferState();
        return flowFile;
    }
}
