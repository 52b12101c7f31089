// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.nifiquantum.run.document.Run;
import org.nifiquantum.run.document.Section;
import org.nifiquantum.services.api.EvaluationResult;

/** The results of a sweep, a line for each point, for people. */
record SweepReport(Run run) {

    String text() {
        List<String> parameters = run.get(Section.PROGRAM).parameters();
        List<List<Double>> points = run.get(Section.REQUEST).bindings();
        List<EvaluationResult> results = run.get(Section.RESULT).evaluations();
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            List<String> cells = new ArrayList<>();
            for (int parameter = 0; parameter < parameters.size(); parameter++) {
                cells.add(String.format(
                        Locale.ROOT,
                        "%s %.6f",
                        parameters.get(parameter),
                        points.get(i).get(parameter)));
            }
            lines.add("  " + String.join("   ", cells) + "   " + result(results.get(i)));
        }
        return String.join(System.lineSeparator(), lines);
    }

    /** The expectation where there is an observable, otherwise the most frequent outcome. */
    private static String result(EvaluationResult result) {
        if (result.expectation().isPresent()) {
            return String.format(
                    Locale.ROOT, "expectation %.9f", result.expectation().getAsDouble());
        }
        return result.counts().entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(most -> "most often " + most.getKey() + " (" + most.getValue() + ")")
                .or(() -> result.probabilities().entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .map(most ->
                                String.format(Locale.ROOT, "most likely %s (%.6f)", most.getKey(), most.getValue())))
                .orElse("nothing measured");
    }
}
