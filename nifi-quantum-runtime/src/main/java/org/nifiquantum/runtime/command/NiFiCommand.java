// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.nifiquantum.runtime.nifi.NiFiSettings;
import org.nifiquantum.runtime.rest.Component;
import org.nifiquantum.runtime.rest.NiFiClient;
import org.nifiquantum.runtime.rest.Position;
import org.nifiquantum.runtime.rest.ProcessGroups;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A NiFi to work with by hand. */
@Command(
        name = "nifi",
        description = {
            "Start NiFi with our processors and all templates, stopped, until Ctrl-C.",
            "Its flow is kept from one start to the next, in nifi-quantum-runtime/target/instances/kept."
        })
final class NiFiCommand implements Callable<Integer> {

    private static final double COLUMN = 600;

    @Spec
    private CommandSpec command;

    @Mixin
    private NiFiOptions options;

    @Override
    public Integer call() {
        Console console = Console.of(command);
        NiFiSettings settings = options.settings();
        Checkout checkout = Checkout.ofLauncher();
        try (NiFiSession session = NiFiSession.start(console, checkout, checkout.keptInstance(), settings)) {
            session.instance().keepFolder();
            importTemplates(session.awaitReady(), checkout.templates());
            console.result("canvas  " + session.instance().canvas());
            session.awaitInterrupt();
        }
        return 0;
    }

    /** Imports the templates that are not on the canvas yet: what the user has changed there stays. */
    private static void importTemplates(NiFiClient nifi, List<Path> templates) {
        ProcessGroups groups = nifi.groups();
        String root = groups.root();
        Set<String> present =
                groups.contents(root).stream().map(Component::name).collect(Collectors.toSet());
        for (int i = 0; i < templates.size(); i++) {
            String name = templates.get(i).getFileName().toString().replaceFirst("[.]json$", "");
            if (!present.contains(name)) {
                groups.importFlow(root, name, new Position(i * COLUMN, 0), read(templates.get(i)));
            }
        }
    }

    private static byte[] read(Path template) {
        try {
            return Files.readAllBytes(template);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
