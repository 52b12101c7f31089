// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.nifiquantum.runtime.flow.TemplateInput;

/** Copies of the MaxCut template for tests that change its parameters, and the graph it is shown with. */
public final class MaxCutTemplate {

    private static final Path TEMPLATES =
            Path.of("").toAbsolutePath().getParent().resolve("templates");
    private static final String CONTEXT = "nifi-quantum: MaxCut by QAOA";
    private static final String THRESHOLD = "\"backPressureObjectThreshold\": 10000";

    private MaxCutTemplate() {}

    public static TemplateInput cities() {
        return new TemplateInput(TEMPLATES.resolve("data").resolve("maxcut-16-cities.json"));
    }

    /**
     * A copy with a parameter context of its own: an import into the shared NiFi takes the values of one that is there
     * under the same name.
     */
    public static Path withOwnContext(Path folder, String name) throws IOException {
        return write(folder, name, original());
    }

    /** A copy with a parameter context of its own, whose queues are full with so many FlowFiles. */
    public static Path withQueuesOf(Path folder, int threshold) throws IOException {
        String template = original();
        require(template, THRESHOLD);
        return write(
                folder,
                "queues of " + threshold,
                template.replace(THRESHOLD, "\"backPressureObjectThreshold\": " + threshold));
    }

    private static Path write(Path folder, String name, String template) throws IOException {
        require(template, CONTEXT);
        return Files.writeString(folder.resolve(name + ".json"), template.replace(CONTEXT, CONTEXT + ", " + name));
    }

    private static String original() throws IOException {
        return Files.readString(TEMPLATES.resolve("maxcut-qaoa.json"));
    }

    private static void require(String template, String text) {
        if (!template.contains(text)) {
            throw new IllegalStateException("The template has changed: it has no " + text);
        }
    }
}
