// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.processors;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
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
}
