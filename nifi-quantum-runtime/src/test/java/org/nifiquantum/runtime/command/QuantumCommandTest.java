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
import picocli.CommandLine;

/** What a user gets for a command that cannot work: one line and the right exit code. */
class QuantumCommandTest {

    @TempDir
    private Path folder;

    private final StringWriter err = new StringWriter();
    private final StringWriter out = new StringWriter();

    @Test
    void anUnknownOptionIsWrongUsage() {
        assertEquals(2, execute("demo", "--exti"));
        assertTrue(err.toString().contains("--exti"), err.toString());
    }

    @Test
    void aPortThatIsNoneIsWrongUsage() throws IOException {
        assertEquals(2, execute("run", template(), "--input", template(), "--port", "70000"));
        assertTrue(err.toString().contains("70000"), err.toString());
    }

    @Test
    void aMissingInputIsAnInputError() {
        assertEquals(
                3,
                execute(
                        "run",
                        "t.json",
                        "--input",
                        folder.resolve("nothing.json").toString()));
        assertEquals(1, err.toString().lines().count(), err.toString());
        assertTrue(err.toString().contains("nothing.json"), err.toString());
    }

    @Test
    void withoutALauncherTheEnvironmentIsAtFault() throws IOException {
        assertEquals(4, execute("run", template(), "--input", template()));
        assertTrue(err.toString().contains("./quantum"), err.toString());
    }

    @Test
    void aCampaignSaysWhichPointsThereAre() {
        assertEquals(2, execute("campaign", "kill", "--points", "submit-taken,nowhere"));
        assertTrue(err.toString().contains("[nowhere]"), err.toString());
        assertTrue(err.toString().contains("optimize-committed"), err.toString());
        assertEquals(2, execute("campaign", "kill", "--times", "-1"));
        assertEquals(2, execute("campaign"));
    }

    @Test
    void aClusterOfOneIsRefused() {
        assertEquals(2, execute("campaign", "cluster", "--nodes", "1"));
        assertTrue(err.toString().contains("2 nodes or more"), err.toString());
        assertEquals(2, execute("campaign", "cluster", "--share", "1.5"));
        assertEquals(2, execute("campaign", "cluster", "--heap", "much"));
    }

    @Test
    void everyCommandHasHelp() {
        CommandLine quantum = QuantumCommand.commandLine();
        for (String name : quantum.getSubcommands().keySet()) {
            assertEquals(0, execute(name, name.equals("help") ? "demo" : "--help"), name);
        }
        assertTrue(out.toString().contains("--exit"), out.toString());
    }

    private String template() throws IOException {
        return Files.writeString(folder.resolve("t.json"), "{}").toString();
    }

    private int execute(String... arguments) {
        return QuantumCommand.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
