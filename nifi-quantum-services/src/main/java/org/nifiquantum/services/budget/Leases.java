// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.budget;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What one node of a cluster holds of the budget, and what it asks the others for. A lease grows only once it is written where all nodes
 * see it, and shrinks before that: so what all nodes hold together is never more than stands in the book, and that never more than
 * the limit.
 *
 * <p>Not thread-safe.
 */
final class Leases {

    /** A node takes what it needs and this part of what is left, so that it need not come again soon and others get some too. */
    private static final BigDecimal PARTS = BigDecimal.valueOf(8);

    /** A node that has not reserved for so long gives back what it does not use. */
    static final Duration IDLE = Duration.ofSeconds(10);

    /** NiFi's state in ZooKeeper may have a megabyte in all. */
    private static final int MOST_SETTLED = 1_000;

    private final String node;
    private final Map<Span, BigDecimal> limits;
    private final Map<Span, BigDecimal> held = new EnumMap<>(Span.class);
    private final Map<Span, BigDecimal> room = new EnumMap<>(Span.class);
    private final Map<String, BigDecimal> foreign = new LinkedHashMap<>();
    private final Set<String> claimed = new LinkedHashSet<>();
    private BigDecimal wanted = BigDecimal.ZERO;
    private Instant lastWanted = Instant.MIN;

    /**
     * What to write, and what holds once it is written.
     *
     * @param changes whether writing is needed
     */
    record Plan(SharedBook next, boolean changes, Map<Span, BigDecimal> held, Set<String> told) {}

    Leases(String node, Map<Span, BigDecimal> limits) {
        this.node = node;
        this.limits = limits;
    }

    /** What this node may use in a span in all. */
    BigDecimal held(Span span) {
        return held.getOrDefault(span, BigDecimal.ZERO);
    }

    /** What this node could use in a span if it asked for all that no other node holds; the limit while that is not known. */
    BigDecimal mostToBeHad(Span span) {
        return room.getOrDefault(span, limits.get(span));
    }

    /** Notes that somebody waits for more than there is. */
    void want(BigDecimal amount, Instant now) {
        wanted = wanted.max(amount);
        lastWanted = now;
    }

    void reserved(Instant now) {
        lastWanted = now;
    }

    /** A new stretch begins with nothing. */
    void turn(LocalDate from, LocalDate to) {
        for (Span span : Span.values()) {
            if (!span.of(from).equals(span.of(to))) {
                held.remove(span);
                room.remove(span);
            }
        }
    }

    /** Notes a cost for whichever node has the reservation. */
    void tell(String key, BigDecimal spent) {
        if (foreign.size() < MOST_SETTLED) {
            foreign.putIfAbsent(key, spent);
        }
    }

    /**
     * Works out this node's lines in the book. What it gives back it does not hold from here on, whether the writing succeeds or not.
     *
     * @param book of the ledger's day
     */
    Plan plan(SharedBook book, Ledger ledger, Instant now, boolean stopping) {
        Map<String, BigDecimal> settled = settled(book, ledger);
        boolean idle = stopping || (wanted.signum() == 0 && now.isAfter(lastWanted.plus(IDLE)));
        Map<Span, BigDecimal> targets = new EnumMap<>(Span.class);
        Map<Span, BigDecimal> used = new EnumMap<>(Span.class);
        boolean changes = !settled.equals(book.settled());
        for (Map.Entry<Span, BigDecimal> limit : limits.entrySet()) {
            Span span = limit.getKey();
            BigDecimal own = book.leased(span, node);
            BigDecimal most = limit.getValue().subtract(book.leasedToOthers(span, node));
            BigDecimal target = target(ledger.used(span), own, most, idle);
            // What was read may be of before: only a writing that succeeds shows that it is not.
            changes |= target.compareTo(own) != 0 || target.compareTo(held(span)) > 0;
            room.put(span, most);
            held.put(span, held(span).min(target));
            targets.put(span, target);
            used.put(span, ledger.used(span));
        }
        return new Plan(
                book.with(node, targets, used).withSettled(settled), changes, targets, Set.copyOf(foreign.keySet()));
    }

    private BigDecimal target(BigDecimal used, BigDecimal own, BigDecimal most, boolean idle) {
        if (idle) {
            return used;
        }
        BigDecimal kept = own.min(most);
        BigDecimal needed = used.add(wanted);
        boolean more = wanted.signum() > 0 && needed.compareTo(most) <= 0;
        BigDecimal spare = most.subtract(needed).divide(PARTS, needed.scale() + 2, RoundingMode.DOWN);
        // Spent is spent, also where the limit has been lowered since or a job cost more than was set aside.
        return used.max(more ? kept.max(needed.add(spare)) : kept);
    }

    /** Takes what others tell of this node's reservations, and adds what this node tells of theirs. */
    private Map<String, BigDecimal> settled(SharedBook book, Ledger ledger) {
        Map<String, BigDecimal> settled = new LinkedHashMap<>(book.settled());
        settled.forEach((key, spent) -> ledger.find(key).ifPresent(reservation -> {
            ledger.close(key, spent);
            claimed.add(key);
        }));
        settled.keySet().removeAll(claimed);
        foreign.forEach((key, spent) -> {
            if (settled.size() < MOST_SETTLED) {
                settled.putIfAbsent(key, spent);
            }
        });
        return settled;
    }

    /** The plan is written, and seen by all; what it leases in a stretch that is over by now is of no use. */
    void written(Plan plan, LocalDate today) {
        plan.held().forEach((span, amount) -> {
            if (span.of(plan.next().day()).equals(span.of(today))) {
                held.put(span, amount);
            }
        });
        wanted = BigDecimal.ZERO;
        foreign.keySet().removeAll(plan.told());
        claimed.clear();
    }
}
