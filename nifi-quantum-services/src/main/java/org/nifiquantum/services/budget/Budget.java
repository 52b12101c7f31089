// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.budget;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.nifi.components.state.Scope;
import org.apache.nifi.components.state.StateManager;
import org.apache.nifi.components.state.StateMap;
import org.apache.nifi.logging.ComponentLog;
import org.nifiquantum.services.api.BackendException;
import org.nifiquantum.services.api.BackendException.Kind;
import org.nifiquantum.services.api.Money;

/**
 * One node's side of a budget: a ledger that is written down before money is promised, and in a cluster leases of what all nodes share.
 * See {@code docs/budget.md}. Thread-safe.
 */
final class Budget {

    /** How often {@link #tick} is meant to be called, and at most how often a node writes the cluster's state. */
    static final Duration TICK = Duration.ofSeconds(1);

    private static final String NODE = "node";
    private static final String UNIT = "unit";
    private static final int LAST_WRITES = 20;

    private final BudgetSettings settings;
    private final StateManager state;
    private final InstantSource clock;
    private final ComponentLog log;
    private final String node;
    private final Ledger ledger;
    private final Optional<Leases> leases;
    private boolean unsaved;
    private Optional<String> outage = Optional.empty();

    private Budget(
            BudgetSettings settings,
            StateManager state,
            InstantSource clock,
            ComponentLog log,
            String node,
            Ledger ledger,
            Optional<Leases> leases) {
        this.settings = settings;
        this.state = state;
        this.clock = clock;
        this.log = log;
        this.node = node;
        this.ledger = ledger;
        this.leases = leases;
    }

    /**
     * Takes up a budget where this node has left it.
     *
     * @param clusterNode this node's name in its cluster; empty where NiFi stands alone
     * @throws IllegalStateException if what is written down is in another unit
     */
    static Budget open(
            BudgetSettings settings,
            StateManager state,
            Optional<String> clusterNode,
            InstantSource clock,
            ComponentLog log)
            throws IOException {
        Map<String, String> map = state.getState(Scope.LOCAL).toMap();
        requireUnit(settings, map);
        // A name alone could be that of a node before, whose state is lost: its lease must not be taken for this one's.
        String node = map.getOrDefault(
                NODE,
                clusterNode.orElse("") + "/" + UUID.randomUUID().toString().substring(0, 8));
        LocalDate today = LocalDate.ofInstant(clock.instant(), settings.zone());
        Ledger ledger = Ledger.isIn(map) ? Ledger.of(map) : new Ledger(today);
        Budget budget = new Budget(
                settings,
                state,
                clock,
                log,
                node,
                ledger,
                clusterNode.map(name -> new Leases(node, settings.limits())));
        budget.turn(today);
        // Its name must be known before others see it.
        budget.unsaved = true;
        return budget;
    }

    private static void requireUnit(BudgetSettings settings, Map<String, String> map) {
        String unit = map.getOrDefault(UNIT, settings.unit());
        if (!unit.equalsIgnoreCase(settings.unit())) {
            throw new IllegalStateException(
                    "What was spent is written down in %s, but Unit is %s; clear the state of this service, or add another service"
                            .formatted(unit, settings.unit()));
        }
    }

    private void turn(LocalDate day) {
        if (day.isAfter(ledger.today())) {
            leases.ifPresent(held -> held.turn(ledger.today(), day));
            ledger.turnTo(day);
            unsaved = true;
        }
    }

    private void turnToClock() {
        turn(LocalDate.ofInstant(clock.instant(), settings.zone()));
    }

    private void save() throws IOException {
        Map<String, String> map = new HashMap<>(ledger.toMap());
        map.put(NODE, node);
        map.put(UNIT, settings.unit());
        state.setState(map, Scope.LOCAL);
        unsaved = false;
    }

    /** As {@code QuantumBudgetService.reserve}. */
    synchronized boolean reserve(String key, Optional<Money> cost) throws BackendException {
        turnToClock();
        if (ledger.find(key).isPresent()) {
            return false;
        }
        BigDecimal amount = cost.isPresent() ? amount(cost.get()) : settings.assumedCost();
        if (amount.signum() <= 0) {
            return false;
        }
        requireAffordable(amount);
        for (Span span : settings.limits().keySet()) {
            requireLeft(span, amount);
        }
        requireHeld(amount);
        ledger.reserve(key, amount);
        try {
            save();
        } catch (IOException e) {
            ledger.undo(key);
            throw new BackendException(
                    Kind.UNAVAILABLE, "The budget cannot be written down, so nothing is spent: " + e.getMessage(), e);
        }
        return true;
    }

    private BigDecimal amount(Money cost) throws BackendException {
        if (cost.amount().signum() != 0 && !cost.currency().equalsIgnoreCase(settings.unit())) {
            throw new BackendException(
                    Kind.OVER_BUDGET,
                    "The backend tells its cost in %s, but the budget counts %s; give the backend a budget whose Unit is %1$s"
                            .formatted(cost.currency(), settings.unit()));
        }
        return cost.amount();
    }

    private void requireAffordable(BigDecimal amount) throws BackendException {
        if (settings.perJob().filter(most -> amount.compareTo(most) > 0).isPresent()) {
            throw new BackendException(
                    Kind.OVER_BUDGET,
                    "The job would cost %s, and one job may cost %s; lower Shots or raise Limit Per Job"
                            .formatted(text(amount), text(settings.perJob().get())));
        }
    }

