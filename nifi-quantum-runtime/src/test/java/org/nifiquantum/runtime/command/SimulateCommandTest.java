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
import java.util.ArrayList;
import java.util.List;
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

    /** The state of q[0] with probability sin^2(0.15) of 1 goes to q[2], whatever is measured on the way. */
    private static final String TELEPORTATION = """
            OPENQASM 3.0;
            include "stdgates.inc";
            qubit[3] q; bit[2] sent; bit result;
            ry(0.3) q[0];
            h q[1]; cx q[1], q[2];
            cx q[0], q[1]; h q[0];
            sent = measure q[0:1];
            delay[100ns] q[2];
            if (sent[1]) x q[2];
            if (sent[0]) z q[2];
            result = measure q[2];
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
        Files.writeString(folder.resolve("teleport.qasm"), TELEPORTATION);
    }

    /** A chain of flips copies q[0] to all qubits, more than any state vector has. */
    @Test
    void givesAnExpectationOfManyQubits() throws IOException {
        Files.writeString(
                folder.resolve("chain.qasm"),
                "OPENQASM 3.0; include \"stdgates.inc\"; qubit[60] q; ry(1.0) q[0]; for int i in [0:58] cx q[i], q[i + 1];");
        Files.writeString(
                folder.resolve("ends.json"),
                "{\"terms\":[{\"pauli\":\"ZZ\",\"qubits\":[0,59],\"coefficient\":1},"
                        + "{\"pauli\":\"Z\",\"qubits\":[59],\"coefficient\":1}],\"constant\":0}");
        String observable = folder.resolve("ends.json").toString();
        assertEquals(0, simulate("chain.qasm", "--observable", observable, "--format", "json"), err::toString);
        JsonNode json = new ObjectMapper().readTree(out.toString());
        assertEquals(1 + Math.cos(1.0), json.path("expectation").asDouble(), 1e-12);
        assertEquals("light cones", json.path("method").asText());
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

    @Test
    void runsWhatDependsOnMeasurements() throws JsonProcessingException {
        assertEquals(0, simulate("teleport.qasm", "--shots", "1000", "--seed", "2", "--probabilities"));
        JsonNode result = new ObjectMapper().readTree(out.toString());
        double one = Math.pow(Math.sin(0.15), 2);
        int shots = 0;
        for (String sent : new String[] {"00", "01", "10", "11"}) {
            assertEquals(one / 4, result.at("/probabilities/1" + sent).asDouble(), 1e-12);
            assertEquals((1 - one) / 4, result.at("/probabilities/0" + sent).asDouble(), 1e-12);
            shots += result.at("/counts/1" + sent).asInt()
                    + result.at("/counts/0" + sent).asInt();
        }
        assertEquals(1000, shots);
        assertEquals("result", result.at("/registers/0/name").asText());
        assertEquals("sent", result.at("/registers/1/name").asText());
        assertEquals(2, result.at("/registers/1/bits").asInt());
        assertTrue(err.toString().contains("line 8:7: delays do nothing here"), err::toString);
    }

    @Test
    void namesTheRegistersOfTheResult() {
        assertEquals(0, simulate("teleport.qasm", "--format", "text", "--probabilities"));
        List<String> lines = out.toString().lines().toList();
        assertTrue(lines.get(0).startsWith("3 qubits, state vector, shot by shot"), lines.get(0));
        assertEquals("  result[1] sent[2]", lines.get(1));
        assertTrue(lines.get(2).startsWith("  0 00  0.24"), lines.get(2));
        assertEquals(10, lines.size());
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
                "circuit.qasm | --observable=x | 3 | x: there is no such file",
                "circuit.qasm | --noise=x     | 3 | x: there is no such file",
                "missing.qasm |               | 3 | there is no such file",
            })
    void saysWhatIsWrongAndEndsWithItsCode(String name, String option, int code, String complaint) {
        assertEquals(code, option == null ? simulate(name) : simulate(name, option));
        assertTrue(err.toString().contains(complaint), err::toString);
        assertEquals("", out.toString());
    }

    @Test
    void whatDependsOnMeasurementsHasNoOneStateAndTakesNoNoise() throws IOException {
        assertEquals(3, simulate("teleport.qasm", "--observable", file("observable.json")));
        assertTrue(
                err.toString().contains("line 9:5: the outcome of a measurement is needed, so there is no one state"));
        assertEquals(3, simulate("teleport.qasm", "--noise", noise("{}")));
        assertTrue(err.toString().contains("no circuit to put noise into"), err::toString);
    }

    /** Depolarising takes its strength of the expectations of RY(theta)'s qubit; CX is ideal by its own rule. */
    @Test
    void simulatesNoise() throws IOException {
        String file = noise("""
                {"rules": [{"channels": [{"type": "depolarizing", "qubits": 1, "strength": 0.2}]}, {"gate": "cx"}]}
                """);
        assertEquals(
                0,
                simulate(
                        "circuit.qasm",
                        "--set",
                        "theta=1.0",
                        "--noise",
                        file,
                        "--probabilities",
                        "--observable",
                        file("observable.json")));
        JsonNode result = new ObjectMapper().readTree(out.toString());
        assertEquals(2 + 0.8 * Math.cos(1.0) + 0.25, result.path("expectation").asDouble(), 1e-12);
        assertEquals(
                (1 + 0.8 * Math.cos(1.0)) / 2, result.at("/probabilities/000").asDouble(), 1e-12);
        assertEquals("density matrix", result.path("method").asText());
    }

    @Test
    void namesThePlaceInANoiseModel() throws IOException {
        assertEquals(3, simulate("circuit.qasm", "--set", "theta=1.0", "--noise", noise("{\"rulez\": []}")));
        assertTrue(err.toString().contains("/rulez"), err::toString);
    }

    private String noise(String json) throws IOException {
        return Files.writeString(folder.resolve("noise.json"), json).toString();
    }

    private int simulate(String name, String... options) {
        CommandLine commandLine =
                QuantumCommand.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        List<String> arguments = new ArrayList<>(List.of("simulate", file(name)));
        arguments.addAll(List.of(options));
        if (!arguments.contains("--format")) {
            arguments.addAll(List.of("--format", "json"));
        }
        return commandLine.execute(arguments.toArray(String[]::new));
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }
}
