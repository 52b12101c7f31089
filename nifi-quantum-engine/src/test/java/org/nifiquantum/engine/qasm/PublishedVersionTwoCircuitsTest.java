// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nifiquantum.engine.SharedData;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.simulation.CompiledCircuit;
import org.nifiquantum.engine.simulation.MemoryBudget;
import org.nifiquantum.engine.simulation.Simulator;

/** Circuits that others published in OpenQASM 2, against their exact probabilities. */
class PublishedVersionTwoCircuitsTest {
    /** What cannot be simulated yet, with the error that says why. */
    private static final Map<String, String> REFUSED = Map.of(
            "qasmbench/bb84_n8.qasm",
            "line 40:1: gate 'x' acts on a qubit after its measurement, which is not supported yet",
            "qasmbench/inverseqft_n4.qasm",
            "line 13:1: 'if' is not supported yet",
            "qasmbench/ipea_n2.qasm",
            "line 29:1: 'reset' is not supported yet",
            "qasmbench/qec_sm_n5.qasm",
            "line 17:1: 'if' is not supported yet",
            "qasmbench/seca_n11.qasm",
            "line 50:1: gate 'cx' acts on a qubit after its measurement, which is not supported yet",
            "qiskit/example_if.qasm",
            "line 8:1: 'if' is not supported yet");

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

    /** By bit string of all classical registers, the later to the left, without spaces. */
    private static Map<String, Double> probabilities(Circuit circuit) {
        CompiledCircuit compiled = CompiledCircuit.compile(circuit);
        double[] ofStates;
        try (Simulator simulator = new Simulator(MemoryBudget.halfOfHeap(), 1)) {
            ofStates = simulator.run(compiled).probabilities();
        }
        Map<String, Double> probabilities = new HashMap<>();
        for (int state = 0; state < ofStates.length; state++) {
            probabilities.merge(compiled.measurements().read(state).toString(), ofStates[state], Double::sum);
        }
        return probabilities;
    }

    @Test
    void giveTheirExactProbabilities() throws IOException {
        int simulated = 0;
        for (Map.Entry<String, JsonNode> entry : expected.properties()) {
            if (!REFUSED.containsKey(entry.getKey())) {
                Circuit circuit = OpenQasmReader.read(source(entry.getKey()));
                check(entry.getKey(), entry.getValue(), probabilities(circuit));
                Circuit written = OpenQasmReader.read(OpenQasmWriter.write(circuit));
                check(entry.getKey() + " written as version 3", entry.getValue(), probabilities(written));
                simulated++;
            }
        }
        assertEquals(expected.size() - REFUSED.size(), simulated);
    }

    private static void check(String file, JsonNode expectation, Map<String, Double> actual) {
        double sum = 0;
        for (Map.Entry<String, JsonNode> outcome :
                expectation.get("probabilities").properties()) {
            double probability = actual.getOrDefault(outcome.getKey().replace(" ", ""), 0.0);
            assertEquals(outcome.getValue().asDouble(), probability, 1e-9, file + ": " + outcome.getKey());
            sum += probability;
        }
        if (!expectation.has("truncated_to")) {
            assertEquals(1, sum, 1e-9, file + " has outcomes that are not expected");
        }
    }

    @Test
    void areRefusedByNameAndPlace() throws IOException {
        Map<String, String> refused = new TreeMap<>();
        for (String file : REFUSED.keySet()) {
            String source = source(file);
            refused.put(
                    file,
                    assertThrows(OpenQasmException.class, () -> OpenQasmReader.read(source), file)
                            .getMessage());
        }
        assertEquals(new TreeMap<>(REFUSED), refused);
    }

    @Test
    void agreeWhateverGatesTheyUse() throws IOException {
        Map<String, Double> general =
                probabilities(OpenQasmReader.read(source("mqt/grover-noancilla_indep_qiskit_3.qasm")));
        Map<String, Double> ofDevice =
                probabilities(OpenQasmReader.read(source("mqt/grover-noancilla_nativegates_ibm_qiskit_opt0_3.qasm")));
        assertEquals(general.keySet(), ofDevice.keySet());
        general.forEach((outcome, probability) -> assertEquals(probability, ofDevice.get(outcome), 1e-9, outcome));
        assertTrue(general.get("111") > 0.99);
    }
}
