// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the folder of shared test data beside the repository; tests are skipped where it is not. */
public final class SharedData {
    private SharedData() {}

    public static Path folder(String name) {
        Path directory = Path.of("").toAbsolutePath();
        while (directory != null && !Files.isDirectory(directory.resolve("shared/data"))) {
            directory = directory.getParent();
        }
        assumeTrue(directory != null, "skipped: no folder shared/data beside the repository");
        return directory.resolve("shared/data").resolve(name);
    }
}
