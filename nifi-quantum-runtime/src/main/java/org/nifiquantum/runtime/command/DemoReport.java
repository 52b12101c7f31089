// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.nifiquantum.run.document.Optimization;
import org.nifiquantum.run.document.Run;
import org.nifiquantum.run.document.RunReader;
import org.nifiquantum.run.document.Section;
import org.nifiquantum.run.document.Solution;
import org.nifiquantum.run.document.Totals;
import org.nifiquantum.runtime.flow.FlowException;
import org.nifiquantum.runtime.flow.TemplateOutput;

/** The demo's answer beside the exact one, for people. */
final class DemoReport {

    private final ExactAnswer exact;
    private final Run run;

    /** Reads what came out of the flow; a {@link FlowException} says why where it holds no solution. */
    DemoReport(ExactAnswer exact, TemplateOutput output) {
        this.exact = exact;
        Map<String, String> attributes = output.flowFile().attributes();
        if (!attributes.containsKey("quantum.solution.source")) {
            throw new FlowException("The problem came out at %s without an answer: %s"
                    .formatted(output.port(), attributes.getOrDefault("quantum.error.message", "no reason given")));
        }
        run = RunReader.read(output.flowFile().content());
    }

    String text() {
        AnswerReport report = new AnswerReport(run);
        List<String> parts = new ArrayList<>(List.of(answer(), report.partition()));
        parts.addAll(report.pictures());
        parts.add(report.times());
        return String.join("\n\n", parts);
    }

    private String answer() {
        Solution solution = run.get(Section.SOLUTION);
        Totals totals = run.get(Section.TOTALS);
        return String.format(
                Locale.ROOT,
                "  best cut found  %10.2f   source: %s, %d evaluations in %d jobs%s%n"
                        + "  exact optimum   %10.2f   all %,d cuts tried, %.0f ms; the loop reached %.1f %% of it",
                solution.objective(),
                solution.source(),
                totals.evaluations(),
                totals.jobs(),
                run.find(Section.OPTIMIZATION).map(this::convergence).orElse(""),
                exact.objective(),
                1L << (exact.problem().variables().size() - 1),
                exact.millis(),
                100 * solution.objective() / exact.objective());
    }

    private String convergence(Optimization optimization) {
        double first = run.get(Section.ENCODING)
                .objective(optimization.evaluations().read().getFirst().value());
        double best = run.get(Section.ENCODING)
                .objective(optimization.best().orElseThrow().value());
        return String.format(Locale.ROOT, "; expected cut from %.2f to %.2f", first, best);
    }
}
