// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.budget;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.apache.nifi.util.MockComponentLog;
import org.nifiquantum.services.api.BackendException;
import org.nifiquantum.services.api.BackendException.Kind;
import org.nifiquantum.services.api.Money;

/** Budgets for tests, and words for what is done with them. */
final class Budgets {

    private Budgets() {}

    static BudgetSettings settings(String day, String month) {
        return new BudgetSettings(
                "USD",
                Optional.empty(),
                Map.of(Span.DAY, new BigDecimal(day), Span.MONTH, new BigDecimal(month)),
                BigDecimal.ZERO,
                ZoneId.of("UTC"));
    }

    static Budget alone(BudgetSettings settings, FakeState state, InstantSource clock) {
        return open(settings, state, Optional.empty(), clock);
    }

    static Budget node(BudgetSettings settings, FakeState state, InstantSource clock) {
        return open(settings, state, Optional.of("host"), clock);
    }

    private static Budget open(
            BudgetSettings settings, FakeState state, Optional<String> clusterNode, InstantSource clock) {
        try {
            return Budget.open(settings, state, clusterNode, clock, new MockComponentLog("budget", "budget"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static Optional<Money> usd(String amount) {
        return Optional.of(new Money(new BigDecimal(amount), "USD"));
    }

    /** The kind of refusal; empty if the money is set aside. */
    static Optional<Kind> reserve(Budget budget, String key, String amount) {
        try {
            boolean unused = budget.reserve(key, usd(amount));
            return Optional.empty();
        } catch (BackendException e) {
            return Optional.of(e.kind());
        }
    }
}
