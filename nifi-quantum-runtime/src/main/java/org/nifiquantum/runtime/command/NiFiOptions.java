// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.command;

import java.util.OptionalInt;
import org.nifiquantum.runtime.nifi.NiFiSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of every command that starts a NiFi. */
@Command(mixinStandardHelpOptions = true)
final class NiFiOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(names = "--port", paramLabel = "N", description = "Port of NiFi's canvas; any free one if left out.")
    private Integer port;

    @Option(names = "--heap", paramLabel = "SIZE", description = "Largest heap of NiFi (default: ${DEFAULT-VALUE}).")
    private String heap = "1g";

    NiFiSettings settings() {
        try {
            return NiFiSettings.defaults()
                    .withHeap(heap)
                    .withWebPort(port == null ? OptionalInt.empty() : OptionalInt.of(port));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), e.getMessage(), e);
        }
    }
}
