// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShowCommandTest {

    @TempDir
    private Path folder;

    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "run.json     | {\"schema\": \"nifi-quantum/run/1\", \"id\": \"a run\"}",
                "half.json    | {\"schema\": \"nifi-quantum/run/1\", \"id\": \"a run",
                "circuit.qasm | OPENQASM 3.0; qubit q; U(0, 0, 0) q; // a run"
            })
    void writesAPageOfWhatCanBeShown(String name, String content) throws IOException {
        Path page = folder.resolve("deeper").resolve("page.html");

        assertEquals(0, show(name, content, page), err.toString());

        String html = Files.readString(page);
        assertTrue(html.startsWith("<!DOCTYPE html>") && html.contains("a run"), "the page with the document in it");
        assertTrue(err.toString().contains(page.toUri().toString()), err.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "notes.txt | buy milk         | is neither a run nor OpenQASM",
                "bad.qasm  | OPENQASM 3.0; x  | line 1:",
                "empty.txt | ''               | it is empty"
            })
    void refusesTheRestWithTheReason(String name, String content, String reason) throws IOException {
        Path page = folder.resolve("page.html");

        assertEquals(3, show(name, content, page));

        assertTrue(err.toString().contains(name) && err.toString().contains(reason), err.toString());
        assertTrue(Files.notExists(page), "no page");
    }

    @Test
    void refusesAFileThatIsNotThere() {
        assertEquals(3, execute("show", folder.resolve("nothing.json").toString()));
        assertTrue(err.toString().contains("there is no such file"), err.toString());
    }

    private int show(String name, String content, Path page) throws IOException {
        Path file = Files.writeString(folder.resolve(name), content);
        return execute("show", file.toString(), "-o", page.toString());
    }

    private int execute(String... arguments) {
        return QuantumCommand.commandLine().setErr(new PrintWriter(err, true)).execute(arguments);
    }
}
