// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nifiquantum.engine.SharedData;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.program.Program;

/** Circuits and programs that others published in OpenQASM 2, against their exact probabilities. */
class PublishedVersionTwoCircuitsTest {
    private static Path folder;
    private static JsonNode expected;

    @BeforeAll
    static void find() throws IOException {
        folder = SharedData.folder("qasm2");
        expected = new ObjectMapper()
                .readTree(folder.resolve("expected.json").toFile())
                .get("circuits");
    }

    private static String source(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    @Test
    void giveTheirExactProbabilities() throws IOException {
        for (Map.Entry<String, JsonNode> entry : expected.properties()) {
            Program program = OpenQasmReader.readProgram(source(entry.getKey()));
            long start = System.nanoTime();
            Map<String, Double> probabilities = Programs.probabilities(source(entry.getKey()));
            long nanos = System.nanoTime() - start;
            double distance = distance(entry.getValue(), probabilities);
            Programs.report("qasm2/" + entry.getKey(), program, nanos, distance);
            assertTrue(distance < 1e-9, entry.getKey() + " differs by " + distance);
        }
        assertEquals(50, expected.size());
    }

    @Test
    void areWrittenInBothVersions() throws IOException {
        for (Map.Entry<String, JsonNode> entry : expected.properties()) {
            if (OpenQasmReader.readProgram(source(entry.getKey())) instanceof Program.Static program) {
                for (String written :
                        new String[] {OpenQasmWriter.write(program.circuit()), OpenQasm2Writer.write(program.circuit())
                        }) {
                    Circuit read = OpenQasmReader.read(written);
                    double distance = distance(entry.getValue(), Programs.probabilities(read));
                    assertTrue(distance < 1e-9, entry.getKey() + " differs by " + distance + " as " + written);
                }
            }
        }
    }

    private static double distance(JsonNode expectation, Map<String, Double> actual) {
        Map<String, Double> probabilities = new TreeMap<>();
        expectation
                .get("probabilities")
                .properties()
                .forEach(outcome -> probabilities.put(
                        outcome.getKey().replace(" ", ""), outcome.getValue().asDouble()));
        if (!expectation.has("truncated_to")) {
            return Programs.distance(probabilities, actual);
        }
        Map<String, Double> listed = new TreeMap<>(actual);
        listed.keySet().retainAll(probabilities.keySet());
        return Programs.distance(probabilities, listed);
    }

    @Test
    void agreeWhateverGatesTheyUse() throws IOException {
        Map<String, Double> general = Programs.probabilities(source("mqt/grover-noancilla_indep_qiskit_3.qasm"));
        Map<String, Double> ofDevice =
                Programs.probabilities(source("mqt/grover-noancilla_nativegates_ibm_qiskit_opt0_3.qasm"));
        assertEquals(0, Programs.distance(general, ofDevice), 1e-9);
        assertTrue(general.get("111") > 0.99);
    }
}
