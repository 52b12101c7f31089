// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.document;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Cuts a document into its members without reading more of them than their extent.
 *
 * <p>From {@code optimization} on, which is the last member and the only one that grows, not even that: the rest of the
 * document is taken for it and first looked at when the optimiser reads it.
 */
public final class RunReader {

    private RunReader() {}

    /**
     * Reads a document.
     *
     * @param content UTF-8; kept, not copied
     * @throws RunException if it is not a run of a version we know
     */
    public static Run read(byte[] content) {
        if (content.length == 0) {
            throw new RunException("", "The content is empty; a run document is expected");
        }
        Map<String, RawJson> members = new LinkedHashMap<>();
        try (JsonParser parser = Json.outline(content)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new RunException("", "A run document is a JSON object; this is not one");
            }
            readMembers(content, parser, members);
        } catch (JsonProcessingException e) {
            throw Json.explain("", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        requireSchema(members);
        Map<String, Member> unread = new LinkedHashMap<>();
        members.forEach((name, raw) -> unread.put(name, new Member.Unread(raw)));
        return new Run(requireId(members), unread);
    }

    private static void readMembers(byte[] content, JsonParser parser, Map<String, RawJson> members)
            throws IOException {
        RawJson document = RawJson.ofBytes(content);
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            int start = RawJson.start(parser);
            if (members.containsKey(name)) {
                throw new RunException("/" + Json.escape(name), "is in the document twice");
            }
            if (Section.OPTIMIZATION.name().equals(name)) {
                members.put(name, document.slice(start, endOfLastMember(content)));
                return;
            }
            members.put(name, document.skip(parser));
        }
        RawJson.requireEnd(parser);
    }

    private static int endOfLastMember(byte[] content) {
        int end = content.length;
        while (end > 0 && Character.isWhitespace(content[end - 1])) {
            end--;
        }
        if (end == 0 || content[end - 1] != '}') {
            throw new RunException("", "The document is cut off: it does not end with }");
        }
        return end - 1;
    }

    private static void requireSchema(Map<String, RawJson> members) {
        String schema = text(members, Run.SCHEMA_MEMBER);
        if (!Run.SCHEMA.equals(schema)) {
            throw new RunException(
                    "/" + Run.SCHEMA_MEMBER,
                    "this version reads [%s], the document says [%s]".formatted(Run.SCHEMA, schema));
        }
    }

    private static String requireId(Map<String, RawJson> members) {
        String id = text(members, Run.ID_MEMBER);
        if (id.isBlank()) {
            throw new RunException("/" + Run.ID_MEMBER, "must not be blank");
        }
        return id;
    }

    private static String text(Map<String, RawJson> members, String name) {
        RawJson raw = members.get(name);
        if (raw == null) {
            throw new RunException("/" + name, "is missing; this is no run document");
        }
        try {
            return raw.as(String.class);
        } catch (JsonProcessingException e) {
            throw Json.explain("/" + name, e);
        }
    }
}
