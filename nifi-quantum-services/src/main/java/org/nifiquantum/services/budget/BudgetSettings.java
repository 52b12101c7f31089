// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.budget;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * What may be spent.
 *
 * @param unit a currency, or the provider's own unit
 * @param perJob what one submission may cost
 * @param limits what all may cost together; a span that is missing has none
 * @param assumedCost of a job whose backend tells no cost
 * @param zone decides when a day begins
 */
record BudgetSettings(
        String unit, Optional<BigDecimal> perJob, Map<Span, BigDecimal> limits, BigDecimal assumedCost, ZoneId zone) {

    BudgetSettings {
        requireNonNull(unit, "unit");
        requireNonNull(perJob, "perJob");
        limits = Map.copyOf(limits);
        requireNonNull(assumedCost, "assumedCost");
        requireNonNull(zone, "zone");
    }

    /** When a span that this day lies in is over, for people. */
    String end(Span span, LocalDate day) {
        return span.next(day).atStartOfDay(zone).toOffsetDateTime().toString();
    }
}
