// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The field's own data, in {@code shared/data} beside the repository; tests that need it are skipped without it. */
public final class SharedData {
    private SharedData() {}

    /** A file or folder; skips the test if it is not there. */
    public static Path path(String relative) {
        Path root = Path.of("").toAbsolutePath();
        while (root != null && !Files.isDirectory(root.resolve("shared/data"))) {
            root = root.getParent();
        }
        assumeTrue(root != null, "there is no shared/data beside the repository");
        Path path = root.resolve("shared/data").resolve(relative);
        assumeTrue(Files.exists(path), "shared/data has no " + relative);
        return path;
    }

    /** The text of a file. */
    public static String text(String relative) {
        try {
            return Files.readString(path(relative));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
