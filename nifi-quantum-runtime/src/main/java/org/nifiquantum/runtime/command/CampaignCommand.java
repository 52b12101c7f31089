// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.command;

import picocli.CommandLine.Command;

/** The long proofs, one subcommand each. */
@Command(
        name = "campaign",
        description = "Run a long proof and print its table.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "PROOF",
        subcommands = {FaultsCommand.class, KillCommand.class, ClusterCommand.class, FuzzCommand.class})
final class CampaignCommand {

    private CampaignCommand() {}
}
