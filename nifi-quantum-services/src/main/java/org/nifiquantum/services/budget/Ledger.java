// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.budget;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What one node has spent and set aside. A job counts on the day, and in the month, in which it was submitted, whenever it ends.
 *
 * <p>Not thread-safe.
 */
final class Ledger {

    private static final String TODAY = "day";
    private static final String USED = ".used";
    private static final String RESERVED = ".reserved";
    private static final String RESERVATION = "reservation.";
    private static final String ON = " on ";

    private LocalDate today;
    private final Map<Span, BigDecimal> used = new EnumMap<>(Span.class);
    private final Map<String, Reservation> open = new LinkedHashMap<>();

    /**
     * What is set aside for a submission.
     *
     * @param day on which it counts
     */
    record Reservation(BigDecimal amount, LocalDate day) {

        Reservation {
            requireNonNull(amount, "amount");
            requireNonNull(day, "day");
        }
    }

    Ledger(LocalDate today) {
        this.today = today;
    }

    /** The ledger as {@link #toMap} wrote it. */
    static Ledger of(Map<String, String> map) {
        Ledger ledger = new Ledger(LocalDate.parse(map.get(TODAY)));
        for (Span span : Span.values()) {
            ledger.used.put(span, new BigDecimal(map.getOrDefault(span.text() + USED, "0")));
        }
        map.forEach((name, value) -> {
            if (name.startsWith(RESERVATION)) {
                String[] parts = value.split(ON, 2);
                ledger.open.put(
                        name.substring(RESERVATION.length()),
                        new Reservation(new BigDecimal(parts[0]), LocalDate.parse(parts[1])));
            }
        });
        return ledger;
    }

    static boolean isIn(Map<String, String> map) {
        return map.containsKey(TODAY);
    }

    /** For NiFi's state, where people can read it too. */
    Map<String, String> toMap() {
        Map<String, String> map = new TreeMap<>();
        map.put(TODAY, today.toString());
        for (Span span : Span.values()) {
            map.put(span.text() + USED, used(span).toPlainString());
            map.put(span.text() + RESERVED, reserved(span).toPlainString());
        }
        open.forEach((key, reservation) ->
                map.put(RESERVATION + key, reservation.amount().toPlainString() + ON + reservation.day()));
        return map;
    }

    LocalDate today() {
        return today;
    }

    /** What was spent and is set aside in the present stretch. */
    BigDecimal used(Span span) {
        return used.getOrDefault(span, BigDecimal.ZERO);
    }

    /** The part of {@link #used} whose jobs have not ended. */
    BigDecimal reserved(Span span) {
        return open.values().stream()
                .filter(reservation -> isPresent(span, reservation))
                .map(Reservation::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** How many jobs have not ended. */
    int open() {
        return open.size();
    }

    Optional<Reservation> find(String key) {
        return Optional.ofNullable(open.get(key));
    }

    /** Begins a later day. What counts in no present stretch any more is forgotten. */
    void turnTo(LocalDate day) {
        for (Span span : Span.values()) {
            if (!span.of(day).equals(span.of(today))) {
                used.put(span, BigDecimal.ZERO);
            }
        }
        today = day;
        open.values().removeIf(reservation -> !isPresent(Span.MONTH, reservation));
    }

    private boolean isPresent(Span span, Reservation reservation) {
        return span.of(reservation.day()).equals(span.of(today));
    }

    void reserve(String key, BigDecimal amount) {
        Reservation reservation = new Reservation(amount, today);
        open.put(key, reservation);
        charge(reservation, amount);
    }

    /** Takes a reservation back as if it had never been. */
    void undo(String key) {
        close(key, BigDecimal.ZERO);
    }

    /** Replaces what was set aside by what was spent; there must be a reservation. */
    void close(String key, BigDecimal spent) {
        Reservation reservation = open.remove(key);
        charge(reservation, spent.subtract(reservation.amount()));
    }

    private void charge(Reservation reservation, BigDecimal amount) {
        for (Span span : Span.values()) {
            if (isPresent(span, reservation)) {
                used.put(span, used(span).add(amount));
            }
        }
    }
}
