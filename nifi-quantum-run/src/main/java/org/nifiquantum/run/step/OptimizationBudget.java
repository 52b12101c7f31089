// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.step;

import java.math.BigDecimal;
import java.util.Optional;
import org.nifiquantum.optimization.optimizer.StopReason;
import org.nifiquantum.run.document.Optimization;
import org.nifiquantum.run.document.Run;
import org.nifiquantum.run.document.RunException;
import org.nifiquantum.run.document.Section;
import org.nifiquantum.run.document.Totals;
import org.nifiquantum.services.api.Money;

/** Whether an optimisation has time and money left for another submission. */
final class OptimizationBudget {

    private OptimizationBudget() {}

    /**
     * Which budget is used up, if one is.
     *
     * @param totals of the run, the clock just read
     * @throws RunException if jobs are charged in another currency than the budget's
     */
    static Optional<StopReason> usedUp(Run run, Optimization.Settings settings, Totals totals) {
        if (settings.maximumMillis().isPresent()
                && totals.wallMillis() >= settings.maximumMillis().getAsLong()) {
            return Optional.of(StopReason.TIME_BUDGET);
        }
        Optional<Money> last = run.get(Section.RESULT).cost();
        boolean overspent = settings.maximumCost().isPresent()
                && totals.cost().isPresent()
                && exceeds(totals.cost().get(), last, settings.maximumCost().get());
        return overspent ? Optional.of(StopReason.COST_BUDGET) : Optional.empty();
    }

    /** Whether what was spent, and a further job like the last, are more than the most. */
    private static boolean exceeds(Money spent, Optional<Money> last, Money most) {
        if (!spent.currency().equals(most.currency())) {
            throw new RunException(
                    Section.OPTIMIZATION.pointer() + "/settings/maximumCost",
                    "is in %s, but the backend charges %s; give the budget in %s"
                            .formatted(most.currency(), spent.currency(), spent.currency()));
        }
        BigDecimal next = spent.amount().add(last.map(Money::amount).orElse(BigDecimal.ZERO));
        return next.compareTo(most.amount()) > 0;
    }
}
