// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class SimulateCommandTest {

    private static final String CIRCUIT = """
            OPENQASM 3.0;
            include "stdgates.inc";
            input float theta;
            qubit[3] q;
            bit[3] c;
            ry(theta) q[0];
            cx q[0], q[2];
            c = measure q;
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void writeFiles() throws IOException {
        Files.writeString(folder.resolve("circuit.qasm"), CIRCUIT);
        Files.writeString(folder.resolve("broken.qasm"), "OPENQASM 3.0;\nqubit q;\nfoo q;\n");
        Files.writeString(
                folder.resolve("observable.json"),
                "{\"terms\":[{\"pauli\":\"ZZ\",\"qubits\":[0,2],\"coefficient\":2},"
                        + "{\"pauli\":\"Z\",\"qubits\":[2],\"coefficient\":1}],\"constant\":0.25}");
        Files.writeString(folder.resolve("empty"), "");
    }

    /** RY(theta) and CX give cos|000> + sin|101> of half the angle, so ZZ is 1 and Z is cos(theta). */
    @Test
    void givesExactlyWhatIsAskedFor() throws JsonProcessingException {
        assertEquals(
                0,
                simulate(
                        "circuit.qasm",
                        "--set",
                        "theta=1.0",
                        "--probabilities",
                        "--observable",
                        file("observable.json")));
        JsonNode result = new ObjectMapper().readTree(out.toString());
        assertEquals(Math.pow(Math.cos(0.5), 2), result.at("/probabilities/000").asDouble(), 1e-12);
        assertEquals(Math.pow(Math.sin(0.5), 2), result.at("/probabilities/101").asDouble(), 1e-12);
        assertEquals(2, result.path("probabilities").size());
        assertEquals(2 + Math.cos(1.0) + 0.25, result.path("expectation").asDouble(), 1e-12);
        assertEquals(3, result.path("qubits").asInt());
        assertFalse(result.has("counts"));
    }

    @Test
    void samplesTheSameForTheSameSeed() throws JsonProcessingException {
        assertEquals(0, simulate("circuit.qasm", "--set", "theta=1.0", "--shots", "1000", "--seed", "5"));
        JsonNode first = new ObjectMapper().readTree(out.toString()).path("counts");
        out.getBuffer().setLength(0);
        assertEquals(0, simulate("circuit.qasm", "--set", "theta=1.0", "--shots", "1000", "--seed", "5"));
        assertEquals(first, new ObjectMapper().readTree(out.toString()).path("counts"));
        assertEquals(1000, first.path("000").asInt() + first.path("101").asInt());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "circuit.qasm |               | 3 | input theta has no value",
                "circuit.qasm | --set=phi=1   | 3 | the circuit's input parameters are [theta]",
                "circuit.qasm | --set=theta=x | 2 | 'x' is not a double",
                "circuit.qasm | --shots=0     | 2 | --shots must be positive",
                "broken.qasm  |               | 3 | line 3:1: gate 'foo' is not known",
                "empty        |               | 3 | empty",
                "missing.qasm |               | 3 | there is no such file",
            })
    void saysWhatIsWrongAndEndsWithItsCode(String name, String option, int code, String complaint) {
        assertEquals(code, option == null ? simulate(name) : simulate(name, option));
        assertTrue(err.toString().contains(complaint), err::toString);
        assertEquals("", out.toString());
    }

    private int simulate(String name, String... options) {
        CommandLine commandLine =
                QuantumCommand.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        String[] arguments = new String[options.length + 4];
        arguments[0] = "simulate";
        arguments[1] = file(name);
        arguments[2] = "--format";
        arguments[3] = "json";
        System.arraycopy(options, 0, arguments, 4, options.length);
        return commandLine.execute(arguments);
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }
}
