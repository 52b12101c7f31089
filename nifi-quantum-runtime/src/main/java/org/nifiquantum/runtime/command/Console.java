// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.command;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import picocli.CommandLine.Model.CommandSpec;

/** Results go to standard output, everything else to standard error; every line is shown at once. */
final class Console {

    /** Set by the launcher when standard error is a terminal, which Java 21 cannot find out. */
    private static final String TERMINAL = "quantum.terminal";

    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);

    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean terminal;
    private Instant lastLine = Instant.now();
    private boolean lineOpen;

    Console(PrintWriter out, PrintWriter err, boolean terminal) {
        this.out = out;
        this.err = err;
        this.terminal = terminal;
    }

    static Console of(CommandSpec command) {
        return new Console(
                command.commandLine().getOut(), command.commandLine().getErr(), Boolean.getBoolean(TERMINAL));
    }

    void result(String text) {
        endLine();
        out.println(text);
        out.flush();
    }

    void say(String text) {
        endLine();
        err.println(text);
        err.flush();
    }

    /** One line that is written again and again; where that cannot be, a line every five seconds. */
    void progress(String text) {
        if (terminal) {
            err.print("\r\u001b[K" + text);
            lineOpen = true;
            err.flush();
        } else if (Duration.between(lastLine, Instant.now()).compareTo(BETWEEN_LINES) >= 0) {
            lastLine = Instant.now();
            say(text);
        }
    }

    private void endLine() {
        if (lineOpen) {
            err.println();
            lineOpen = false;
        }
    }
}
