// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nifiquantum.run.document.RunException;

class InputFormatTest {

    @ParameterizedTest
    @CsvSource({
        "graph.json, JSON",
        "G1.mc, RUDY_GRAPH",
        "G1.RUD, RUDY_GRAPH",
        "g.rudy, RUDY_GRAPH",
        "a.b.qubo, DWAVE_QUBO",
        "bqp50-1.sparse, SPARSE_QUBO",
        "bell.qasm, OPENQASM"
    })
    void anExtensionGoesBeforeTheFirstLine(String fileName, InputFormat format) {
        assertEquals(format, resolve("800 19176\n", fileName));
        assertEquals(format, resolve("{}", fileName));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`{\"type\": \"qubo\"}`                    | JSON",
                "`\uFEFF  {}`                              | JSON",
                "`[]`                                      | JSON",
                "`OPENQASM 3.0;`                           | OPENQASM",
                "`// a comment`                            | OPENQASM",
                "`p qubo 0 4 4 6\n0 0 1`                   | DWAVE_QUBO",
                "`c any thing\r\nc\r\n\r\nP QUBO 0 4 4 6`  | DWAVE_QUBO",
                "` \n16 \r\n0 1`                           | QEDC_GRAPH",
            })
    void otherwiseTheFirstLineTells(String content, InputFormat format) {
        assertEquals(format, resolve(content, "data.txt"));
        assertEquals(format, resolve(content, ""));
        assertEquals(format, resolve(content, "qubo"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"800 19176\n1 2 1\n", "50 111 \r\n1 4 -39\r\n", "\n\t3   2\n"})
    void whereTwoFormatsFitBothAreNamed(String content) {
        RunException refusal = assertThrows(RunException.class, () -> resolve(content, "data.txt"));
        String line = "line " + (1 + content.lines().takeWhile(String::isBlank).count());
        for (String part : List.of(line, "RUDY_GRAPH", "SPARSE_QUBO", "Input Format", ".mc", ".sparse")) {
            assertTrue(refusal.getMessage().contains(part), refusal.getMessage());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"hello", "c only comments\nc more of them", "p cnf 4 3", "1 2 3", "\u0000\u0001\u0002", " \n "})
    void whatFitsNoneIsRefused(String content) {
        RunException refusal = assertThrows(RunException.class, () -> resolve(content, ""));
        assertTrue(refusal.getMessage().contains("Input Format"), refusal.getMessage());
    }

    @ParameterizedTest
    @EnumSource(value = InputFormat.class, names = "AUTOMATIC", mode = EnumSource.Mode.EXCLUDE)
    void aChosenFormatIsNotQuestioned(InputFormat format) {
        assertEquals(format, format.resolve("800 19176\n".getBytes(StandardCharsets.UTF_8), "a.json"));
    }

    /** Every graph and QUBO of the field's own data: told apart by extension or first line, or both candidates named. */
    @Test
    void theFieldsOwnFilesAreToldApart() throws IOException {
        Path data = sharedData();
        int read = 0;
        for (String folder : List.of("maxcut", "ising", "qubo")) {
            try (Stream<Path> files = Files.walk(data.resolve(folder))) {
                for (Path file : files.filter(InputFormatTest::isProblem).toList()) {
                    byte[] content = Files.readAllBytes(file);
                    InputFormat format = isRudyText(file) ? InputFormat.RUDY_GRAPH : InputFormat.AUTOMATIC;
                    String name = file.getFileName().toString();
                    if (isRudyText(file)) {
                        assertThrows(RunException.class, () -> InputReader.read(content, InputFormat.AUTOMATIC, name));
                    }
                    Input.OfProblem given = (Input.OfProblem) InputReader.read(content, format, name);
                    assertEquals(given.problem(), ProblemJson.read(given.source(), ""), name);
                    read++;
                }
            }
        }
        assertTrue(read >= 38, "only " + read);
    }

    private static boolean isProblem(Path file) {
        return file.toString().matches(".*\\.(txt|mc|sparse|qubo)");
    }

    private static boolean isRudyText(Path file) {
        String path = file.toString().replace('\\', '/');
        return path.endsWith(".txt") && !path.contains("/qedc/");
    }

    private static Path sharedData() {
        Path root = Path.of("").toAbsolutePath();
        while (root != null && !Files.isDirectory(root.resolve("shared/data"))) {
            root = root.getParent();
        }
        assumeTrue(root != null, "there is no shared/data beside the repository");
        return root.resolve("shared/data");
    }

    private static InputFormat resolve(String content, String fileName) {
        return InputFormat.AUTOMATIC.resolve(content.getBytes(StandardCharsets.UTF_8), fileName);
    }
}
