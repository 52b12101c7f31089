// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.input;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nifiquantum.run.document.RunException;

/**
 * The names of a problem's variables and their indices. Where the problem lists its names, any other is an error; where it
 * does not, they are numbered in the order they are first met. A name is a string or a whole number.
 */
final class NameIndex {

    private final Map<String, Integer> indices = new LinkedHashMap<>();
    private final String member;
    private final String pointer;
    private final boolean listed;

    /**
     * @param member of the problem that may list the names
     */
    NameIndex(Members problem, String member) {
        this(member, problem.place(member), problem.has(member));
        if (listed) {
            problem.elements(member, "names", this::list);
        }
    }

    private NameIndex(String member, String pointer, boolean listed) {
        this.member = member;
        this.pointer = pointer;
        this.listed = listed;
    }

    /** Of names that the problem must list. */
    static NameIndex listed(Members problem, String member) {
        if (!problem.has(member)) {
            throw new RunException(problem.place(member), "is missing; it must be an array of names");
        }
        return new NameIndex(problem, member);
    }

    /** Of names that come with what they name, in the elements of a member. */
    static NameIndex ofUnlisted(Members problem, String member) {
        return new NameIndex(member, problem.place(member), false);
    }

    /** The text of a name that must not have been met before. */
    String fresh(JsonNode name, String place) {
        list(name, place);
        return text(name, place);
    }

    /** The same, but any further name is an error. */
    NameIndex closed() {
        NameIndex closed = new NameIndex(member, pointer, true);
        closed.indices.putAll(indices);
        return closed;
    }

    private void list(JsonNode node, String place) {
        String name = text(node, place);
        if (indices.putIfAbsent(name, indices.size()) != null) {
            throw new RunException(place, "[%s] is named twice".formatted(name));
        }
    }

    /** The index of a name that stands at the given place. */
    int of(JsonNode name, String place) {
        return of(text(name, place), place);
    }

    /** The index of a name that stands at the given place. */
    int of(String name, String place) {
        Integer known = indices.get(name);
        if (known != null) {
            return known;
        }
        if (listed) {
            throw new RunException(place, "[%s] is not among the %s".formatted(name, member));
        }
        indices.put(name, indices.size());
        return indices.size() - 1;
    }

    /** All names by index, once everything that may bring new ones has been read. */
    List<String> names() {
        if (indices.isEmpty()) {
            throw new RunException(pointer, "the problem has no %s; give at least one".formatted(member));
        }
        return List.copyOf(indices.keySet());
    }

    /** The text of a name. */
    static String text(JsonNode node, String place) {
        if (!node.isTextual() && !node.isIntegralNumber()) {
            throw new RunException(place, "must be a name: a string or a whole number");
        }
        return node.asText();
    }
}
