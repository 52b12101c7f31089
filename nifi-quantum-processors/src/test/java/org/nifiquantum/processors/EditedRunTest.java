// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.processors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.nifi.processor.Relationship;
import org.apache.nifi.reporting.InitializationException;
import org.apache.nifi.util.MockFlowFile;
import org.apache.nifi.util.TestRunner;
import org.apache.nifi.util.TestRunners;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run edited by hand, in each section and before each step: it leaves by failure as it came, naming the place. */
class EditedRunTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String REMOVED = "-";
    private static final String GRAPH = "4\n0 1\n1 2\n2 3\n3 0\n";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/schema                      | \"nifi-quantum/run/9\"   | /schema",
                "/id                          | \" \"                    | /id",
                "/program                     | -                        | /program",
                "/program                     | 7                        | /program",
                "/program/source              | {}                       | /program/source",
                "/program/source              | \"OPENQASM 3.0; foo\"    | /program/sha256",
                "/program/sha256              | \"0000\"                 | /program/sha256",
                "/program/parameters          | []                       | /request/bindings/0",
                "/request                     | -                        | /request",
                "/request/bindings            | []                       | /request/bindings",
                "/request/bindings/0          | [0.5]                    | /request/bindings/0",
                "/request/bindings/0/1        | \"x\"                    | /request/bindings/0/1",
                "/request/bindings/0/1        | null                     | /request/bindings",
                "/request/bindings/0/1        | 1e999                    | /request",
                "/request/shots               | -1                       | /request",
                "/request/shots               | \"many\"                 | /request/shots",
                "/request/seed                | 1.5                      | /request/seed",
                "/request/outputs             | [\"miracle\"]            | /request/outputs/0",
                "/request/outputs             | []                       | /request",
                "/observable                  | []                       | /observable",
                "/observable/terms/0/qubits   | [0, 99]                  | /observable",
                "/observable/terms/0/pauli    | \"QZ\"                   | /observable",
                "/observable/terms/0/pauli    | \"Z\"                    | /observable",
                "/observable/terms/0/coefficient | 1e999                 | /observable",
            })
    void beforeSubmitCircuit(String pointer, String value, String place) throws IOException, InitializationException {
        assertRefused(Runs.withSimulator(new SubmitCircuit()), encoded(), pointer, value, place);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/program/sha256              | \"0000\"                 | /program/sha256",
                "/request/bindings/0          | []                       | /request/bindings/0",
                "/limits                      | {\"jobDeadlineMillis\":\"soon\"} | /limits/jobDeadlineMillis",
                "/totals                      | []                       | /totals",
                "/totals/jobs                 | \"three\"                | /totals/jobs",
                "/totals/startedAt            | \"yesterday\"            | /totals/startedAt",
            })
    void beforePollResult(String pointer, String value, String place) throws IOException, InitializationException {
        assertRefused(Runs.withSimulator(new PollResult()), submitted(), pointer, value, place);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/result                      | -                        | /result",
                "/result/evaluations          | []                       | /result/evaluations",
                "/result/evaluations/0/expectation | null                | /result/evaluations/0/expectation",
                "/result/evaluations/0/expectation | \"low\"             | /result/evaluations/0/expectation",
                "/result/evaluations/0/expectation | 1e999               | /result/evaluations/0",
                "/result/evaluations/0/standardError | -1                | /result/evaluations/0",
                "/result/evaluations/0/counts | {\"01\": 3}              | /result/evaluations/0",
                "/result/evaluations/0/counts | {\"01x1\": 3}            | /result/evaluations/0",
                "/result/evaluations/0/counts | {\"0101\": \"x\"}        | /result/evaluations/0/counts/0101",
                "/request                     | -                        | /request",
                "/request/bindings            | [[0.1,0.2],[0.3,0.4]]    | /result/evaluations",
                "/totals                      | -                        | /totals",
                "/encoding/scale              | \"large\"                | /encoding/scale",
                "/observable/terms            | 4                        | /observable/terms",
                "/observable/terms/0/qubits   | [0, 99]                  | /observable",
                "/optimization                | 3                        | /optimization",
                "/optimization                | {}                       | /optimization",
            })
    void beforeClassicalOptimize(String pointer, String value, String place)
            throws IOException, InitializationException {
        assertRefused(TestRunners.newTestRunner(new ClassicalOptimize()), collected(), pointer, value, place);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/optimization/optimizer            | \"magic\"          | /optimization",
                "/optimization/settings             | -                  | /optimization",
                "/optimization/settings/tolerance   | -1                 | /optimization",
                "/optimization/settings/start       | []                 | /optimization",
                "/optimization/best/parameters      | 5                  | /optimization/best/parameters",
                "/optimization/best/sample/bits     | 5                  | /optimization/best/sample",
                "/optimization/evaluations          | {}                 | /optimization/evaluations",
                "/optimization/evaluations          | [7]                | /optimization/evaluations/0",
                "/optimization/evaluations/0/value  | \"low\"            | /optimization/evaluations/0/value",
                "/optimization/evaluations/0/value  | 1e999              | /optimization",
                "/optimization/evaluations/0/parameters | [9, 9]         | /optimization",
                "/optimization/evaluations          | []                 | /optimization",
            })
    void beforeTheSecondStepOfClassicalOptimize(String pointer, String value, String place)
            throws IOException, InitializationException {
        TestRunner submit = Runs.withSimulator(new SubmitCircuit());
        submit.enqueue(optimized("20", ClassicalOptimize.REL_EVALUATE));
        TestRunner poll = Runs.withSimulator(new PollResult());
        poll.enqueue(Runs.pass(submit, SubmitCircuit.REL_SUCCESS));
        MockFlowFile second = Runs.pass(poll, PollResult.REL_SUCCESS);
        assertRefused(TestRunners.newTestRunner(new ClassicalOptimize()), second, pointer, value, place);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/problem                           | -                  | /problem",
                "/problem                           | [1]                | /problem",
                "/problem/type                      | \"tour\"           | /problem/type",
                "/problem/edges/1/weight            | \"heavy\"          | /problem/edges/1/weight",
                "/problem/nodes                     | [\"0\"]            | /problem/edges/0/target",
                "/optimization/best/sample/bits     | \"01\"             | /optimization/best/sample/bits",
                "/optimization/best/sample/bits     | \"01a1\"           | /optimization/best/sample",
                "/optimization/stopReason           | {}                 | /optimization/stopReason",
                "/totals                            | -                  | /totals",
            })
    void beforeDecodeSolution(String pointer, String value, String place) throws IOException, InitializationException {
        assertRefused(
                TestRunners.newTestRunner(new DecodeSolution()),
                optimized("1", ClassicalOptimize.REL_SUCCESS),
                pointer,
                value,
                place);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/problem                           | -                  | /problem",
                "/problem/edges                     | 7                  | /problem/edges",
                "/totals/wallMillis                 | \"long\"           | /totals/wallMillis",
            })
    void beforeFallback(String pointer, String value, String place) throws IOException {
        assertRefused(TestRunners.newTestRunner(new Fallback()), encoded(), pointer, value, place);
    }

    /** A run that comes back to the start is held against the schema, whatever is wrong with it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/id                                | 7                  | /id",
                "/software                          | \"mine\"           | /software",
                "/limits                            | 3                  | /limits",
                "/problem/edges/0/weight            | \"heavy\"          | /problem",
                "/encoding                          | []                 | /encoding",
                "/program                           | []                 | /program",
                "/observable                        | 1                  | /observable",
                "/request                           | 1                  | /request",
                "/execution                         | 1                  | /execution",
                "/result                            | 1                  | /result",
                "/totals                            | 1                  | /totals",
                "/solution                          | 1                  | /solution",
                "/comparison                        | 1                  | /comparison",
                "/optimization                      | 1                  | /optimization",
            })
    void beforeEncodeProblem(String pointer, String value, String place) throws IOException {
        assertRefused(TestRunners.newTestRunner(new EncodeProblem()), encoded(), pointer, value, place);
    }

    private static void assertRefused(
            TestRunner runner, MockFlowFile original, String pointer, String value, String place)
            throws JsonProcessingException {
        String content = edited(original.getContent(), pointer, value);
        runner.enqueue(content.getBytes(StandardCharsets.UTF_8), original.getAttributes());
        runner.run();
        runner.assertTransferCount("failure", 1);
        MockFlowFile failed = runner.getFlowFilesForRelationship("failure").getFirst();
        failed.assertContentEquals(content);
        String message = failed.getAttribute(Attributes.ERROR_MESSAGE);
        assertTrue(message.startsWith(place + ": ") || message.startsWith(place + "/"), message);
        assertEquals(0, runner.getLogger().getErrorMessages().size(), "nothing went wrong but the document");
    }

    private static String edited(String document, String place, String value) throws JsonProcessingException {
        JsonPointer pointer = JsonPointer.compile(place);
        JsonNode tree = MAPPER.readTree(document);
        JsonNode parent = tree.at(pointer.head());
        String name = pointer.last().getMatchingProperty();
        if (REMOVED.equals(value)) {
            ((ObjectNode) parent).remove(name);
        } else if (parent instanceof ArrayNode array) {
            array.set(pointer.last().getMatchingIndex(), MAPPER.readTree("\"EDIT\""));
        } else {
            ((ObjectNode) parent).put(name, "EDIT");
        }
        // As text, since a number like 1e999 does not survive being parsed.
        return MAPPER.writeValueAsString(tree).replace("\"EDIT\"", value);
    }

    private static MockFlowFile encoded() {
        TestRunner encode = TestRunners.newTestRunner(new EncodeProblem());
        encode.setProperty(AnsatzProperties.LAYERS, "1");
        encode.enqueue(GRAPH);
        return Runs.pass(encode, EncodeProblem.REL_SUCCESS);
    }

    private static MockFlowFile submitted() throws InitializationException {
        TestRunner submit = Runs.withSimulator(new SubmitCircuit());
        submit.enqueue(encoded());
        return Runs.pass(submit, SubmitCircuit.REL_SUCCESS);
    }

    private static MockFlowFile collected() throws InitializationException {
        TestRunner poll = Runs.withSimulator(new PollResult());
        poll.enqueue(submitted());
        return Runs.pass(poll, PollResult.REL_SUCCESS);
    }

    private static MockFlowFile optimized(String maximum, Relationship relationship) throws InitializationException {
        TestRunner optimize = TestRunners.newTestRunner(new ClassicalOptimize());
        optimize.setProperty(OptimizeProperties.MAXIMUM_EVALUATIONS, maximum);
        optimize.enqueue(collected());
        return Runs.pass(optimize, relationship);
    }
}
