// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.nifiquantum.runtime.nifi.EnvironmentException;
import org.nifiquantum.runtime.nifi.NiFiInstallation;

/** Where things lie in the folder that holds {@code quantum}. */
record Checkout(Path root) {

    private static final String HOME = "quantum.home";

    /** The checkout the launcher was called in. */
    static Checkout ofLauncher() {
        String home = System.getProperty(HOME);
        if (home == null) {
            throw new EnvironmentException("The system property %s is not set; start with ./quantum.".formatted(HOME));
        }
        return new Checkout(Path.of(home));
    }

    NiFiInstallation installation() {
        return NiFiInstallation.in(target().resolve("nifi"));
    }

    /** The flow definitions that come with the project, by name. */
    List<Path> templates() {
        try (Stream<Path> files = Files.list(templateFolder())) {
            return files.filter(file -> file.getFileName().toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new EnvironmentException("Cannot read the templates: " + e.getMessage(), e);
        }
    }

    Path templateFolder() {
        return root.resolve("templates");
    }

    Path template(String name) {
        return templateFolder().resolve(name);
    }

    /** The field's own data, which lies beside a checkout where it is there at all. */
    Path sharedData() {
        return root.resolveSibling("shared").resolve("data");
    }

    /** A folder for an instance that nobody has used yet. */
    Path freshInstance(String name) {
        try {
            return Files.createTempDirectory(Files.createDirectories(instances()), name + "-");
        } catch (IOException e) {
            throw new EnvironmentException("Cannot write below %s: %s".formatted(target(), e.getMessage()), e);
        }
    }

    /** The folder of the instance that is kept from one start to the next. */
    Path keptInstance() {
        return instances().resolve("kept");
    }

    /** Where a command leaves pages that nobody named a place for. */
    Path reports() {
        return target().resolve("reports");
    }

    private Path instances() {
        return target().resolve("instances");
    }

    private Path target() {
        return root.resolve("nifi-quantum-runtime").resolve("target");
    }
}
