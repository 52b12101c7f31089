// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The launcher's program. */
@Command(
        name = "quantum",
        description = "Hybrid quantum-classical workflows on Apache NiFi.",
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:an answer, by whatever road",
            "1:a campaign has found what must not be",
            "2:wrong usage",
            "3:an input that cannot be used",
            "4:something is missing on this machine, or NiFi failed"
        },
        footer = {
            "",
            "The script itself adds: build, and test (all tests, those on a real NiFi included).",
            "QUANTUM_MAVEN_ARGS is passed to Maven when something has to be built."
        },
        subcommands = {
            DemoCommand.class,
            RunCommand.class,
            SolveCommand.class,
            SimulateCommand.class,
            ShowCommand.class,
            NiFiCommand.class,
            ProviderCommand.class,
            BenchCommand.class,
            CampaignCommand.class,
            HelpCommand.class
        })
public final class QuantumCommand {

    private QuantumCommand() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new QuantumCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(new Failures());
    }
}
