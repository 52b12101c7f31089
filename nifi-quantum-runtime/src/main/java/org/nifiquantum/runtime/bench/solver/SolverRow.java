// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.bench.solver;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.nifiquantum.optimization.problem.Sense;

/**
 * What the solver made of a goal.
 *
 * @param attempts one for each seed
 */
public record SolverRow(Goal goal, int variables, Sense sense, List<Attempt> attempts) {

    /** The columns of the table. */
    public static final List<String> HEAD = List.of(
            "instance",
            "n",
            "best known",
            "goal",
            "budget",
            "reached",
            "ours, worst",
            "gap, worst",
            "CPU, median",
            "CPU, most");

    /**
     * One seed.
     *
     * @param seconds of processor time until the goal was reached or the budget over
     */
    public record Attempt(double objective, boolean reached, double seconds) {}

    public SolverRow {
        attempts = List.copyOf(attempts);
    }

    /** How many seeds reached the goal. */
    public int reached() {
        return (int) attempts.stream().filter(Attempt::reached).count();
    }

    /** The worst objective of all seeds. */
    public double worst() {
        Comparator<Double> better = switch (sense) {
            case MINIMIZE -> Comparator.reverseOrder();
            case MAXIMIZE -> Comparator.naturalOrder();
        };
        return attempts.stream().map(Attempt::objective).min(better).orElseThrow();
    }

    /** How far the worst is from the best known, by the latter's size; negative if it is better. Where that is 0, by itself. */
    public double gap() {
        double difference = switch (sense) {
            case MINIMIZE -> worst() - goal.bestKnown();
            case MAXIMIZE -> goal.bestKnown() - worst();
        };
        return goal.bestKnown() == 0 ? difference : difference / Math.abs(goal.bestKnown());
    }

    private double[] sortedSeconds() {
        return attempts.stream().mapToDouble(Attempt::seconds).sorted().toArray();
    }

    double medianSeconds() {
        double[] sorted = sortedSeconds();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    double mostSeconds() {
        double[] sorted = sortedSeconds();
        return sorted[sorted.length - 1];
    }

    /** The cells of this row under {@link #HEAD}. */
    public List<String> cells() {
        return List.of(
                goal.instance(),
                Integer.toString(variables),
                number(goal.bestKnown()),
                number(goal.value()),
                "%.0f s".formatted(goal.cpuSeconds()),
                "%d/%d".formatted(reached(), attempts.size()),
                number(worst()),
                percent(gap()),
                seconds(medianSeconds()),
                seconds(mostSeconds()));
    }

    private static String number(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, Math.abs(value) < 1e-3 ? "%.2e" : "%.6f", value);
    }

    /** Rounding alone makes no gap better than none. */
    private static String percent(double share) {
        double shown = Math.rint(1e5 * share) / 1e3;
        return String.format(Locale.ROOT, "%.3f %%", shown == 0 ? 0 : shown);
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.3f s", seconds);
    }

    void write(ObjectNode node) {
        node.put("instance", goal.instance())
                .put("variables", variables)
                .put("bestKnown", goal.bestKnown())
                .put("goal", goal.value())
                .put("budgetSeconds", goal.cpuSeconds())
                .put("reached", reached())
                .put("seeds", attempts.size())
                .put("worst", worst())
                .put("gap", gap())
                .put("medianSeconds", medianSeconds())
                .put("mostSeconds", mostSeconds());
    }
}
