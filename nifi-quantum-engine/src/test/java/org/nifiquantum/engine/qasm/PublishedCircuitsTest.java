// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nifiquantum.engine.SharedData;
import org.nifiquantum.engine.circuit.BitString;
import org.nifiquantum.engine.simulation.CompiledCircuit;
import org.nifiquantum.engine.simulation.MemoryBudget;
import org.nifiquantum.engine.simulation.Simulator;
import org.nifiquantum.engine.simulation.StateVector;

/** Circuits that others published, against what they should give. */
class PublishedCircuitsTest {
    private static Path folder;

    @BeforeAll
    static void find() {
        folder = SharedData.folder("qasm3");
    }

    private static JsonNode expected(String file) throws IOException {
        return new ObjectMapper()
                .readTree(folder.resolve("expected.json").toFile())
                .get("files")
                .get(file);
    }

    private static StateVector run(String file) throws IOException {
        CompiledCircuit circuit = CompiledCircuit.compile(OpenQasmReader.read(Files.readString(folder.resolve(file))));
        try (Simulator simulator = new Simulator(MemoryBudget.halfOfHeap(), 1)) {
            return simulator.run(circuit);
        }
    }

    private static double probability(StateVector state, String highestFirst) {
        return state.amplitude(BitString.parse(highestFirst).toIndex()).probability();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pyqasm/custom_gate_simple.qasm", "pyqasm/custom_gate_nested.qasm"})
    void givePublishedProbabilities(String file) throws IOException {
        StateVector state = run(file);
        for (Map.Entry<String, JsonNode> outcome :
                expected(file).get("qubits_highest_first").properties()) {
            assertEquals(outcome.getValue().asDouble(), probability(state, outcome.getKey()), 1e-9, outcome.getKey());
        }
    }

    @Test
    void giveTheAmplitudesOfARandomCircuit() throws IOException {
        StateVector state = run("braket/grcs_8.qasm");
        JsonNode expected = expected("braket/grcs_8.qasm");
        assertEquals(expected.get("probability_of_all_zero").asDouble(), probability(state, "00000000"), 1e-9);
        for (Map.Entry<String, JsonNode> outcome :
                expected.get("most_likely_q0_first").properties()) {
            String highestFirst = new StringBuilder(outcome.getKey()).reverse().toString();
            assertEquals(outcome.getValue().asDouble(), probability(state, highestFirst), 1e-9, outcome.getKey());
        }
    }

    @Test
    void areReadOrRefusedWithAPlace() throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.walk(folder)) {
            files = found.filter(file -> file.toString().endsWith(".qasm")).toList();
        }
        assertFalse(files.isEmpty());
        for (Path file : files) {
            String source = Files.readString(file);
            try {
                OpenQasmReader.read(source);
            } catch (OpenQasmException e) {
                assertTrue(e.line() >= 1 && e.line() <= source.lines().count() + 1, file + ": " + e.getMessage());
            }
        }
    }

    @Test
    void areRefusedWhereTheyAreWrong() throws IOException {
        String source = Files.readString(folder.resolve("openqasm-examples/cphase.qasm"));
        OpenQasmException error = assertThrows(OpenQasmException.class, () -> OpenQasmReader.read(source));
        assertEquals("line 9:15: 'q' is not declared", error.getMessage());
    }
}
