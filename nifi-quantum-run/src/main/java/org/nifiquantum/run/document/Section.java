// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.nifiquantum.services.api.Observable;

/**
 * A member of the run document, and the type it is read as.
 *
 * @param name the member's name
 * @param writer the step that writes it, named when it is missing
 */
public record Section<T>(String name, Class<T> type, String writer) {

    public static final Section<Software> SOFTWARE = new Section<>("software", Software.class, "EncodeProblem");
    public static final Section<Limits> LIMITS = new Section<>("limits", Limits.class, "EncodeProblem");

    /** As the user gave it, so as a tree; {@code run.problem} gives it a meaning. */
    public static final Section<JsonNode> PROBLEM = new Section<>("problem", JsonNode.class, "EncodeProblem");

    public static final Section<EncodingFacts> ENCODING =
            new Section<>("encoding", EncodingFacts.class, "EncodeProblem");
    public static final Section<Program> PROGRAM = new Section<>("program", Program.class, "EncodeProblem");
    public static final Section<Observable> OBSERVABLE = new Section<>("observable", Observable.class, "EncodeProblem");
    public static final Section<Request> REQUEST =
            new Section<>("request", Request.class, "EncodeProblem or ClassicalOptimize");
    public static final Section<Execution> EXECUTION = new Section<>("execution", Execution.class, "PollResult");
    public static final Section<Result> RESULT = new Section<>("result", Result.class, "PollResult");
    public static final Section<Totals> TOTALS = new Section<>("totals", Totals.class, "EncodeProblem");
    public static final Section<Solution> SOLUTION =
            new Section<>("solution", Solution.class, "DecodeSolution or Fallback");

    /** The last member: it grows with every evaluation, and only the optimiser reads it. */
    public static final Section<Optimization> OPTIMIZATION =
            new Section<>("optimization", Optimization.class, "ClassicalOptimize");

    /** The order members are written in; members unknown to us come after these, and the optimisation last of all. */
    static final List<String> ORDER = List.of(
            "schema",
            "id",
            SOFTWARE.name,
            LIMITS.name,
            PROBLEM.name,
            ENCODING.name,
            PROGRAM.name,
            OBSERVABLE.name,
            REQUEST.name,
            EXECUTION.name,
            RESULT.name,
            TOTALS.name,
            SOLUTION.name,
            "comparison");

    public String pointer() {
        return "/" + name;
    }
}
