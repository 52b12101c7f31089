// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.budget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nifiquantum.services.budget.Budgets.node;
import static org.nifiquantum.services.budget.Budgets.reserve;
import static org.nifiquantum.services.budget.Budgets.settings;
import static org.nifiquantum.services.budget.Budgets.usd;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.nifiquantum.services.api.BackendException.Kind;
import org.nifiquantum.services.budget.FakeState.Fault;
import org.nifiquantum.services.budget.FakeState.Shared;

/** What nodes of a cluster do with one budget, case by case; {@link BudgetSimulationTest} mixes them. */
class BudgetClusterTest {

    private static final Optional<Kind> DONE = Optional.empty();
    private static final Optional<Kind> WAIT = Optional.of(Kind.RATE_LIMITED);
    private static final Optional<Kind> TOO_MUCH = Optional.of(Kind.OVER_BUDGET);

    private final BudgetSettings settings = settings("10", "100");
    private final Shared shared = new Shared();
    private final FakeState firstState = new FakeState(shared);
    private final FakeState secondState = new FakeState(shared);
    private Instant now = Instant.parse("2026-11-21T12:00:00Z");
    private int calls;
    private final Budget first = node(settings, firstState, () -> now);
    private final Budget second = node(settings, secondState, () -> now);

    /** Asks, lets the lease come, asks again: as a run does that waits in its queue. */
    private static Optional<Kind> await(Budget budget, String key, String amount) {
        Optional<Kind> answer = reserve(budget, key, amount);
        if (answer.equals(WAIT)) {
            budget.tick();
            return reserve(budget, key, amount);
        }
        return answer;
    }

    @Test
    void aRunWaitsForItsNodesLeaseAndNobodyIsBlocked() {
        assertEquals(WAIT, reserve(first, "a", "1"));
        assertEquals(0, shared.writes(), "reserving writes nothing");
        first.tick();
        assertEquals(DONE, reserve(first, "a", "1"));
        assertEquals(1, shared.writes());
    }

    @Test
    void manyJobsOfOneLeaseCostOneWriting() {
        assertEquals(DONE, await(first, "a", "1"));
        for (int i = 0; i < 10; i++) {
            assertEquals(DONE, reserve(first, "b" + i, "0.1"));
            first.tick();
        }
        assertEquals(1, shared.writes());
    }

    @Test
    void bothTogetherSpendAllAndNoMore() {
        int done = 0;
        for (int i = 0; i < 60; i++) {
            done += await(i % 2 == 0 ? first : second, "job-" + i, "0.25").isEmpty() ? 1 : 0;
        }
        assertTrue(done <= 40, () -> "more than there is");
        now = now.plus(Leases.IDLE).plusSeconds(1);
        first.tick();
        second.tick();
        first.tick();
        while (await(first, "more-" + done, "0.25").isEmpty()) {
            done++;
        }
        assertEquals(40, done, "what the other did not use came back");
    }

    @Test
    void whatANodeHasNotUsedComesBackWhenItStops() {
        assertEquals(DONE, await(first, "a", "1"));
        assertEquals(TOO_MUCH, await(second, "b", "9"));
        first.close();
        second.tick();
        assertEquals(DONE, await(second, "b", "9"));
        assertEquals(TOO_MUCH, await(second, "c", "0.01"));
    }

    @Test
    void aNodeThatStartsAgainHasWhatItHad() {
        assertEquals(DONE, await(first, "a", "1"));
        Budget again = node(settings, firstState, () -> now);
        again.tick();
        assertEquals(TOO_MUCH, await(again, "b", "9.01"));
        assertEquals(DONE, await(again, "b", "9"));
    }

    @Test
    void theLeaseOfANodeThatIsGoneForGoodIsFreeOnTheNextDay() {
        assertEquals(DONE, await(first, "a", "9"));
        assertEquals(TOO_MUCH, await(second, "b", "2"));
        firstState.lose();
        Budget replaced = node(settings, firstState, () -> now);
        assertEquals(TOO_MUCH, await(replaced, "c", "2"), "it is not taken for the node it was");
        now = now.plus(Duration.ofDays(1));
        assertEquals(DONE, await(second, "b", "2"));
    }

    @Test
    void aCostThatCameToAnotherNodeReachesTheOneThatReserved() {
        assertEquals(DONE, await(first, "a", "9"));
        second.settle("a", usd("2"));
        second.tick();
        first.tick();
        assertEquals(DONE, await(first, "b", "8"));
        assertEquals(TOO_MUCH, await(first, "c", "0.01"));
        assertTrue(shared.map().keySet().stream().noneMatch(name -> name.startsWith("settled.")));
    }

    @Test
    void aFailureThatAnotherNodeSawFreesTheMoney() {
        assertEquals(DONE, await(first, "a", "9"));
        second.release("a");
        second.tick();
        first.tick();
        assertEquals(DONE, await(first, "b", "10"));
    }

    @Test
    void aLowerLimitHoldsAtOnce() {
        assertEquals(DONE, await(first, "a", "4"));
        Budget lowered = node(settings("5", "100"), firstState, () -> now);
        assertEquals(TOO_MUCH, await(lowered, "b", "1.01"));
        assertEquals(DONE, await(lowered, "b", "1"));
    }

    @Test
    void whoseClockIsAheadBeginsTheDayForAll() {
        assertEquals(DONE, await(first, "a", "10"));
        now = Instant.parse("2026-11-22T00:00:00Z");
        assertEquals(DONE, await(second, "b", "6"));
        now = Instant.parse("2026-11-21T23:59:59Z");
        first.tick();
        assertEquals(TOO_MUCH, await(first, "c", "5"));
        assertEquals(DONE, await(first, "c", "3"));
    }

    @Test
    void aLeaseThatIsWrittenWhileMidnightPassesIsOfNoUse() {
        assertEquals(WAIT, reserve(first, "a", "5"));
        firstState.meanwhile(this::passMidnightBeforeTheWriting);
        first.tick();
        firstState.meanwhile(() -> {});
        assertEquals(DONE, await(second, "c", "10"));
        assertEquals(WAIT, reserve(first, "b", "5"), "what was leased was of yesterday");
        assertEquals(TOO_MUCH, await(first, "b", "5"));
    }

    private void passMidnightBeforeTheWriting() {
        calls++;
        if (calls == 2) {
            now = Instant.parse("2026-11-22T00:00:00Z");
            assertEquals(WAIT, reserve(first, "b", "5"));
        }
    }

    @Test
    void anOutageOfTheClustersStateSendsRunsTheClassicalRoad() {
        firstState.failAs(() -> Fault.BEFORE);
        assertEquals(Optional.of(Kind.UNAVAILABLE), reserveInOutage());
        firstState.failAs(() -> Fault.NONE);
        first.tick();
        assertEquals(DONE, reserve(first, "a", "1"));
    }

    private Optional<Kind> reserveInOutage() {
        assertEquals(WAIT, reserve(first, "a", "1"));
        first.tick();
        return reserve(first, "a", "1");
    }
}
