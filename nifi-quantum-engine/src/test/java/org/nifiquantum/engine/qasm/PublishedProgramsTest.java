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
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nifiquantum.engine.SharedData;
import org.nifiquantum.engine.circuit.BitString;
import org.nifiquantum.engine.program.Program;

/** OpenQASM 3 that others published, against what it should give. */
class PublishedProgramsTest {
    private static Path folder;
    private static JsonNode expected;

    @BeforeAll
    static void find() throws IOException {
        folder = SharedData.folder("qasm3");
        expected = new ObjectMapper()
                .readTree(folder.resolve("expected.json").toFile())
                .get("files");
    }

    private static String source(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    private static Map<String, Double> probabilities(String file) throws IOException {
        return Programs.probabilities(source(file));
    }

    private static void report(String file, double distance) throws IOException {
        Program program = OpenQasmReader.readProgram(source(file));
        long start = System.nanoTime();
        probabilities(file);
        Programs.report("qasm3/" + file, program, System.nanoTime() - start, distance);
        assertEquals(0, distance, 1e-9, file);
    }

    private static Map<String, Double> ofNode(JsonNode node) {
        Map<String, Double> probabilities = new TreeMap<>();
        node.properties()
                .forEach(outcome -> probabilities.put(
                        outcome.getKey().replaceAll("[^01]", ""),
                        outcome.getValue().asDouble()));
        return probabilities;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "openqasm-examples/adder.qasm",
                "openqasm-examples/inverseqft1.qasm",
                "openqasm-examples/inverseqft2.qasm",
                "openqasm-examples/qpt.qasm",
                "openqasm-examples/rb.qasm",
                "braket/bell.qasm",
                "pennylane/subroutines.qasm"
            })
    void giveTheirRegister(String file) throws IOException {
        report(file, Programs.distance(ofNode(expected.get(file).get("probabilities")), probabilities(file)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"simple", "nested", "complex"})
    void giveTheirQubits(String name) throws IOException {
        String file = "pyqasm/custom_gate_" + name + ".qasm";
        report(file, Programs.distance(ofNode(expected.get(file).get("qubits_highest_first")), probabilities(file)));
    }

    @Test
    void correctAnError() throws IOException {
        // c=000 syn=01: the later register is printed to the left.
        String file = "openqasm-examples/qec.qasm";
        report(file, Programs.distance(Map.of("01000", 1.0), probabilities(file)));
    }

    @Test
    void transformAsFourier() throws IOException {
        String file = "openqasm-examples/qft.qasm";
        Map<String, Double> uniform = new TreeMap<>();
        for (int outcome = 0; outcome < 16; outcome++) {
            uniform.put(BitString.ofIndex(outcome, 4).toString(), 1.0 / 16);
        }
        report(file, Programs.distance(uniform, probabilities(file)));
    }

    @Test
    void teleport() throws IOException {
        String file = "openqasm-examples/teleport.qasm";
        Map<String, Double> all = probabilities(file);
        report(file, Programs.distance(ofNode(expected.get(file).get("probabilities")), Programs.marginal(all, 2)));
        assertEquals(
                0,
                Programs.distance(Map.of("00", 0.25, "01", 0.25, "10", 0.25, "11", 0.25), Programs.marginal(all, 0, 1)),
                1e-12);
    }

    @Test
    void repeatUntilSuccess() throws IOException {
        // The flags are 00 at the end and the output is 0, in every shot.
        String file = "openqasm-examples/rus.qasm";
        assertEquals(
                Map.of(BitString.parse("000"), 2000),
                Programs.counts(source(file), 2000, 7).byOutcome());
        Program program = OpenQasmReader.readProgram(source(file));
        assertTrue(
                program.remarks().notes().toString().contains("line 37:16"),
                program.remarks().notes().toString());
    }

    @Test
    void giveTheAmplitudesOfARandomCircuit() throws IOException {
        String file = "braket/grcs_8.qasm";
        Map<String, Double> probabilities = probabilities(file);
        assertEquals(expected.get(file).get("probability_of_all_zero").asDouble(), probabilities.get("00000000"), 1e-9);
        expected.get(file)
                .get("most_likely_q0_first")
                .properties()
                .forEach(outcome -> assertEquals(
                        outcome.getValue().asDouble(),
                        probabilities.get(
                                new StringBuilder(outcome.getKey()).reverse().toString()),
                        1e-9));
    }

    @Test
    void addTheirInputs() throws IOException {
        // a + b in b[0] (highest) to b[3], the carry in cout; a is restored and cin is 0.
        Program.Dynamic adder = Programs.dynamic(source("braket/adder.qasm"));
        for (int a = 0; a < 16; a++) {
            for (int b = 0; b < 16; b++) {
                Map<BitString, Double> outcome = Programs.simulator().probabilities(adder, a, b);
                String only = outcome.keySet().iterator().next().toString();
                String bits = new StringBuilder(only).reverse().toString();
                // The source takes a[3] for the lowest bit but sets a[i] from bit i of the input.
                int sum = reversed(a) + reversed(b);
                assertEquals(sum, Integer.parseInt(bits.charAt(9) + bits.substring(5, 9), 2), a + " + " + b);
                assertEquals(1, outcome.values().iterator().next(), 1e-9);
            }
        }
    }

    private static int reversed(int number) {
        return Integer.reverse(number) >>> 28;
    }

    @ParameterizedTest
    @CsvSource({"pennylane/if_else.qasm, 0", "pennylane/switch.qasm, 0.002497917360987"})
    void takeTheRightBranch(String file, double one) throws IOException {
        report(file, Math.abs(probabilities(file).get("1") - one));
    }

    @Test
    void estimateAPhase() throws IOException {
        Program.Dynamic program = Programs.dynamic(source("openqasm-examples/ipe.qasm"));
        assertEquals(10, program.bits());
        double sum = Programs.simulator().probabilities(program).values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
        assertEquals(1, sum, 1e-9);
    }

    @Test
    void waitWithoutAClock() throws IOException {
        Program program = OpenQasmReader.readProgram(source("openqasm-examples/alignment.qasm"));
        assertTrue(program.remarks().notes().toString().contains("delays do nothing"), program.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "openqasm-examples/gateteleport.qasm | line 6:1: extern 'vote'",
                "openqasm-examples/cphase.qasm       | line 9:15: 'q' is not declared",
                "openqasm-examples/defcal.qasm       | line 3:1: 'defcal' describes pulses",
                "openqasm-examples/dd.qasm           | line 25:3: gate 'u' is not known",
                "openqasm-examples/t1.qasm           | line 13:1: extern 'tabulate'",
            })
    void areRefusedWithAPlace(String file, String problem) throws IOException {
        String source = source(file);
        OpenQasmException error = assertThrows(OpenQasmException.class, () -> OpenQasmReader.readProgram(source), file);
        System.out.printf("| qasm3/%s | refused: %s | | | |%n", file, error.getMessage());
        assertTrue(error.getMessage().startsWith(problem), error.getMessage());
    }
}
