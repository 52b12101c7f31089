// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.braket;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.nifiquantum.services.api.Money;

/**
 * What tasks cost by the prices that the device reports or the user has given. Braket bills QPUs by the task and the shot, simulators
 * by the time, three seconds at least; no call tells what a task has really cost.
 */
final class BraketPrices {

    private static final BigDecimal MILLIS_PER_MINUTE = BigDecimal.valueOf(60_000);
    private static final long LEAST_MILLIS = 3_000;
    private static final int DIGITS = 5;

    private final BraketSettings settings;
    private final BraketDevice device;

    BraketPrices(BraketSettings settings, BraketDevice device) {
        this.settings = settings;
        this.device = device;
    }

    /** Of a job before it is sent; of a simulator the least that it can be. Empty where a price is not known. */
    Optional<Money> estimate(int tasks, long shots) {
        return device.simulator() ? simulated(LEAST_MILLIS).map(one -> times(one, tasks)) : onDevice(tasks, shots);
    }

    /** Of one task that is over. */
    Optional<Money> of(JsonNode result, long shots) {
        return device.simulator() ? simulated(executionMillis(result)) : onDevice(1, shots);
    }

    /** As the simulator says; 0 where nobody does. */
    static long executionMillis(JsonNode result) {
        return Math.max(
                0,
                result.path("additionalMetadata")
                        .path("simulatorMetadata")
                        .path("executionDuration")
                        .asLong(0));
    }

    private Optional<Money> simulated(long millis) {
        BigDecimal billed = BigDecimal.valueOf(Math.max(LEAST_MILLIS, millis));
        return device.unit().equals("minute")
                ? device.price()
                        .map(price ->
                                dollars(price.multiply(billed).divide(MILLIS_PER_MINUTE, DIGITS, RoundingMode.HALF_UP)))
                : Optional.empty();
    }

    private Optional<Money> onDevice(int tasks, long shots) {
        Optional<BigDecimal> reported = device.unit().equals("shot") ? device.price() : Optional.empty();
        return settings.pricePerShot()
                .or(() -> reported)
                .map(price -> dollars(settings.pricePerTask()
                        .multiply(BigDecimal.valueOf(tasks))
                        .add(price.multiply(BigDecimal.valueOf(shots)))));
    }

    private static Money times(Money one, int factor) {
        return dollars(one.amount().multiply(BigDecimal.valueOf(factor)));
    }

    private static Money dollars(BigDecimal amount) {
        BigDecimal plain = amount.stripTrailingZeros();
        return new Money(plain.setScale(Math.max(0, plain.scale())), "USD");
    }
}
