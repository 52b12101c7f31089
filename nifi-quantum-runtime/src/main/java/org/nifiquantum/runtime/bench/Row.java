// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.bench;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One line of a benchmark's table.
 *
 * @param yardstick what the value is to be held against, in the same unit; empty for one that is a yardstick itself
 */
public record Row(String name, double value, String unit, Optional<Yardstick> yardstick) {

    /** Another measurement, of the same session and machine. */
    public record Yardstick(String name, double value) {}

    public static Row of(String name, double value, String unit) {
        return new Row(name, value, unit, Optional.empty());
    }

    public Row against(String yardstickName, double yardstickValue) {
        return new Row(name, value, unit, Optional.of(new Yardstick(yardstickName, yardstickValue)));
    }

    /** Value by yardstick; empty where there is none, or where it is zero. */
    public OptionalDouble ratio() {
        return yardstick.isPresent() && yardstick.get().value() != 0
                ? OptionalDouble.of(value / yardstick.get().value())
                : OptionalDouble.empty();
    }
}
