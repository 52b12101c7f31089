// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.budget;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;

/** A stretch of time that can have a limit of its own. */
enum Span {
    DAY,
    MONTH;

    /** As keys and messages name it. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The stretch a day lies in, as ISO 8601 writes it. */
    String of(LocalDate day) {
        return switch (this) {
            case DAY -> day.toString();
            case MONTH -> YearMonth.from(day).toString();
        };
    }

    /** The first day of the next stretch. */
    LocalDate next(LocalDate day) {
        return switch (this) {
            case DAY -> day.plusDays(1);
            case MONTH -> YearMonth.from(day).plusMonths(1).atDay(1);
        };
    }
}
