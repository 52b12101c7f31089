// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nifiquantum.engine.SharedData;
import org.nifiquantum.engine.program.Program;

class AnonymousSourceTest {
    /** Teleports ry(theta)|0>: bit 0 of the result is 1 with probability sin^2(theta / 2), both others with 1/2. */
    private static final String TELEPORT = """
            OPENQASM 3.0;
            include "stdgates.inc";
            // for acme's secret project
            input float[64] theta;
            pragma acme confidential
            const float half = mod(5.0, 3.0) / 4;
            gate acme_prepare(angle_of_acme) wire { ry(angle_of_acme * 2 * half) wire; }
            def acme_sum(bit[2] secret) -> uint { return popcount(secret); }
            qubit[3] ledger; bit[2] outcome; output bit result; bit copy;
            @acme.hint fast
            acme_prepare(theta) ledger[0];
            h ledger[1]; cx ledger[1], ledger[2];
            cx ledger[0]/* the sender */, ledger[1]; h ledger[0];
            outcome[0] = measure ledger[0]; outcome[1] = measure ledger[1];
            if (outcome[1]) x ledger[2];
            if (outcome[0]) { z ledger[2]; }
            if (acme_sum(outcome) > 5) { x ledger[2]; }
            for uint secret in [0:1] { if (outcome[0]) { ctrl @ id ledger[0], ledger[1]; } }
            result = measure ledger[2];
            """;

    @Test
    void saysNothingOfItsAuthor() {
        String anonymous = AnonymousSource.of(TELEPORT);
        assertAll(List.of("acme", "ledger", "outcome", "secret", "copy", "sender", "//", "pragma", "@acme").stream()
                .map(word -> () -> assertFalse(anonymous.contains(word), word + " in\n" + anonymous)));
    }

    @Test
    void doesTheSame() {
        double theta = 0.7;
        Map<String, Double> probabilities = Programs.probabilities(AnonymousSource.of(TELEPORT), theta);
        double one = Math.pow(Math.sin(theta / 2), 2);
        assertEquals(Map.of("0", 1 - one, "1", one).keySet(), probabilities.keySet());
        assertEquals(one, probabilities.get("1"), 1e-12);
    }

    @Test
    void namesInputsAsBefore() {
        Program program = OpenQasmReader.readProgram(AnonymousSource.of(TELEPORT));
        assertEquals(List.of("theta"), program.parameters());
    }

    @Test
    void writesItsOwnFormAsItIs() {
        String anonymous = AnonymousSource.of(TELEPORT);
        assertEquals(anonymous, AnonymousSource.of(anonymous));
    }

    @Test
    void neverTakesTheNameOfAnInput() {
        String source = "input float name0; qubit q; bit b; b = measure q; if (b) rx(name0) q; b = measure q;";
        assertEquals(Map.of("0", 1.0), Programs.probabilities(AnonymousSource.of(source), 0.3));
    }

    @Test
    void keepsVersionTwo() {
        String source = """
                OPENQASM 2.0;
                include "qelib1.inc";
                qreg float[1]; creg output[1]; // names that version 3 reserves
                x float[0]; measure float[0] -> output[0];
                if (output==1) x float[0];
                measure float[0] -> output[0];
                """;
        assertEquals(Map.of("0", 1.0), Programs.probabilities(AnonymousSource.of(source)));
    }

    static Stream<Path> published() throws IOException {
        try (Stream<Path> files = Files.walk(SharedData.folder("qasm3"))) {
            return files.filter(file -> file.toString().endsWith(".qasm")).sorted().toList().stream()
                    .filter(AnonymousSourceTest::isDynamic);
        }
    }

    private static boolean isDynamic(Path file) {
        try {
            return OpenQasmReader.readProgram(Files.readString(file)) instanceof Program.Dynamic program
                    && program.parameters().isEmpty();
        } catch (IOException | OpenQasmException e) {
            return false;
        }
    }

    @ParameterizedTest
    @MethodSource("published")
    void publishedProgramsCountTheSame(Path file) throws IOException {
        String source = Files.readString(file);
        assertEquals(counts(source), counts(AnonymousSource.of(source)));
    }

    private static Map<?, Integer> counts(String source) {
        Program.Dynamic program = (Program.Dynamic) OpenQasmReader.readProgram(source);
        return Programs.simulator().run(program, 200, 11).byOutcome();
    }
}
