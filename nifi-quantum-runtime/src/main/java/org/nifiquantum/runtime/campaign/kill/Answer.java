// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.campaign.kill;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.nifiquantum.runtime.flow.TemplateOutput;

/** The run document that came out. */
record Answer(JsonNode document) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Answer of(TemplateOutput output) {
        try {
            return new Answer(JSON.readTree(output.flowFile().content()));
        } catch (IOException e) {
            throw new UncheckedIOException("What left the port %s is no document".formatted(output.port()), e);
        }
    }

    /** How many submissions the run counts. */
    int jobs() {
        return document.at("/totals/jobs").asInt();
    }

    /** Whether each evaluation has the same parameters, seed and value, in the same order, to the last bit. */
    boolean hasEvaluationsOf(Answer other) {
        return equal(other, "/optimization") && equal(other, "/totals/jobs");
    }

    boolean hasSolutionOf(Answer other) {
        return equal(other, "/solution");
    }

    private boolean equal(Answer other, String section) {
        JsonNode own = document.at(section);
        return !own.isMissingNode() && own.equals(other.document.at(section));
    }
}
