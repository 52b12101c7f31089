// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nifiquantum.optimization.problem.MaxCut;
import org.nifiquantum.run.document.Run;
import org.nifiquantum.run.document.Section;
import org.nifiquantum.run.document.Solution;
import org.nifiquantum.run.document.Totals;
import org.nifiquantum.run.input.ProblemJson;
import org.nifiquantum.run.table.AnswerTable;

/** A run's answer and what it took, for people. */
record AnswerReport(Run run) {

    private static final int MOST_NAMES = 200;
    private static final Set<String> NAMES = Set.of("rows", "columns");
    private static final int MOST_CHARACTERS = 2_000;

    String text() {
        return String.join(
                "\n\n",
                Stream.of(List.of(answer(), words()), pictures(), List.of(times()))
                        .flatMap(List::stream)
                        .toList());
    }

    /** How it converged and what was measured, drawn in text. */
    List<String> pictures() {
        return new TextPictures(run).all();
    }

    String answer() {
        Solution solution = run.get(Section.SOLUTION);
        Totals totals = run.get(Section.TOTALS);
        String optimal = solution.provenOptimal() ? ", proven optimal" : "";
        StringBuilder text =
                new StringBuilder("  objective       %s%s   source: %s, %d evaluations in %d jobs%n  reason          %s"
                        .formatted(
                                solution.objective(),
                                optimal,
                                solution.source(),
                                totals.evaluations(),
                                totals.jobs(),
                                solution.reason()));
        solution.violations().forEach(violation -> text.append("%n  not feasible    %s".formatted(violation)));
        return text.toString();
    }

    /** The answer in the words of its kind of problem; the variables where it has none. */
    private String words() {
        return run.get(Section.SOLUTION).answer().isEmpty() ? partition() : details();
    }

    /** Tables and the names of their rows are for other tools; people see their size. */
    private String details() {
        Map<String, Object> answer = run.get(Section.SOLUTION).answer();
        boolean table = AnswerTable.find(answer).isPresent();
        return answer.entrySet().stream()
                .filter(entry -> !table || !NAMES.contains(entry.getKey()))
                .map(entry -> "  %-15s %s".formatted(entry.getKey(), shortened(entry.getValue())))
                .collect(Collectors.joining("\n"));
    }

    private static String shortened(Object value) {
        if (value instanceof List<?> rows && rows.size() > 0 && rows.getFirst() instanceof List<?> cells) {
            return "%d by %d numbers; --table FILE writes them as CSV".formatted(rows.size(), cells.size());
        }
        String text = value.toString();
        return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS) + " ...";
    }

    /** The names by their value; of a problem with very many only how many they are. */
    String partition() {
        List<String> one = new ArrayList<>();
        List<String> other = new ArrayList<>();
        run.get(Section.SOLUTION).assignment().forEach((name, value) -> (value == 0 ? one : other).add(name));
        String zero = isCut() ? "one side" : "at 0";
        String unity = isCut() ? "other side" : "at 1";
        return "  %-15s %s%n  %-15s %s".formatted(zero, names(one), unity, names(other));
    }

    private boolean isCut() {
        return MaxCut.TYPE.equals(ProblemJson.type(run.get(Section.PROBLEM)));
    }

    private static String names(List<String> names) {
        return names.size() <= MOST_NAMES ? String.join(", ", names) : names.size() + " variables";
    }

    /** Where the time went; what no step accounts for is orchestration. */
    String times() {
        Totals totals = run.get(Section.TOTALS);
        Map<String, Double> phases = new LinkedHashMap<>();
        phases.put("encode", totals.encodeMillis());
        phases.put("submit", totals.submitMillis());
        phases.put("queue", totals.queueMillis());
        phases.put("execution", totals.executionMillis());
        phases.put("collect", totals.collectMillis());
        phases.put("optimize", totals.optimizeMillis());
        phases.put("decode", totals.decodeMillis());
        double known = phases.values().stream().mapToDouble(Double::doubleValue).sum();
        phases.put("orchestration", totals.wallMillis() - known);
        phases.put("wall", totals.wallMillis());
        StringBuilder table = new StringBuilder("  where the time went");
        phases.forEach((name, millis) -> table.append(String.format(
                Locale.ROOT, "%n    %-13s %9.1f ms  %5.1f %%", name, millis, 100 * millis / totals.wallMillis())));
        return table.toString();
    }
}
