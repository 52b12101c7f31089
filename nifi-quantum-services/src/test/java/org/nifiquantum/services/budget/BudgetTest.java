// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.budget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nifiquantum.services.budget.Budgets.alone;
import static org.nifiquantum.services.budget.Budgets.reserve;
import static org.nifiquantum.services.budget.Budgets.settings;
import static org.nifiquantum.services.budget.Budgets.usd;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nifiquantum.services.api.BackendException;
import org.nifiquantum.services.api.BackendException.Kind;
import org.nifiquantum.services.api.Money;
import org.nifiquantum.services.budget.FakeState.Fault;

/** A budget of a NiFi that stands alone. */
class BudgetTest {

    private static final Optional<Kind> DONE = Optional.empty();
    private static final Optional<Kind> TOO_MUCH = Optional.of(Kind.OVER_BUDGET);

    private final FakeState state = new FakeState();
    private Instant now = Instant.parse("2026-11-29T12:00:00Z");

    private Budget budget(BudgetSettings settings) {
        return alone(settings, state, () -> now);
    }

    @Test
    void whatIsLeftIsSpentToTheLastCentAndNoFurther() {
        Budget budget = budget(settings("1.00", "100"));
        assertEquals(DONE, reserve(budget, "a", "0.60"));
        assertEquals(TOO_MUCH, reserve(budget, "b", "0.41"));
        assertEquals(DONE, reserve(budget, "c", "0.40"));
        assertEquals(TOO_MUCH, reserve(budget, "d", "0.01"));
    }

    @Test
    void theMessageTellsWhatIsLeftAndWhatToDo() {
        Budget budget = budget(settings("1.00", "100"));
        assertEquals(DONE, reserve(budget, "a", "0.60"));
        BackendException refusal = assertThrows(BackendException.class, () -> budget.reserve("b", usd("0.50")));
        assertEquals(
                "The job would cost 0.50 USD, and 0.40 of 1.00 USD are left for the day 2026-11-29; raise Limit Per Day or wait"
                        + " until 2026-11-30T00:00Z",
                refusal.getMessage());
    }

    @Test
    void aRunThatIsSubmittedAgainReservesOnce() throws BackendException {
        Budget budget = budget(settings("1.00", "100"));
        assertTrue(budget.reserve("a", usd("0.60")));
        assertFalse(budget.reserve("a", usd("0.60")));
        assertEquals("0.60", state.own().get("day.used"));
    }

    @Test
    void aSettlementThatComesTwiceCountsOnce() {
        Budget budget = budget(settings("1.00", "100"));
        assertEquals(DONE, reserve(budget, "a", "0.60"));
        budget.settle("a", usd("0.10"));
        budget.settle("a", usd("0.10"));
        budget.tick();
        assertEquals("0.10", state.own().get("day.used"));
        assertEquals(DONE, reserve(budget, "b", "0.90"));
    }

    @Test
    void whatFailedIsFreeAgainAndWhatIsNotToldCostsWhatWasSetAside() {
        Budget budget = budget(settings("1.00", "100"));
        assertEquals(DONE, reserve(budget, "a", "0.50"));
        assertEquals(DONE, reserve(budget, "b", "0.50"));
        budget.release("a");
        budget.settle("b", Optional.empty());
        assertEquals(DONE, reserve(budget, "c", "0.50"));
        assertEquals(TOO_MUCH, reserve(budget, "d", "0.01"));
    }

    @Test
    void whatIsSetAsideOutlivesACrash() throws BackendException {
        Budget before = budget(settings("1.00", "100"));
        assertEquals(DONE, reserve(before, "a", "0.60"));
        Budget after = budget(settings("1.00", "100"));
        assertFalse(after.reserve("a", usd("0.60")), "the run is submitted again");
        assertEquals(TOO_MUCH, reserve(after, "b", "0.41"));
        after.settle("a", usd("0.20"));
        assertEquals(DONE, reserve(after, "c", "0.80"));
    }

    @Test
    void aJobThatCostsMoreThanWasSetAsideCountsInFullAtOnce() {
        Budget before = budget(settings("1.00", "100"));
        assertEquals(DONE, reserve(before, "a", "0.60"));
        before.settle("a", usd("1.50"));
        Budget after = budget(settings("1.00", "100"));
        assertEquals("1.50", state.own().get("day.used"));
        assertEquals(TOO_MUCH, reserve(after, "b", "0.01"));
    }

    @Test
    void aDayAndAMonthBeginInTheirTimeZone() {
        ZoneId tokyo = ZoneId.of("Asia/Tokyo");
        Budget budget = budget(new BudgetSettings(
                "USD",
                Optional.empty(),
                Map.of(Span.DAY, BigDecimal.ONE, Span.MONTH, new BigDecimal("2.5")),
                BigDecimal.ZERO,
                tokyo));
        now = Instant.parse("2026-11-29T14:59:59Z");
        assertEquals(DONE, reserve(budget, "a", "1"));
        assertEquals(TOO_MUCH, reserve(budget, "b", "1"));
        now = Instant.parse("2026-11-29T15:00:00Z");
        assertEquals(DONE, reserve(budget, "b", "1"), "the 30th in Tokyo");
        now = Instant.parse("2026-11-30T14:59:59Z");
        assertEquals(TOO_MUCH, reserve(budget, "c", "0.6"));
        now = Instant.parse("2026-11-30T15:00:00Z");
        assertEquals(DONE, reserve(budget, "c", "1"), "December in Tokyo");
    }

