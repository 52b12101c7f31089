// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.gradient;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The derivative of an expectation by an angle as {@code f'(x) = sum_k c_k (f(x + s_k) - f(x - s_k))}: exact, not a finite
 * difference, since f is a trigonometric polynomial whose frequencies are the differences of the eigenvalues of the gate's
 * generator (D. Wierichs, J. Izaac, C. Wang, C. Lin, arXiv:2107.12390).
 *
 * @param shifts s with their coefficients c
 */
public record ShiftRule(List<Shift> shifts) {

    /** For generators with the eigenvalues 1/2 and -1/2, or 0 and 1, such as those of rotations and phases. */
    public static final ShiftRule TWO_TERMS = forFrequencies(1);

    /** For generators with the eigenvalues -1/2, 0 and 1/2, such as those of controlled rotations. */
    public static final ShiftRule FOUR_TERMS = forFrequencies(0.5, 1);

    private static final double ROUNDING = 1e-9;

    public ShiftRule {
        shifts = List.copyOf(shifts);
    }

    /** One summand of the rule. */
    public record Shift(double angle, double coefficient) {}

    /**
     * The rule for a function with these frequencies.
     *
     * @param frequencies above 0, without repeats; the constant part needs none
     */
    public static ShiftRule forFrequencies(double... frequencies) {
        double[] sorted = Arrays.stream(frequencies).sorted().toArray();
        for (int index = 0; index < sorted.length; index++) {
            if (!(sorted[index] > 0) || (index > 0 && sorted[index] - sorted[index - 1] < ROUNDING)) {
                throw new IllegalArgumentException(
                        "Frequencies must be above 0 and differ: " + Arrays.toString(frequencies));
            }
        }
        return isEquidistant(sorted) ? equidistant(sorted) : general(sorted);
    }

    private static boolean isEquidistant(double[] frequencies) {
        for (int index = 0; index < frequencies.length; index++) {
            if (Math.abs(frequencies[index] - (index + 1) * frequencies[0]) > ROUNDING) {
                return false;
            }
        }
        return true;
    }

    /** Wierichs et al., equation 25, whose second half of shifts is the first half with the opposite sign. */
    private static ShiftRule equidistant(double[] frequencies) {
        List<Shift> shifts = new ArrayList<>();
        int count = frequencies.length;
        for (int index = 0; index < count; index++) {
            double angle = (2 * index + 1) * Math.PI / (2 * count);
            double coefficient = 1 / (4 * count * Math.pow(Math.sin(angle / 2), 2));
            shifts.add(
                    new Shift(angle / frequencies[0], frequencies[0] * (index % 2 == 0 ? coefficient : -coefficient)));
        }
        return new ShiftRule(shifts);
    }

    /** As many shifts as frequencies, whose coefficients solve {@code sum_k 2 c_k sin(w s_k) = w} for every frequency w. */
    private static ShiftRule general(double[] frequencies) {
        int count = frequencies.length;
        double[] angles = new double[count];
        Arrays.setAll(angles, index -> (2 * index + 1) * Math.PI / (2 * count) / (frequencies[count - 1] / count));
        double[][] system = new double[count][count + 1];
        for (int row = 0; row < count; row++) {
            for (int column = 0; column < count; column++) {
                system[row][column] = 2 * Math.sin(frequencies[row] * angles[column]);
            }
            system[row][count] = frequencies[row];
        }
        double[] coefficients = solve(system, frequencies);
        List<Shift> shifts = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            shifts.add(new Shift(angles[index], coefficients[index]));
        }
        return new ShiftRule(shifts);
    }

    /** Gauss and Jordan, with pivots. */
    private static double[] solve(double[][] system, double[] frequencies) {
        int count = system.length;
        for (int column = 0; column < count; column++) {
            int pivot = column;
            for (int row = column + 1; row < count; row++) {
                pivot = Math.abs(system[row][column]) > Math.abs(system[pivot][column]) ? row : pivot;
            }
            double[] chosen = system[pivot];
            system[pivot] = system[column];
            system[column] = chosen;
            if (Math.abs(chosen[column]) < ROUNDING) {
                throw new IllegalArgumentException(
                        "No shift rule separates the frequencies " + Arrays.toString(frequencies));
            }
            for (int row = 0; row < count; row++) {
                double factor = row == column ? 0 : system[row][column] / chosen[column];
                for (int index = column; index <= count && factor != 0; index++) {
                    system[row][index] -= factor * chosen[index];
                }
            }
        }
        double[] solution = new double[count];
        Arrays.setAll(solution, index -> system[index][count] / system[index][index]);
        return solution;
    }
}
