// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.processors;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.nifi.util.MockFlowFile;
import org.apache.nifi.util.TestRunner;
import org.apache.nifi.util.TestRunners;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nifiquantum.run.document.RunReader;
import org.nifiquantum.run.document.Section;

/** What users feed by mistake or malice: it leaves by failure as it came, and the message names the place. */
class BadInputTest {

    private static final String NAN_EDGE = "{\"source\":\"a\",\"target\":\"b\",\"weight\":NaN}";

    static Stream<Arguments> badInputs() {
        return Stream.of(
                bad("empty", "", "", "content is empty"),
                bad("blanks", "graph.json", "  \n ", "not an object"),
                bad("truncated JSON", "", "{\"type\":\"maxcut\",\"edges\":[{\"source\":\"a\",", "line 1, column"),
                bad("another version", "", "{\"schema\":\"nifi-quantum/run/2\",\"id\":\"x\"}", "/schema"),
                bad("a weight that is NaN", "", maxCut(NAN_EDGE), "line 1, column"),
                bad("an infinite weight", "", maxCut(edge("a", "b", "1e999")), "/edges/0/weight: must be a finite"),
                bad("a weight as text", "", maxCut(edge("a", "b", "\"2\"")), "/edges/0/weight"),
                bad("a self-loop", "", maxCut(edge("a", "a", "1")), "/edges/0"),
                bad(
                        "a node that is not in the graph",
                        "",
                        "{\"type\":\"maxcut\",\"nodes\":[\"a\"],\"edges\":[" + edge("a", "zz", "1") + "]}",
                        "/edges/0/target: [zz]"),
                bad("no nodes at all", "", maxCut(""), "/nodes"),
                bad("an unknown problem", "", "{\"type\":\"tour\"}", "/type: [tour]"),
                bad("nested brackets", "", "{\"type\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}", "nest"),
                bad("a node beyond the graph", "graph.txt", "3\n0 1\n1 7\n", "line 3"),
                bad("a graph cut short", "graph.txt", "3\n0 1\n1\n", "line 3"),
                bad("two formats that fit", "graph.txt", "3 2\n1 2 1\n2 3 1\n", "Input Format"),
                bad("neither this nor that", "graph.txt", "hello\n", "line 1"),
                bad("a gate that is not known", "circuit.qasm", "OPENQASM 3.0;\nqubit q;\nfoo q;\n", "line 3:1"),
                bad(
                        "a parameter without a value",
                        "circuit.qasm",
                        "OPENQASM 3.0;\ninclude \"stdgates.inc\";\ninput float theta;\nqubit q;\nrx(theta) q;\n",
                        "quantum.parameter.theta"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badInputs")
    void leavesByFailureAsItCame(String what, String fileName, String content, String complaint) {
        TestRunner runner = TestRunners.newTestRunner(new EncodeProblem());
        runner.enqueue(content, Map.of("filename", fileName));
        runner.run();
        MockFlowFile failed = only(runner, EncodeProblem.REL_FAILURE.getName());
        failed.assertContentEquals(content);
        failed.assertAttributeEquals(Attributes.ERROR_KIND, "INVALID");
        String message = failed.getAttribute(Attributes.ERROR_MESSAGE);
        assertTrue(message.contains(complaint), message);
        assertTrue(message.length() <= 1_000, "a message is short");
    }

    @Test
    void bytesThatAreNoTextLeaveByFailure() {
        byte[] content = {'3', '\n', (byte) 0xFF, (byte) 0xFE, 0, '\n'};
        TestRunner runner = TestRunners.newTestRunner(new EncodeProblem());
        runner.enqueue(content);
        runner.run();
        MockFlowFile failed = only(runner, EncodeProblem.REL_FAILURE.getName());
        assertArrayEquals(content, failed.toByteArray());
        assertTrue(failed.getAttribute(Attributes.ERROR_MESSAGE).contains("not UTF-8"));
    }

    @ParameterizedTest
    @CsvSource({
        "quantum.layers, 0, 'Layers: must be at least 1, not 0'",
        "quantum.layers, -3, 'Layers: must be at least 1, not -3'",
        "quantum.layers, 1e3, 'Layers: [1e3] is not a whole number'",
        "quantum.layers, 99999999999, 'Layers: [99999999999] is too large'",
        "quantum.shots, -1, 'Shots: must be 0 (exact) or positive, not -1'"
    })
    void aSettingThatMakesNoSenseLeavesByFailure(String attribute, String value, String complaint) {
        TestRunner runner = TestRunners.newTestRunner(new EncodeProblem());
        runner.setProperty(AnsatzProperties.LAYERS, "${quantum.layers:replaceEmpty('1')}");
        runner.setProperty(CommonProperties.SHOTS, "${quantum.shots:replaceEmpty('1')}");
        runner.enqueue(Runs.GRAPH, Map.of(attribute, value));
        runner.run();
        only(runner, EncodeProblem.REL_FAILURE.getName()).assertAttributeEquals(Attributes.ERROR_MESSAGE, complaint);
    }

    @Test
    void sixtyQubitsAreUnsuitableAndSaySo() {
        StringBuilder cycle = new StringBuilder("60\n");
        for (int node = 0; node < 60; node++) {
            cycle.append(node).append(' ').append((node + 1) % 60).append('\n');
        }
        TestRunner runner = TestRunners.newTestRunner(new EncodeProblem());
        runner.enqueue(cycle.toString().getBytes(StandardCharsets.UTF_8));
        runner.run();
        only(runner, EncodeProblem.REL_UNSUITABLE.getName())
                .assertAttributeEquals(Attributes.ERROR_MESSAGE, "60 qubits are needed, at most 20 are allowed");
    }

    /** The complete graph of 1,415 nodes, whose largest cut takes half of the nodes on either side. */
    @Test
    void aMillionEdgesAreAnsweredClassically() {
        int nodes = 1_415;
        StringBuilder graph = new StringBuilder("%d%n".formatted(nodes));
        for (int one = 0; one < nodes; one++) {
            for (int other = one + 1; other < nodes; other++) {
                graph.append(one).append(' ').append(other).append('\n');
            }
        }
        TestRunner encode = TestRunners.newTestRunner(new EncodeProblem());
        encode.enqueue(graph.toString());
        encode.run();
        MockFlowFile unsuitable = only(encode, EncodeProblem.REL_UNSUITABLE.getName());
        TestRunner fallback = TestRunners.newTestRunner(new Fallback());
        fallback.enqueue(unsuitable);
        fallback.run();
        double cut = Double.parseDouble(
                only(fallback, Fallback.REL_SUCCESS.getName()).getAttribute(Attributes.OBJECTIVE));
        double largest = Math.floorDiv(nodes, 2) * Math.ceilDiv(nodes, 2);
        assertEquals(largest, cut, 0.005 * largest);
    }

    /** Windows line ends and trailing blanks are no mistake, nor is a graph without edges, whose every cut is 0. */
    @ParameterizedTest
    @CsvSource({"'3\r\n0 1  \r\n1 2\r\n\r\n', 3", "'4\n', 4"})
    void whatOnlyLooksOddIsEncoded(String graph, int qubits) {
        TestRunner runner = TestRunners.newTestRunner(new EncodeProblem());
        runner.enqueue(graph);
        runner.run();
        MockFlowFile encoded = only(runner, EncodeProblem.REL_SUCCESS.getName());
        assertEquals(
                qubits,
                RunReader.read(encoded.toByteArray()).get(Section.PROGRAM).qubits());
    }

    private static MockFlowFile only(TestRunner runner, String relationship) {
        runner.assertTransferCount(relationship, 1);
        return runner.getFlowFilesForRelationship(relationship).getFirst();
    }

    private static Arguments bad(String what, String fileName, String content, String complaint) {
        return Arguments.of(what, fileName, content, complaint);
    }

    private static String maxCut(String edges) {
        return "{\"type\":\"maxcut\",\"edges\":[%s]}".formatted(edges);
    }

    private static String edge(String source, String target, String weight) {
        return "{\"source\":\"%s\",\"target\":\"%s\",\"weight\":%s}".formatted(source, target, weight);
    }
}
