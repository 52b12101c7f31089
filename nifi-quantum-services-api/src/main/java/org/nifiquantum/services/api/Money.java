// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.api;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/**
 * An amount that is charged.
 *
 * @param currency ISO 4217 code, or the provider's own unit
 */
public record Money(BigDecimal amount, String currency) {

    public Money {
        requireNonNull(amount, "amount");
        requireNonNull(currency, "currency");
    }

    /** The sum of two amounts of one currency. */
    public Money plus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("Cannot add %s to %s".formatted(other.currency, currency));
        }
        return new Money(amount.add(other.amount), currency);
    }
}
