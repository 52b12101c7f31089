// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A real run for tests that look at one, from the command that people type. */
public final class SolvedRun {

    private SolvedRun() {}

    /** The run document that {@code quantum solve} prints. */
    public static String of(Path problem, String... options) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        List<String> arguments = new ArrayList<>(List.of("solve", problem.toString(), "--format", "json"));
        arguments.addAll(List.of(options));
        int code = QuantumCommand.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments.toArray(String[]::new));
        assertEquals(0, code, err.toString());
        return out.toString();
    }
}
