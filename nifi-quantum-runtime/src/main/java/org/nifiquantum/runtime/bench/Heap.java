// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nifiquantum.runtime.nifi.EnvironmentException;

/** The heap of another JVM of the same user, as the JDK's {@code jcmd} sees it. */
record Heap(long pid) {

    private static final double MEBIBYTE = 1 << 20;

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
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                    .toString(),
                            Long.toString(pid),
                            what)
                    .redirectErrorStream(true)
                    .start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new EnvironmentException("jcmd cannot be run: " + e.getMessage(), e);
        }
    }
}