    @Test
    void aJobCountsOnTheDayItWasSubmitted() {
        Budget budget = budget(settings("1.00", "1.50"));
        assertEquals(DONE, reserve(budget, "a", "1.00"));
        now = Instant.parse("2026-11-30T00:00:00Z");
        budget.settle("a", usd("0.90"));
        assertEquals(DONE, reserve(budget, "b", "0.60"), "0.90 are of yesterday, and 1.50 of the month");
        assertEquals(TOO_MUCH, reserve(budget, "c", "0.01"));
    }

    @Test
    void aClockThatGoesBackBeginsNoDayAnew() {
        Budget budget = budget(settings("1.00", "100"));
        now = Instant.parse("2026-11-30T00:00:01Z");
        assertEquals(DONE, reserve(budget, "a", "1.00"));
        now = Instant.parse("2026-11-29T23:59:59Z");
        assertEquals(TOO_MUCH, reserve(budget, "b", "0.01"));
    }

    @Test
    void oneJobHasALimitOfItsOwn() {
        Budget budget = budget(new BudgetSettings(
                "USD", Optional.of(new BigDecimal("0.30")), Map.of(), BigDecimal.ZERO, ZoneId.of("UTC")));
        assertEquals(DONE, reserve(budget, "a", "0.30"));
        assertEquals(TOO_MUCH, reserve(budget, "b", "0.31"));
    }

    @Test
    void anotherUnitIsNotAddedUp() {
        Budget budget = budget(settings("1.00", "100"));
        Optional<Money> credits = Optional.of(new Money(BigDecimal.ONE, "credits"));
        BackendException refusal = assertThrows(BackendException.class, () -> budget.reserve("a", credits));
        assertEquals(Kind.OVER_BUDGET, refusal.kind());
        assertTrue(refusal.getMessage().contains("whose Unit is credits"), refusal.getMessage());
        assertEquals(DONE, reserve(budget, "b", "0.50"));
        Budget saved = budget;
        saved.tick();
        BudgetSettings others = new BudgetSettings(
                "credits", Optional.empty(), Map.of(Span.DAY, BigDecimal.TEN), BigDecimal.ZERO, ZoneId.of("UTC"));
        assertThrows(IllegalStateException.class, () -> budget(others));
    }

    @Test
    void aBackendThatTellsNoCostIsChargedWhatIsAssumed() throws BackendException {
        Budget free = budget(settings("1.00", "100"));
        assertFalse(free.reserve("a", Optional.empty()));
        Budget assuming = alone(
                new BudgetSettings(
                        "USD",
                        Optional.empty(),
                        Map.of(Span.DAY, BigDecimal.ONE),
                        new BigDecimal("0.7"),
                        ZoneId.of("UTC")),
                new FakeState(),
                () -> now);
        assertTrue(assuming.reserve("a", Optional.empty()));
        assertThrows(BackendException.class, () -> assuming.reserve("b", Optional.empty()));
    }

    @Test
    void whatCannotBeWrittenDownIsNotPromised() {
        Budget budget = budget(settings("1.00", "100"));
        state.failAs(() -> Fault.BEFORE);
        assertEquals(Optional.of(Kind.UNAVAILABLE), reserve(budget, "a", "0.60"));
        state.failAs(() -> Fault.NONE);
        assertEquals(DONE, reserve(budget, "b", "1.00"));
    }

    @Test
    void threadsTogetherSpendNoMoreThanThereIs() throws InterruptedException, ExecutionException {
        Budget budget = budget(settings("1.00", "100"));
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<Optional<Kind>>> answers = IntStream.range(0, 200)
                    .mapToObj(i -> threads.submit(() -> reserve(budget, "job-" + i, "0.03")))
                    .toList();
            int done = 0;
            for (Future<Optional<Kind>> answer : answers) {
                done += answer.get().isEmpty() ? 1 : 0;
            }
            assertEquals(33, done);
        }
    }

    @Test
    void theStateCanBeRead() {
        Budget budget = budget(settings("1.00", "100"));
        assertEquals(DONE, reserve(budget, "a", "0.60"));
        assertEquals(DONE, reserve(budget, "b", "0.20"));
        budget.settle("b", usd("0.15"));
        budget.tick();
        assertEquals("2026-11-29", state.own().get("day"));
        assertEquals("0.75", state.own().get("day.used"));
        assertEquals("0.60", state.own().get("day.reserved"));
        assertEquals("0.60 on 2026-11-29", state.own().get("reservation.a"));
        assertEquals("USD", state.own().get("unit"));
        assertEquals(
                "month 2026-11: 0.75 USD used, of which 0.60 for jobs that have not ended; the limit is 100 USD",
                budget.report().get(Span.MONTH));
    }
}
