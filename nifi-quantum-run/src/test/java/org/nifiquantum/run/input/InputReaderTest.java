// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nifiquantum.engine.circuit.BitString;
import org.nifiquantum.optimization.problem.BinaryProblem;
import org.nifiquantum.run.document.Program;
import org.nifiquantum.run.document.RunException;
import org.nifiquantum.run.document.Sha256;

class InputReaderTest {

    @Test
    void readsAMaxCutWithItsNames() {
        BinaryProblem problem = problem("""
                {"type": "maxcut", "nodes": ["a", 7, "c"],
                 "edges": [{"source": "a", "target": 7, "weight": 2.5}, {"source": "c", "target": 7}]}""");
        assertEquals(List.of("a", "7", "c"), problem.variables());
        assertEquals(3.5, problem.objective(BitString.parse("010")));
        assertEquals(1.0, problem.objective(BitString.parse("100")));
    }

    @Test
    void edgesNameTheNodesWhereNoneAreGiven() {
        BinaryProblem problem = problem("""
                {"type": "maxcut", "edges": [{"source": "x", "target": "y"}, {"source": "y", "target": "z"}]}""");
        assertEquals(List.of("x", "y", "z"), problem.variables());
    }

    @Test
    void tellsFormatsByTheirFirstLine() {
        assertInstanceOf(Input.OfProblem.class, read("3\r\n0 1  \r\n1 2\r\n\r\n", ""));
        assertInstanceOf(Input.OfProgram.class, read("OPENQASM 3.0;\nqubit q;\n", ""));
        assertInstanceOf(Input.OfProblem.class, read("  {\"type\":\"maxcut\",\"edges\":[],\"nodes\":[1]}", ""));
    }

    @Test
    void aProgramWhoseStepsDependOnOutcomesKeepsNoNamesAndHasNoDepth() {
        Program three = program("qubit[1] secret; bit b; b = measure secret[0]; if (b) x secret[0]; // acme\n");
        assertEquals(Program.OPENQASM_3, three.language());
        assertFalse(three.source().contains("secret") || three.source().contains("acme"), three.source());
        assertEquals(OptionalInt.empty(), three.depth());
        assertEquals(Sha256.ofText(three.source()), three.sha256());
        Program two = program("OPENQASM 2.0; qreg q[1]; creg c[1]; measure q -> c; if (c==1) U(0,0,0) q[0];");
        assertEquals(Program.OPENQASM_2, two.language());
        assertEquals(1, two.qubits());
    }

    private static Program program(String source) {
        return ((Input.OfProgram) read(source, "program.qasm")).program();
    }

    @Test
    void aPropertyGoesBeforeTheNameAndTheNameBeforeTheContent() {
        assertInstanceOf(
                Input.OfProblem.class,
                InputReader.read("2\n0 1".getBytes(StandardCharsets.UTF_8), InputFormat.QEDC_GRAPH, "graph.json"));
        assertThrows(RunException.class, () -> read("2\n0 1", "graph.json"));
        assertThrows(
                RunException.class,
                () -> InputReader.read("2\n0 1".getBytes(StandardCharsets.UTF_8), InputFormat.RUDY_GRAPH, ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"edges\": []}                                        | /type: is missing",
                "{\"type\": \"tour\"}                                   | /type: [tour] is not known",
                "{\"type\": \"maxcut\"}                                 | /edges: must be an array",
                "{\"type\": \"maxcut\", \"edges\": []}                  | /nodes: the problem has no nodes",
                "{\"type\": \"maxcut\", \"nodes\": [\"a\", \"a\"], \"edges\": []} | /nodes/1: [a] is named twice",
                "{\"type\": \"maxcut\", \"nodes\": [\"a\"], \"edges\": [{\"source\": \"a\", \"target\": \"b\"}]} | /edges/0/target: [b] is not among the nodes",
                "{\"type\": \"maxcut\", \"edges\": [{\"source\": \"a\", \"target\": \"a\"}]} | /edges/0: joins a node with itself",
                "{\"type\": \"maxcut\", \"edges\": [{\"source\": \"a\"}]} | /edges/0/target: must be a name",
                "{\"type\": \"maxcut\", \"edges\": [{\"source\": \"a\", \"target\": \"b\", \"weight\": 1e999}]} | /edges/0/weight: must be a finite number",
                "{\"type\": \"maxcut\", \"edges\": [{\"source\": \"a\", \"target\": \"b\", \"weight\": \"3\"}]} | /edges/0/weight: must be a finite number",
                "{\"type\": \"maxcut\", \"edges\": [{\"source\": NaN}]}  | line 1, column",
                "{\"type\": \"maxcut\", \"edges\": [                     | line 1, column",
                "{\"type\": \"maxcut\", \"nodes\": [\"\"], \"edges\": []} | /nodes/0: The node has no name",
                "hello                                                  | line 1: [hello] is neither",
                "{\"schema\": \"nifi-quantum/run/1\"}                   | : required property 'id' not found",
                "{\"schema\": \"nifi-quantum/run/7\", \"id\": \"x\"}    | /schema",
                "{\"schema\": \"nifi-quantum/run/1\", \"id\": \"x\", \"problem\": {\"type\": 3}} | /problem",
            })
    void namesThePlaceAndTheRemedy(String content, String complaint) {
        RunException refusal = assertThrows(RunException.class, () -> read(content, ""));
        assertTrue(
                (refusal.place().isEmpty() ? ": " + refusal.getMessage() : refusal.getMessage()).contains(complaint),
                refusal.getMessage());
    }

    @Test
    void saysThatNothingIsThere() {
        assertTrue(assertThrows(RunException.class, () -> read("", ""))
                .getMessage()
                .startsWith("The content is empty"));
    }

    @Test
    void refusesWhatIsNotText() {
        byte[] content = {'4', '\n', (byte) 0xC3, (byte) 0x28};
        RunException refusal =
                assertThrows(RunException.class, () -> InputReader.read(content, InputFormat.QEDC_GRAPH, ""));
        assertEquals("byte 2", refusal.place());
    }

    @Test
    void refusesTenThousandBrackets() {
        RunException refusal = assertThrows(RunException.class, () -> read("{\"a\":" + "[".repeat(10_000), ""));
        assertTrue(
                refusal.getMessage().contains("depth (65) exceeds the maximum allowed (64); "), refusal.getMessage());
    }

    @Test
    void aTextsErrorNamesItsLineAsThePlace() {
        RunException refusal = assertThrows(RunException.class, () -> read("3 1\n1 4 1\n", "a.mc"));
        assertEquals("line 2, column 3", refusal.place());
        assertTrue(refusal.getMessage().startsWith("line 2, column 3: There is no node 4."), refusal.getMessage());
    }

    private static BinaryProblem problem(String json) {
        return (BinaryProblem) ((Input.OfProblem) read(json, "")).problem();
    }

    private static Input read(String content, String name) {
        return InputReader.read(content.getBytes(StandardCharsets.UTF_8), InputFormat.AUTOMATIC, name);
    }
}
