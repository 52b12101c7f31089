// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.budget;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the nodes of a cluster hold of a budget, as the cluster's state has it. Each node writes its own lines and no other's.
 *
 * @param day the latest that any node has begun
 * @param leased by span and node: what the node may use in that span, the part it has used included
 * @param used by span and node, as of the node's last writing; for people only
 * @param settled what jobs cost whose result came to another node than the one that reserved
 */
record SharedBook(
        LocalDate day,
        Map<Span, Map<String, BigDecimal>> leased,
        Map<Span, Map<String, BigDecimal>> used,
        Map<String, BigDecimal> settled) {

    private static final String DAY = "day";
    private static final String LEASED = ".leased.";
    private static final String USED = ".used.";
    private static final String SETTLED = "settled.";

    SharedBook {
        requireNonNull(day, "day");
        leased = copy(leased);
        used = copy(used);
        settled = Collections.unmodifiableMap(new TreeMap<>(settled));
    }

    private static Map<Span, Map<String, BigDecimal>> copy(Map<Span, Map<String, BigDecimal>> amounts) {
        Map<Span, Map<String, BigDecimal>> copy = new EnumMap<>(Span.class);
        for (Span span : Span.values()) {
            copy.put(span, Collections.unmodifiableMap(new TreeMap<>(amounts.getOrDefault(span, Map.of()))));
        }
        return Collections.unmodifiableMap(copy);
    }

    /** A book in which nothing stands. */
    static SharedBook empty(LocalDate day) {
        return new SharedBook(day, Map.of(), Map.of(), Map.of());
    }

    /** The book as {@link #toMap} wrote it; an empty one if nobody has written it. */
    static SharedBook of(Map<String, String> map, LocalDate today) {
        if (!map.containsKey(DAY)) {
            return empty(today);
        }
        Map<Span, Map<String, BigDecimal>> leased = new EnumMap<>(Span.class);
        Map<Span, Map<String, BigDecimal>> used = new EnumMap<>(Span.class);
        for (Span span : Span.values()) {
            leased.put(span, amounts(map, span.text() + LEASED));
            used.put(span, amounts(map, span.text() + USED));
        }
        return new SharedBook(LocalDate.parse(map.get(DAY)), leased, used, amounts(map, SETTLED));
    }

    private static Map<String, BigDecimal> amounts(Map<String, String> map, String prefix) {
        Map<String, BigDecimal> amounts = new TreeMap<>();
        map.forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                amounts.put(name.substring(prefix.length()), new BigDecimal(value));
            }
        });
        return amounts;
    }

    Map<String, String> toMap() {
        Map<String, String> map = new TreeMap<>();
        map.put(DAY, day.toString());
        for (Span span : Span.values()) {
            leased.get(span).forEach((node, amount) -> map.put(span.text() + LEASED + node, amount.toPlainString()));
            used.get(span).forEach((node, amount) -> map.put(span.text() + USED + node, amount.toPlainString()));
        }
        settled.forEach((key, amount) -> map.put(SETTLED + key, amount.toPlainString()));
        return map;
    }

    /** What a node holds in a span. */
    BigDecimal leased(Span span, String node) {
        return leased.get(span).getOrDefault(node, BigDecimal.ZERO);
    }

    /** What all other nodes hold in a span. */
    BigDecimal leasedToOthers(Span span, String node) {
        return leased.get(span).entrySet().stream()
                .filter(line -> !line.getKey().equals(node))
                .map(Map.Entry::getValue)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The book at a day, the same or later: leases of stretches that are over, of nodes that are gone too, are no more. */
    SharedBook turnedTo(LocalDate later) {
        if (later.equals(day)) {
            return this;
        }
        Map<Span, Map<String, BigDecimal>> stillLeased = new EnumMap<>(leased);
        Map<Span, Map<String, BigDecimal>> stillUsed = new EnumMap<>(used);
        for (Span span : Span.values()) {
            if (!span.of(later).equals(span.of(day))) {
                stillLeased.remove(span);
                stillUsed.remove(span);
            }
        }
        return new SharedBook(later, stillLeased, stillUsed, Map.of());
    }

    /** With new lines of one node. */
    SharedBook with(String node, Map<Span, BigDecimal> nodeLeased, Map<Span, BigDecimal> nodeUsed) {
        return new SharedBook(day, with(leased, node, nodeLeased), with(used, node, nodeUsed), settled);
    }

    private static Map<Span, Map<String, BigDecimal>> with(
            Map<Span, Map<String, BigDecimal>> amounts, String node, Map<Span, BigDecimal> lines) {
        Map<Span, Map<String, BigDecimal>> changed = new EnumMap<>(amounts);
        lines.forEach((span, amount) -> {
            Map<String, BigDecimal> nodes = new TreeMap<>(amounts.get(span));
            nodes.put(node, amount);
            changed.put(span, nodes);
        });
        return changed;
    }

    SharedBook withSettled(Map<String, BigDecimal> other) {
        return new SharedBook(day, leased, used, other);
    }
}
