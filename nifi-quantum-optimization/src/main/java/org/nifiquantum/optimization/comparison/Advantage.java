// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.comparison;

/** Which of two roads has the advantage. */
public enum Advantage {
    QUANTUM("quantum"),
    BASELINE("baseline"),
    /** Both are alike. */
    NEITHER("neither"),
    /** They differ by less than what is uncertain. */
    WITHIN_NOISE("within noise"),
    /** One of them is not known. */
    UNKNOWN("unknown");

    /** Sums of rounded numbers in another order differ by less. */
    private static final double ROUNDING = 1e-9;

    private final String text;

    Advantage(String text) {
        this.text = text;
    }

    /** The name in documents. */
    public String text() {
        return text;
    }

    /** Where less is better, as of energies, times and costs. */
    public static Advantage ofLess(Interval quantum, Interval baseline) {
        double difference = quantum.value() - baseline.value();
        double scale = Math.max(1e-300, Math.max(Math.abs(quantum.value()), Math.abs(baseline.value())));
        if (Math.abs(difference) <= ROUNDING * scale) {
            return NEITHER;
        }
        boolean apart = difference < 0 ? quantum.high() < baseline.low() : baseline.high() < quantum.low();
        if (!apart) {
            return WITHIN_NOISE;
        }
        return difference < 0 ? QUANTUM : BASELINE;
    }

    /** Where more is better. */
    public static Advantage ofMore(Interval quantum, Interval baseline) {
        return ofLess(negated(quantum), negated(baseline));
    }

    private static Interval negated(Interval interval) {
        return new Interval(-interval.value(), -interval.high(), -interval.low());
    }
}
