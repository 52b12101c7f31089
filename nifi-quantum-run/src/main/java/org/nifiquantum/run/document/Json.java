// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.EnumFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** How JSON is read and written here: strict on input, absent rather than null on output. */
public final class Json {

    /** The longest document that is read; a run of 20 qubits and 10,000 evaluations is under 4 MB. */
    static final long MAXIMUM_DOCUMENT_BYTES = 256L << 20;

    static final int MAXIMUM_NESTING = 64;

    /** A list that is absent or null is empty; a null in it is a mistake. */
    private static final JsonSetter.Value ABSENT_IS_EMPTY = JsonSetter.Value.construct(Nulls.AS_EMPTY, Nulls.FAIL);

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxDocumentLength(MAXIMUM_DOCUMENT_BYTES)
                    .maxNestingDepth(MAXIMUM_NESTING)
                    .build())
            // A history is thousands of numbers, read and written again at each step of the optimiser.
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .build();

    private static final JsonMapper MAPPER = JsonMapper.builder(FACTORY.rebuild()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .addModules(new Jdk8Module(), new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS))
            .withConfigOverride(List.class, list -> list.setSetterInfo(ABSENT_IS_EMPTY))
            .withConfigOverride(Map.class, map -> map.setSetterInfo(ABSENT_IS_EMPTY))
            .build();

    private Json() {}

    public static JsonMapper mapper() {
        return MAPPER;
    }

    /**
     * A parser to find where members begin and end. Names that are there twice are found when what they are in is read:
     * to look for them costs as much as all the rest.
     */
    static JsonParser outline(byte[] document) throws IOException {
        return FACTORY.createParser(document);
    }

    /**
     * Turns a parser's complaint into ours.
     *
     * @param root the pointer of the value that was being read, empty for a whole document
     */
    public static RunException explain(String root, JsonProcessingException problem) {
        if (problem instanceof JsonMappingException mapping
                && !mapping.getPath().isEmpty()) {
            return new RunException(root + pointer(mapping), firstSentence(mapping.getOriginalMessage()), problem);
        }
        JsonLocation location = problem.getLocation();
        String place = location == null || !root.isEmpty()
                ? root
                : "line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
        return new RunException(place, firstSentence(problem.getOriginalMessage()), problem);
    }

    private static String pointer(JsonMappingException problem) {
        StringBuilder pointer = new StringBuilder();
        for (JsonMappingException.Reference reference : problem.getPath()) {
            pointer.append('/');
            if (reference.getFieldName() == null) {
                pointer.append(reference.getIndex());
            } else {
                pointer.append(escape(reference.getFieldName()));
            }
        }
        return pointer.toString();
    }

    /** A member's name as a token of a JSON pointer (RFC 6901). */
    public static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    /** Jackson explains at length, with class names; users need the first line of it. */
    private static String firstSentence(String message) {
        int problem = message.indexOf("problem: ");
        String text = problem < 0 ? message : message.substring(problem + "problem: ".length());
        int lineEnd = text.indexOf('\n');
        return (lineEnd < 0 ? text : text.substring(0, lineEnd)).strip();
    }
}
