// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.document;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A JSON value as the UTF-8 bytes it was read from or written to: a slice of a buffer nobody changes.
 *
 * <p>What is large is visited part by part, so that it never stands in memory as a tree, which takes ten times its bytes.
 */
public final class RawJson {

    /** What follows an element is the next one, not a mistake. */
    private static final ObjectReader ELEMENT =
            Json.mapper().reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final byte[] buffer;
    private final int offset;
    private final int length;

    private RawJson(byte[] buffer, int offset, int length) {
        this.buffer = buffer;
        this.offset = offset;
        this.length = length;
    }

    /** Bytes that are taken for JSON; kept, not copied. What is wrong with them shows when they are read. */
    public static RawJson ofBytes(byte[] json) {
        return new RawJson(json, 0, json.length);
    }

    public static RawJson of(Object value) {
        try {
            return ofBytes(Json.mapper().writeValueAsBytes(value));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    public <T> T as(Class<T> type) throws JsonProcessingException {
        return io(() -> Json.mapper().readValue(buffer, offset, length, type));
    }

    /** The members of an object, each unread, in their order; empty if this is no object. */
    public Optional<Map<String, RawJson>> members() throws JsonProcessingException {
        return io(() -> {
            try (JsonParser parser = parser()) {
                if (parser.nextToken() != JsonToken.START_OBJECT) {
                    return Optional.empty();
                }
                Map<String, RawJson> members = new LinkedHashMap<>();
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    String name = parser.currentName();
                    parser.nextToken();
                    members.put(name, skip(parser));
                }
                requireEnd(parser);
                return Optional.of(members);
            }
        });
    }

    /** The value the parser stands at, which it skips. */
    RawJson skip(JsonParser parser) throws IOException {
        int start = start(parser);
        parser.skipChildren();
        parser.finishToken();
        int end = Math.toIntExact(parser.currentLocation().getByteOffset());
        return slice(start, end);
    }

    /** A part of these bytes, not copied. */
    RawJson slice(int from, int to) {
        return new RawJson(buffer, offset + from, to - from);
    }

    int length() {
        return length;
    }

    byte at(int index) {
        return buffer[offset + index];
    }

    /** Where the value begins that the parser stands at. */
    static int start(JsonParser parser) {
        int start = Math.toIntExact(parser.currentTokenLocation().getByteOffset());
        if (start < 0) {
            throw new RunException("", "JSON is read as UTF-8; this is another encoding, save it as UTF-8");
        }
        return start;
    }

    static void requireEnd(JsonParser parser) throws IOException {
        if (parser.nextToken() != null) {
            throw new RunException("", "Something follows the end of the document");
        }
    }

    /** Takes the elements of an array one by one. */
    @FunctionalInterface
    public interface Elements {
        void take(int index, JsonNode element);
    }

    /**
     * Visits the elements of an array.
     *
     * @return whether this is an array
     */
    public boolean forEachElement(Elements elements) throws JsonProcessingException {
        return io(() -> {
            try (JsonParser parser = parser()) {
                if (parser.nextToken() != JsonToken.START_ARRAY) {
                    return false;
                }
                for (int index = 0; parser.nextToken() != JsonToken.END_ARRAY; index++) {
                    elements.take(index, ELEMENT.readTree(parser));
                }
                return true;
            }
        });
    }

    /** Takes the members of an object one by one. */
    @FunctionalInterface
    public interface Members {
        void take(String name, JsonNode value);
    }

    /**
     * Visits the members of an object.
     *
     * @return whether this is an object
     */
    public boolean forEachMember(Members members) throws JsonProcessingException {
        return io(() -> {
            try (JsonParser parser = parser()) {
                if (parser.nextToken() != JsonToken.START_OBJECT) {
                    return false;
                }
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    String name = parser.currentName();
                    parser.nextToken();
                    members.take(name, ELEMENT.readTree(parser));
                }
                return true;
            }
        });
    }

    JsonParser parser() throws IOException {
        return Json.mapper().createParser(buffer, offset, length);
    }

    public byte[] toBytes() {
        return Arrays.copyOfRange(buffer, offset, offset + length);
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(buffer, offset, length);
    }

    void update(MessageDigest digest) {
        digest.update(buffer, offset, length);
    }

    /** Two are equal if their bytes are. */
    @Override
    public boolean equals(Object object) {
        return object instanceof RawJson other
                && Arrays.equals(
                        buffer, offset, offset + length, other.buffer, other.offset, other.offset + other.length);
    }

    @Override
    public int hashCode() {
        return ByteBuffer.wrap(buffer, offset, length).hashCode();
    }

    /** The text. */
    @Override
    public String toString() {
        return new String(buffer, offset, length, StandardCharsets.UTF_8);
    }

    @FunctionalInterface
    private interface Reading<T> {
        T read() throws IOException;
    }

    /** Memory does not fail: of all that reading may throw, only what is wrong with the JSON remains. */
    private static <T> T io(Reading<T> reading) throws JsonProcessingException {
        try {
            return reading.read();
        } catch (JsonProcessingException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