    private void requireLeft(Span span, BigDecimal amount) throws BackendException {
        BigDecimal limit = settings.limits().get(span);
        BigDecimal most =
                leases.map(held -> held.mostToBeHad(span)).orElse(limit).min(limit);
        BigDecimal left = most.subtract(ledger.used(span)).max(BigDecimal.ZERO);
        if (amount.compareTo(left) > 0) {
            throw new BackendException(
                    Kind.OVER_BUDGET,
                    "The job would cost %s, and %s of %s are left for the %s %s%s; raise Limit Per %s or wait until %s"
                            .formatted(
                                    text(amount),
                                    left.toPlainString(),
                                    text(limit),
                                    span.text(),
                                    span.of(ledger.today()),
                                    leases.isPresent() ? " on this node" : "",
                                    span == Span.DAY ? "Day" : "Month",
                                    settings.end(span, ledger.today())));
        }
    }

    /** In a cluster: what is left may have to be leased first, which takes a moment that nobody should be blocked for. */
    private void requireHeld(BigDecimal amount) throws BackendException {
        if (leases.isEmpty()) {
            return;
        }
        Leases own = leases.get();
        boolean holds = settings.limits().keySet().stream()
                .allMatch(span -> ledger.used(span).add(amount).compareTo(own.held(span)) <= 0);
        if (holds) {
            own.reserved(clock.instant());
            return;
        }
        own.want(amount, clock.instant());
        if (outage.isPresent()) {
            throw new BackendException(
                    Kind.UNAVAILABLE, "The cluster's state, where the budget stands, cannot be used: " + outage.get());
        }
        throw BackendException.rateLimited("Waits for this node's lease of the budget", TICK);
    }

    private String text(BigDecimal amount) {
        return amount.toPlainString() + " " + settings.unit();
    }

    /** As {@code QuantumBudgetService.settle}. */
    synchronized void settle(String key, Optional<Money> cost) {
        Optional<BigDecimal> spent = cost.filter(money -> money.currency().equalsIgnoreCase(settings.unit()))
                .map(Money::amount);
        // Most of what has no reservation was free: nothing to tell other nodes of.
        if (!close(key, spent)) {
            leases.ifPresent(
                    own -> spent.filter(amount -> amount.signum() > 0).ifPresent(amount -> own.tell(key, amount)));
        }
    }

    /** As {@code QuantumBudgetService.release}. */
    synchronized void release(String key) {
        if (!close(key, Optional.of(BigDecimal.ZERO))) {
            leases.ifPresent(own -> own.tell(key, BigDecimal.ZERO));
        }
    }

    private boolean close(String key, Optional<BigDecimal> spent) {
        turnToClock();
        Optional<Ledger.Reservation> reservation = ledger.find(key);
        if (reservation.isEmpty()) {
            return false;
        }
        BigDecimal reserved = reservation.get().amount();
        BigDecimal amount = spent.orElse(reserved);
        ledger.close(key, amount);
        unsaved = true;
        // What lowers the sum may be lost in a crash, what raises it must not.
        if (amount.compareTo(reserved) > 0) {
            flush();
        }
        return true;
    }

    private synchronized boolean flush() {
        if (!unsaved) {
            return true;
        }
        try {
            save();
            return true;
        } catch (IOException e) {
            log.warn("The budget cannot be written down; trying again", e);
            return false;
        }
    }

    /** Writes down what has changed and, in a cluster, renews leases. */
    void tick() {
        synchronized (this) {
            turnToClock();
        }
        if (leases.isPresent()) {
            renew(leases.get(), false);
        }
        flush();
    }

    /** Gives back what is leased and not used. */
    void close() {
        boolean returned = leases.isEmpty();
        for (int i = 0; i < LAST_WRITES && !returned; i++) {
            returned = renew(leases.get(), true);
        }
        flush();
    }

    /** Reads the book and changes this node's lines; false if another node has written meanwhile. */
    private boolean renew(Leases own, boolean stopping) {
        try {
            StateMap seen = state.getState(Scope.CLUSTER);
            Leases.Plan plan = plan(own, seen.toMap(), stopping);
            if (plan.changes() && !write(seen, plan.next())) {
                return false;
            }
            synchronized (this) {
                own.written(plan, ledger.today());
                outage = Optional.empty();
            }
        } catch (IOException | IllegalStateException e) {
            synchronized (this) {
                if (outage.isEmpty()) {
                    log.warn("The cluster's state, where the budget stands, cannot be used; trying again", e);
                }
                outage = Optional.of(String.valueOf(e.getMessage()));
            }
        }
        return true;
    }

    private boolean write(StateMap seen, SharedBook next) throws IOException {
        // What others have told of reservations must be in this node's state before it leaves the cluster's.
        if (!flush()) {
            return false;
        }
        Map<String, String> map = new HashMap<>(next.toMap());
        map.put(UNIT, settings.unit());
        return state.replace(seen, map, Scope.CLUSTER);
    }

    private synchronized Leases.Plan plan(Leases own, Map<String, String> map, boolean stopping) {
        requireUnit(settings, map);
        Instant now = clock.instant();
        SharedBook book = SharedBook.of(map, ledger.today());
        // Another node's clock may be ahead: days never go back.
        turn(book.day());
        int open = ledger.open();
        Leases.Plan plan = own.plan(book.turnedTo(ledger.today()), ledger, now, stopping);
        unsaved |= ledger.open() != open;
        return plan;
    }

    /** What has been spent on this node and is set aside, for people. */
    synchronized Map<Span, String> report() {
        turnToClock();
        Map<Span, String> lines = new HashMap<>();
        for (Span span : Span.values()) {
            lines.put(
                    span,
                    "%s %s: %s used, of which %s for jobs that have not ended; the limit is %s"
                            .formatted(
                                    span.text(),
                                    span.of(ledger.today()),
                                    text(ledger.used(span)),
                                    ledger.reserved(span).toPlainString(),
                                    Optional.ofNullable(settings.limits().get(span))
                                            .map(this::text)
                                            .orElse("not set")));
        }
        return lines;
    }
}
