// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.nifi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The parts every instance shares, as the build lays them out: {@code boot} holds the jars of NiFi's start class path,
 * {@code nars} the NARs, ours among them.
 *
 * @param testkitNars the testkit's NAR, which only instances get that {@link NiFiSettings} say so for
 */
public record NiFiInstallation(Path boot, Path nars, Path testkitNars) {

    /**
     * Checks that all folders are filled.
     *
     * @throws EnvironmentException if one of them is missing or holds nothing
     */
    public NiFiInstallation {
        requireFiles(boot, ".jar");
        requireFiles(nars, ".nar");
        requireFiles(testkitNars, ".nar");
    }

    /** The installation that the build has put below the given folder. */
    public static NiFiInstallation in(Path folder) {
        return new NiFiInstallation(folder.resolve("boot"), folder.resolve("nars"), folder.resolve("testkit-nars"));
    }

    /** The class path of {@code org.apache.nifi.NiFi}, without the instance's own {@code conf} folder. */
    public List<Path> bootJars() {
        return list(boot, ".jar");
    }

    private static void requireFiles(Path folder, String suffix) {
        if (list(folder, suffix).isEmpty()) {
            throw new EnvironmentException(
                    "No NiFi in %s: there is no %s file. Build it with './quantum build'.".formatted(folder, suffix));
        }
    }

    private static List<Path> list(Path folder, String suffix) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(suffix))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new EnvironmentException("Cannot read %s: %s".formatted(folder, e.getMessage()), e);
        }
    }
}
