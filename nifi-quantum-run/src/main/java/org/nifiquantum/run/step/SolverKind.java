// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.step;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What Fallback may ask for an answer. */
public enum SolverKind {
    /** An answer that was found before. */
    CACHE,
    /** A search that proves its answer, or gives a bound. */
    EXACT,
    /** A search that finds a good answer, whatever the size. */
    HEURISTIC;

    /** All, the cheapest first. */
    public static final List<SolverKind> DEFAULT_ORDER = List.of(values());

    private static final String KNOWN =
            DEFAULT_ORDER.stream().map(SolverKind::text).collect(Collectors.joining(", "));

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** An order as users write it. */
    public static String text(List<SolverKind> order) {
        return order.stream().map(SolverKind::text).collect(Collectors.joining(", "));
    }

    /**
     * Reads an order: names with commas between them.
     *
     * @throws IllegalArgumentException if a name is not known or there twice, or there is none
     */
    public static List<SolverKind> order(String text) {
        List<SolverKind> order = new ArrayList<>();
        for (String name : text.split(",", -1)) {
            SolverKind kind = named(name.strip());
            if (order.contains(kind)) {
                throw new IllegalArgumentException("[%s] is there twice".formatted(kind.text()));
            }
            order.add(kind);
        }
        return List.copyOf(order);
    }

    private static SolverKind named(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.text().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("[%s] is not known; known are: %s".formatted(name, KNOWN)));
    }
}
