// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.nifiquantum.run.document.RunException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A run as a page for mail, tickets and the artefacts of a build. */
@Command(
        name = "show",
        description =
                "Write a run, or an OpenQASM circuit, as one HTML file: the page that NiFi shows, with nothing to load.",
        mixinStandardHelpOptions = true)
final class ShowCommand implements Callable<Integer> {

    private static final String STANDARD_INPUT = "-";

    @Spec
    private CommandSpec command;

    @Parameters(
            paramLabel = "RUN.json",
            description = "A run document, an array of them, or OpenQASM; - reads standard input.")
    private Path document;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "The file to write (default: the document's name with .html, in this folder).")
    private Optional<Path> output;

    @Override
    public Integer call() {
        boolean piped = document.toString().equals(STANDARD_INPUT);
        String name = piped ? "run.json" : document.getFileName().toString();
        byte[] content = piped ? standardInput() : ProblemFile.bytes(document);
        ReportFile.write(
                Console.of(command), output.orElseGet(() -> Path.of(ReportFile.nameFor(Path.of(name)))), name, content);
        return 0;
    }

    private static byte[] standardInput() {
        try {
            return System.in.readAllBytes();
        } catch (IOException e) {
            throw new RunException("standard input", "cannot be read: " + e.getMessage(), e);
        }
    }
}
