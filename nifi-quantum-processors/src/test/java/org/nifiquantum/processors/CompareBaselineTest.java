// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.processors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.nifi.components.ConfigVerificationResult;
import org.apache.nifi.util.MockFlowFile;
import org.apache.nifi.util.TestRunner;
import org.apache.nifi.util.TestRunners;
import org.junit.jupiter.api.Test;
import org.nifiquantum.run.document.Comparison;
import org.nifiquantum.run.document.RunReader;
import org.nifiquantum.run.document.Section;

class CompareBaselineTest {

    /** A path: all of its edges can be cut. */
    private static final String GRAPH = """
            {"type": "maxcut", "nodes": ["a", "b", "c"], "edges": [
              {"source": "a", "target": "b", "weight": 1}, {"source": "b", "target": "c", "weight": 2}]}""";

    private final TestRunner compare = TestRunners.newTestRunner(new CompareBaseline());

    @Test
    void anAnswerStandsBesideItsBaseline() {
        TestRunner fallback = TestRunners.newTestRunner(new Fallback());
        fallback.enqueue(GRAPH);
        compare.setProperty(CompareBaseline.BEST_KNOWN, "${best.known}");
        MockFlowFile answered = Runs.pass(fallback, Fallback.REL_SUCCESS);
        answered.putAttributes(Map.of("best.known", "4"));
        compare.enqueue(answered);
        MockFlowFile compared = Runs.pass(compare, CompareBaseline.REL_SUCCESS);
        compared.assertAttributeEquals(Attributes.VERDICT, "equal");
        Comparison comparison = RunReader.read(compared.toByteArray()).get(Section.COMPARISON);
        assertEquals(0.25, comparison.gapToBestKnown().orElseThrow());
        assertEquals(3, comparison.baseline().objective());
    }

    @Test
    void aRunWithoutAnAnswerFailsUnchanged() throws IOException {
        TestRunner encode = TestRunners.newTestRunner(new EncodeProblem());
        encode.enqueue(GRAPH);
        MockFlowFile encoded = Runs.pass(encode, EncodeProblem.REL_SUCCESS);
        compare.enqueue(encoded);
        MockFlowFile failed = Runs.pass(compare, CompareBaseline.REL_FAILURE);
        failed.assertContentEquals(encoded.toByteArray());
        failed.assertAttributeEquals(
                Attributes.ERROR_MESSAGE, "/solution: is missing; DecodeSolution or Fallback writes it");
    }

    @Test
    void saysHowItWillCompare() {
        List<ConfigVerificationResult> results = ((CompareBaseline) compare.getProcessor())
                .verify(compare.getProcessContext(), compare.getLogger(), Map.of());
        assertEquals(
                "19 repetitions of the answer's time each, seed 1",
                results.getFirst().getExplanation());
    }
}
