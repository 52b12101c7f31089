// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nifiquantum.runtime.nifi.EnvironmentException;

/** The heap of another JVM of the same user, as the JDK's {@code jcmd} sees it. */
record Heap(long pid) {

    private static final double MEBIBYTE = 1 << 20;
    private static final Duration LIMIT = Duration.ofMinutes(1);

    /** The histogram's last line: the number of objects, then their bytes. */
    private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)\\s*$");

    /**
     * The size of all live objects, in MiB. The JVM makes a full collection to find out, whatever its collector.
     *
     * @throws EnvironmentException if there is no such JVM, or it does not answer
     */
    double afterCollection() {
        String histogram = jcmd("GC.class_histogram");
        return liveBytes(histogram) / MEBIBYTE;
    }

    static long liveBytes(String histogram) {
        Matcher total = TOTAL.matcher(histogram);
        if (!total.find()) {
            throw new EnvironmentException("jcmd's class histogram has no total:\n" + histogram);
        }
        return Long.parseLong(total.group(1));
    }

    private String jcmd(String what) {
        try {
            Path answer = Files.createTempFile("jcmd-", ".txt");
            try {
                Process process = new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                        .toString(),
                                Long.toString(pid),
                                what)
                        .redirectErrorStream(true)
                        .redirectOutput(answer.toFile())
                        .start();
                if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    throw new EnvironmentException("jcmd %d %s took more than %s".formatted(pid, what, LIMIT));
                }
                return Files.readString(answer);
            } finally {
                Files.delete(answer);
            }
        } catch (IOException e) {
            throw new EnvironmentException("jcmd cannot be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EnvironmentException("interrupted while waiting for jcmd", e);
        }
    }
}
