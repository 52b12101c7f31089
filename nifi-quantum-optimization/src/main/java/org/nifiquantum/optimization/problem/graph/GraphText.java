// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem.graph;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.nifiquantum.optimization.problem.BinaryProblem;
import org.nifiquantum.optimization.problem.MaxCut;
import org.nifiquantum.optimization.problem.format.FileSettings;

/** The problem that is meant with a graph whose file does not say it. */
final class GraphText {
    private static final String PROBLEM = "problem";
    private static final String COLOURS = "colours";
    private static final String CHOICE =
            String.join(", ", VertexCover.TYPE, IndependentSet.TYPE, Clique.TYPE, Colouring.TYPE, MaxCut.TYPE);

    private GraphText() {}

    /**
     * Makes the problem that the setting "problem" names.
     *
     * @param usual what such a file is about if nothing is set; empty if it may be anything
     */
    static BinaryProblem problem(Graph graph, FileSettings settings, String usual) {
        settings.only(PROBLEM, COLOURS, FileSettings.PENALTY);
        String type = settings.text(PROBLEM).orElse(usual).toLowerCase(Locale.ROOT);
        OptionalDouble penalty = settings.penalty();
        OptionalInt colours = settings.count(COLOURS);
        if (colours.isPresent() && !type.isEmpty() && !type.equals(Colouring.TYPE)) {
            throw FileSettings.error(COLOURS, "It means nothing for " + type + ".", "Leave it out.");
        }
        return switch (type) {
            case VertexCover.TYPE -> new VertexCover(graph, penalty);
            case IndependentSet.TYPE -> new IndependentSet(graph, penalty);
            case Clique.TYPE -> new Clique(graph, penalty);
            case Colouring.TYPE ->
                colours.isPresent()
                        ? new Colouring(graph, colours.getAsInt(), penalty)
                        : Colouring.withFewColours(graph, penalty);
            case MaxCut.TYPE -> {
                settings.only(PROBLEM);
                yield new MaxCut(graph.nodes(), graph.edges());
            }
            case "" ->
                throw FileSettings.missing(
                        PROBLEM,
                        "The file is a graph and does not say what is wanted; set it to one of: " + CHOICE + ".");
            default -> throw FileSettings.error(PROBLEM, "'" + type + "' is not known.", "Use one of: " + CHOICE + ".");
        };
    }
}
