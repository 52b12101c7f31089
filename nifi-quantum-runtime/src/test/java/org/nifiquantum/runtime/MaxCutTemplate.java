// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime;

import java.nio.file.Path;
import org.nifiquantum.runtime.flow.TemplateInput;
import org.nifiquantum.runtime.flow.TemplateVariant;

/** Copies of the MaxCut template for tests that change its parameters, and the graph it is shown with. */
public final class MaxCutTemplate {

    private static final Path TEMPLATES =
            Path.of("").toAbsolutePath().getParent().resolve("templates");

    private MaxCutTemplate() {}

    public static TemplateInput cities() {
        return new TemplateInput(TEMPLATES.resolve("data").resolve("maxcut-16-cities.json"));
    }

    /**
     * A copy with a parameter context of its own: an import into the shared NiFi takes the values of one that is there
     * under the same name.
     */
    public static Path withOwnContext(Path folder, String name) {
        return variant(name).writeTo(folder.resolve(name + ".json"));
    }

    /** A copy with a parameter context of its own, whose queues are full with so many FlowFiles. */
    public static Path withQueuesOf(Path folder, int threshold) {
        String name = "queues of " + threshold;
        return variant(name).withQueuesOf(threshold).writeTo(folder.resolve(name + ".json"));
    }

    private static TemplateVariant variant(String name) {
        return TemplateVariant.of(TEMPLATES.resolve("maxcut-qaoa.json")).withContext("MaxCut by QAOA, " + name);
    }
}
