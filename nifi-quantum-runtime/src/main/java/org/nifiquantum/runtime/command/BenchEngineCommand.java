// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.command;

import java.util.concurrent.Callable;
import org.nifiquantum.runtime.bench.Table;
import org.nifiquantum.runtime.bench.engine.EngineBenchmark;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What the simulator alone takes. */
@Command(
        name = "engine",
        description = {
            "Time the simulator alone, in this JVM: whole circuits, gradients, samples, single gates.",
            "P(n) is one pass that reads and writes the arrays of a state of n qubits in place.",
            "Takes about two and a half minutes."
        },
        mixinStandardHelpOptions = true)
final class BenchEngineCommand implements Callable<Integer> {

    private static final int SMALLEST = 16;

    @Spec
    private CommandSpec command;

    @Option(
            names = "--qubits",
            paramLabel = "N",
            description = "The largest state, at least 16 (default: ${DEFAULT-VALUE}).")
    private int qubits = 24;

    @Option(names = "--only", paramLabel = "TEXT", description = "Only the rows with this in their names.")
    private String only = "";

    @Option(names = "--format", paramLabel = "text|json", description = "json: an array of the rows.")
    private Format format = Format.TEXT;

    @Override
    public Integer call() {
        BenchCommand.requireAtLeast(SMALLEST, "--qubits", qubits, command);
        Console console = Console.of(command);
        Table table = new Table(new EngineBenchmark(qubits, name -> name.contains(only), console::say).rows());
        console.result(BenchCommand.print(table, format));
        return 0;
    }
}
