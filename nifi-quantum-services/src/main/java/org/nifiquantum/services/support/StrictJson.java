// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.support;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/** How the answers of providers are read: with limits, numbers exact, nothing after the end. */
public final class StrictJson {

    private static final int DEEPEST = 50;

    private StrictJson() {}

    public static JsonMapper mapper() {
        return JsonMapper.builder(JsonFactory.builder()
                        .streamReadConstraints(StreamReadConstraints.builder()
                                .maxNestingDepth(DEEPEST)
                                .build())
                        .build())
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build();
    }

    /** Where an answer stops making sense, without quoting it. */
    public static String place(IOException problem) {
        return problem instanceof JsonProcessingException json && json.getLocation() != null
                ? "line %d, column %d"
                        .formatted(
                                json.getLocation().getLineNr(),
                                json.getLocation().getColumnNr())
                : "it cannot be read";
    }
}
