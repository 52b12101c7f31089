// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.nifiquantum.engine.simulation.Counts;
import org.nifiquantum.runtime.flow.TemplateOutput;
import org.nifiquantum.testkit.misbehaving.ProviderJob;

/** What an answer of the {@link FailoverFlow} is, by the graph that was asked for and the books of the provider. */
public enum Verdict {
    /** By the quantum road, from the very counts that the provider has measured. */
    QUANTUM,
    /** By a classical solver, and it says why. */
    CLASSICAL,
    /** No answer, one that does not say why, of another graph, or from counts that nobody has measured. */
    WRONG;

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Judges.
     *
     * @param jobs the provider's, by their ids
     */
    public static Verdict of(TemplateOutput output, Graph graph, Map<String, ProviderJob> jobs) {
        JsonNode run = read(output);
        JsonNode solution = run.path("solution");
        if (!output.port().equals("solution")
                || solution.path("reason").asText().isBlank()
                || !graph.isSolvedBy(solution)) {
            return WRONG;
        }
        if (!solution.path("source").asText().equals("quantum")) {
            return CLASSICAL;
        }
        // Braket's name of a job is a resource name, whose last part is the id.
        String jobId = run.at("/execution/jobId").asText();
        ProviderJob job = jobs.get(jobId.substring(jobId.lastIndexOf('/') + 1));
        return job != null && counts(run.at("/result/evaluations/0/counts")).equals(counts(job)) ? QUANTUM : WRONG;
    }

    /** In a word why an answer is classical: the kind of error that the run met. */
    public static String why(TemplateOutput output) {
        String reason = read(output).at("/solution/reason").asText();
        int end = reason.indexOf(':');
        return end > 0 ? reason.substring(0, end).toLowerCase(Locale.ROOT).replace('_', ' ') : "other";
    }

    private static JsonNode read(TemplateOutput output) {
        try {
            return JSON.readTree(output.flowFile().content());
        } catch (IOException e) {
            throw new UncheckedIOException("What left the port %s is no document".formatted(output.port()), e);
        }
    }

    private static Map<String, Integer> counts(JsonNode counts) {
        Map<String, Integer> byBits = new HashMap<>();
        counts.properties()
                .forEach(entry -> byBits.put(entry.getKey(), entry.getValue().asInt()));
        return byBits;
    }

    private static Map<String, Integer> counts(ProviderJob job) {
        Map<String, Integer> byBits = new HashMap<>();
        for (Counts counts : job.counts()) {
            counts.byOutcome().forEach((state, count) -> byBits.put(state.toString(), count));
        }
        return byBits;
    }
}
