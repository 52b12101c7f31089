// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.command;

import org.nifiquantum.runtime.bench.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Benchmarks, each a table. */
@Command(
        name = "bench",
        description = {
            "Measure on this machine and print a table: name, value, unit, yardstick, ratio (value by yardstick).",
            "Other work on the machine shows in the values, less in the ratios."
        },
        synopsisSubcommandLabel = "BENCHMARK",
        mixinStandardHelpOptions = true,
        subcommands = {
            BenchEngineCommand.class,
            BenchFlowCommand.class,
            BenchLoadCommand.class,
            BenchProviderCommand.class,
            BenchSolversCommand.class
        })
final class BenchCommand implements Runnable {

    @Spec
    private CommandSpec command;

    static String print(Table table, Format format) {
        return switch (format) {
            case TEXT -> table.text();
            case JSON -> table.json();
        };
    }

    static void requireAtLeast(int least, String option, int value, CommandSpec command) {
        if (value < least) {
            throw new ParameterException(
                    command.commandLine(), "%s %d: must be at least %d".formatted(option, value, least));
        }
    }

    @Override
    public void run() {
        throw new ParameterException(command.commandLine(), "Say which benchmark.");
    }
}
