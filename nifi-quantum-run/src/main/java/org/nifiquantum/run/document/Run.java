// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One problem on its way to an answer: an immutable document whose sections are read only when asked for.
 *
 * <p>Sections stay the bytes they came as until a step writes them, so a hop of the loop costs no more than the
 * sections it uses, and members we do not know survive unchanged.
 */
public final class Run {

    /** The MIME type of a run's bytes. */
    public static final String MIME_TYPE = "application/vnd.nifi-quantum.run+json";

    static final String SCHEMA_MEMBER = "schema";
    static final String SCHEMA = "nifi-quantum/run/1";
    static final String ID_MEMBER = "id";

    private final String id;
    private final Map<String, Member> members;

    Run(String id, Map<String, Member> members) {
        this.id = id;
        this.members = members;
    }

    /** A run with nothing in it yet. */
    public static Run create(String id) {
        Map<String, Member> members = new LinkedHashMap<>();
        members.put(SCHEMA_MEMBER, new Member.Unread(RawJson.of(SCHEMA)));
        members.put(ID_MEMBER, new Member.Unread(RawJson.of(id)));
        return new Run(id, members).with(Section.SOFTWARE, Software.current());
    }

    /** Stable for the whole run. */
    public String id() {
        return id;
    }

    /**
     * A section that must be there.
     *
     * @throws RunException if it is missing or malformed
     */
    public <T> T get(Section<T> section) {
        return find(section)
                .orElseThrow(() ->
                        new RunException(section.pointer(), "is missing; %s writes it".formatted(section.writer())));
    }

    /**
     * A section that may be there.
     *
     * @throws RunException if it is malformed
     */
    public <T> Optional<T> find(Section<T> section) {
        Member member = members.get(section.name());
        if (member == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(member.read(section));
        } catch (JsonProcessingException e) {
            throw Json.explain(section.pointer(), e);
        }
    }

    /** This run with one section written anew. */
    public <T> Run with(Section<T> section, T value) {
        Map<String, Member> changed = new LinkedHashMap<>(members);
        changed.put(section.name(), new Member.Made<>(section, value));
        return new Run(id, changed);
    }

    /** This run without some of its sections. */
    public Run without(Section<?>... sections) {
        Map<String, Member> changed = new LinkedHashMap<>(members);
        for (Section<?> section : sections) {
            changed.remove(section.name());
        }
        return new Run(id, changed);
    }

    Map<String, Member> members() {
        return members;
    }
}
