// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.campaign;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.nifiquantum.runtime.flow.TemplateRun;
import org.nifiquantum.runtime.flow.TemplateVariant;
import org.nifiquantum.runtime.rest.NiFiClient;
import org.nifiquantum.testkit.misbehaving.MisbehavingProvider;

/**
 * A flow that encodes, chooses the road, submits to a provider's service, polls and decodes; what does not get through is solved
 * classically. Waits are shorter than a user would set them, so that more happens in a minute.
 */
public final class FailoverFlow {

    /** The one key that the provider takes. */
    public static final String KEY = "campaign";

    /** How its service, whatever the provider, meets trouble. */
    static final Set<String> RESILIENCE = Set.of(
            "Call Deadline",
            "Attempts",
            "Answer Timeout",
            "Calls Per Second",
            "Concurrent Calls",
            "Breaker Failures",
            "Probe Interval",
            "Description Age");

    /** Whose runs stay on their node, where their marks are known. */
    private static final String SUBMIT = "Submit to backend";

    private static final String DEFINITION = "failover.json";

    private FailoverFlow() {}

    /**
     * Puts the flow on the canvas, its service pointed at the provider.
     *
     * @param name of its process group and of its parameter context
     * @param like whom the provider plays
     * @param parameters that are not to be as in the definition: {@code shots}, {@code job-deadline}, {@code
     *     concurrent-calls}, {@code probe-interval}
     * @param scratch a folder of its own that NiFi can reach
     */
    public static TemplateRun prepare(
            NiFiClient nifi,
            String name,
            CampaignProvider like,
            MisbehavingProvider provider,
            Map<String, String> parameters,
            Path scratch) {
        return prepare(nifi, name, like.of(flow()), provider, parameters, scratch);
    }

    /** As {@link #prepare}, in a cluster; each queue but that of SubmitCircuit spreads its runs over all nodes, so that they wander. */
    public static TemplateRun prepareOnAllNodes(
            NiFiClient nifi,
            String name,
            CampaignProvider like,
            MisbehavingProvider provider,
            Map<String, String> parameters,
            Path scratch) {
        return prepare(nifi, name, like.of(flow()).withRoundRobin(SUBMIT), provider, parameters, scratch);
    }

    private static TemplateRun prepare(
            NiFiClient nifi,
            String name,
            TemplateVariant variant,
            MisbehavingProvider provider,
            Map<String, String> parameters,
            Path scratch) {
        Map<String, String> all = new HashMap<>(parameters);
        all.put("provider-url", provider.uri().toString());
        all.put("api-key", KEY);
        Path file = variant.withContext(name).writeTo(scratch.resolveSibling(scratch.getFileName() + ".json"));
        return TemplateRun.prepare(nifi, name, file, all, scratch);
    }

    private static TemplateVariant flow() {
        try (InputStream content = FailoverFlow.class.getResourceAsStream(DEFINITION)) {
            return TemplateVariant.of(content.readAllBytes(), DEFINITION);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
