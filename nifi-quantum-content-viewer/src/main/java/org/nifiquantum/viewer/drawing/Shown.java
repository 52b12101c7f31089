// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.viewer.drawing;

import java.nio.charset.StandardCharsets;

/** What is known of content before it is read. */
public final class Shown {

    /** Bytes. A browser draws this much without complaint; a run of thousands of evaluations is far smaller. */
    public static final int LIMIT = 16 << 20;

    private static final int LONGEST_START = 1_000;

    private Shown() {}

    /** Whether it is, or wants to be, JSON. The rest is taken for OpenQASM, as the page does. */
    public static boolean isJson(byte[] content) {
        String start = new String(content, 0, Math.min(content.length, LONGEST_START), StandardCharsets.UTF_8)
                .replace("\ufeff", "")
                .stripLeading();
        return start.startsWith("{") || start.startsWith("[") || start.startsWith("\"");
    }
}
