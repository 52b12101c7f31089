// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.compile;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Computes a list of angles from slot values, on flat arrays. */
final class AngleProgram {
    private final double[] constants;
    /** Where the summands of angle k begin; one more entry than there are angles. */
    private final int[] starts;

    private final int[] slots;
    private final double[] coefficients;

    AngleProgram(List<Angle> angles) {
        int summands =
                angles.stream().mapToInt(angle -> angle.coefficients().size()).sum();
        constants = angles.stream().mapToDouble(Angle::constant).toArray();
        starts = new int[angles.size() + 1];
        slots = new int[summands];
        coefficients = new double[summands];
        int next = 0;
        for (int index = 0; index < angles.size(); index++) {
            // Sorted, so that the order of the sum is always the same.
            for (Map.Entry<Integer, Double> summand :
                    new TreeMap<>(angles.get(index).coefficients()).entrySet()) {
                slots[next] = summand.getKey();
                coefficients[next] = summand.getValue();
                next++;
            }
            starts[index + 1] = next;
        }
    }

    double[] evaluate(double[] slotValues) {
        double[] values = constants.clone();
        for (int index = 0; index < values.length; index++) {
            for (int summand = starts[index]; summand < starts[index + 1]; summand++) {
                values[index] += coefficients[summand] * slotValues[slots[summand]];
            }
        }
        return values;
    }

    boolean isConstant() {
        return slots.length == 0;
    }

    boolean isConstant(int angle) {
        return starts[angle] == starts[angle + 1];
    }

    /** How much an angle changes with a slot. */
    double coefficient(int angle, int slot) {
        for (int summand = starts[angle]; summand < starts[angle + 1]; summand++) {
            if (slots[summand] == slot) {
                return coefficients[summand];
            }
        }
        return 0;
    }

    int size() {
        return constants.length;
    }

    /** Adds the derivatives by slots that follow from those by angles, times a factor. */
    void addDerivatives(double[] byAngle, double factor, double[] bySlot) {
        for (int index = 0; index < constants.length; index++) {
            for (int summand = starts[index]; summand < starts[index + 1]; summand++) {
                bySlot[slots[summand]] += factor * coefficients[summand] * byAngle[index];
            }
        }
    }

    /** The slots on which the angles depend. */
    IntStream slots() {
        return Arrays.stream(slots).distinct();
    }
}
