// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nifiquantum.run.document.EncodingFacts;
import org.nifiquantum.run.document.Optimization.Evaluated;
import org.nifiquantum.run.document.Run;
import org.nifiquantum.run.document.Section;
import org.nifiquantum.services.api.EvaluationResult;

/** Small pictures of a run for a terminal: how the optimiser converged, and what was measured last. Plain ASCII. */
record TextPictures(Run run) {

    private static final int COLUMNS = 60;
    private static final int ROWS = 6;
    private static final int BARS = 8;
    private static final int BAR = 30;
    private static final int WIDEST_OUTCOME = 40;

    /** Those that the run has something for. */
    List<String> all() {
        List<String> pictures = new ArrayList<>();
        convergence().ifPresent(pictures::add);
        outcomes().ifPresent(pictures::add);
        return pictures;
    }

    /** Evaluations as points over their number, the best so far as a line; in the user's measure. */
    private Optional<String> convergence() {
        List<Double> values = run.find(Section.OPTIMIZATION)
                .map(optimization -> objectives(optimization.evaluations().read()))
                .orElse(List.of());
        if (values.size() < 2) {
            return Optional.empty();
        }
        double low = values.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        double high = values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        char[][] canvas = plot(values, low, high);
        StringBuilder picture = new StringBuilder(
                "  expectation by evaluation, 1 to %d: each (.) and the best so far (#)".formatted(values.size()));
        for (int row = 0; row < ROWS; row++) {
            double level = high - (high - low) * row / (ROWS - 1);
            picture.append(
                    String.format(Locale.ROOT, "%n  %12.4f  |%s", level, new String(canvas[row]).stripTrailing()));
        }
        return Optional.of(picture.toString());
    }

    private List<Double> objectives(List<Evaluated> evaluations) {
        Optional<EncodingFacts> encoding = run.find(Section.ENCODING);
        return evaluations.stream()
                .map(evaluation -> encoding.map(facts -> facts.objective(evaluation.value()))
                        .orElse(evaluation.value()))
                .toList();
    }

    private char[][] plot(List<Double> values, double low, double high) {
        int width = Math.min(COLUMNS, values.size());
        char[][] canvas = new char[ROWS][width];
        for (char[] row : canvas) {
            Arrays.fill(row, ' ');
        }
        boolean maximised =
                run.find(Section.ENCODING).map(facts -> facts.scale() < 0).orElse(false);
        double best = maximised ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        for (int index = 0; index < values.size(); index++) {
            int column = (int) ((long) index * width / values.size());
            best = maximised ? Math.max(best, values.get(index)) : Math.min(best, values.get(index));
            canvas[row(values.get(index), low, high)][column] = '.';
            canvas[row(best, low, high)][column] = '#';
        }
        return canvas;
    }

    private static int row(double value, double low, double high) {
        return high == low ? 0 : (int) Math.round((high - value) / (high - low) * (ROWS - 1));
    }

    /** The most frequent outcomes of the last job's first evaluation. */
    private Optional<String> outcomes() {
        Optional<EvaluationResult> evaluation = run.find(Section.RESULT)
                .flatMap(result -> result.evaluations().stream().findFirst());
        Map<String, Long> counts = evaluation.map(EvaluationResult::counts).orElse(Map.of());
        if (counts.isEmpty()) {
            return Optional.empty();
        }
        double shots = counts.values().stream().mapToLong(Long::longValue).sum();
        List<Map.Entry<String, Long>> top = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(BARS)
                .toList();
        String bars = top.stream()
                .map(outcome -> bar(
                        outcome.getKey(),
                        outcome.getValue() / shots,
                        (double) outcome.getValue() / top.getFirst().getValue()))
                .collect(Collectors.joining());
        return Optional.of("  last job: %,.0f shots, %,d different outcomes, the most frequent first (c[n-1]...c[0])%s"
                .formatted(shots, counts.size(), bars));
    }

    private static String bar(String bits, double share, double length) {
        String shown = bits.length() <= WIDEST_OUTCOME
                ? bits
                : bits.substring(0, 18) + "..." + bits.substring(bits.length() - 18);
        return String.format(
                Locale.ROOT, "%n    %s  %5.1f %%  %s", shown, 100 * share, "#".repeat((int) Math.round(length * BAR)));
    }
}
