// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.simulator;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.nifiquantum.engine.simulation.noise.NoiseModel;

/** Reads the JSON form of noise models; the engine knows no JSON. A name it does not know is a mistake, not passed over. */
public final class NoiseModelJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .addModule(new Jdk8Module())
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withConfigOverride(
                    List.class, list -> list.setSetterInfo(JsonSetter.Value.construct(Nulls.AS_EMPTY, Nulls.FAIL)))
            .withConfigOverride(
                    Map.class, map -> map.setSetterInfo(JsonSetter.Value.construct(Nulls.AS_EMPTY, Nulls.FAIL)))
            .build();

    private NoiseModelJson() {}

    /**
     * Reads a noise model.
     *
     * @throws IllegalArgumentException naming the place, as a JSON pointer or a line and column, and what is wrong there
     */
    public static NoiseModel read(String json) {
        try {
            return MAPPER.readValue(json, NoiseDocument.class).model();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("%s: %s".formatted(place(e), reason(e)), e);
        }
    }

    private static String place(JsonProcessingException problem) {
        if (problem instanceof JsonMappingException mapping
                && !mapping.getPath().isEmpty()) {
            return mapping.getPath().stream()
                    .map(step -> "/"
                            + (step.getFieldName() == null ? Integer.toString(step.getIndex()) : step.getFieldName()))
                    .collect(Collectors.joining());
        }
        JsonLocation location = problem.getLocation();
        return location == null
                ? "noise model"
                : "line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
    }

    /** Jackson's first line, or the complaint of a record about its own values. */
    private static String reason(JsonProcessingException problem) {
        Throwable cause = problem.getCause();
        String message = cause instanceof IllegalArgumentException ? cause.getMessage() : problem.getOriginalMessage();
        return message.lines().findFirst().orElse("is no noise model");
    }
}
