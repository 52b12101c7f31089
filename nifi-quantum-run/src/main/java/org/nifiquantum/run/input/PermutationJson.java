// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.input;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.nifiquantum.optimization.problem.assignment.Qap;
import org.nifiquantum.optimization.problem.routing.Tsp;

/**
 * {@code {"type": "tsp", "cities": ["a", "b", "c"], "distances": [[0, 1, 2], [1, 0, 3], [2, 3, 0]]}}, and {@code {"type": "qap",
 * "facilities": [...], "locations": [...], "flows": [[...]], "distances": [[...]]}}.
 */
final class PermutationJson {

    private PermutationJson() {}

    static Tsp readTsp(Members problem) {
        return new Tsp(names(problem, "cities"), problem.matrix("distances"), problem.penalty());
    }

    static void writeTsp(Tsp problem, JsonGenerator out) throws IOException {
        Coefficients.writeNames(out, "cities", problem.cities());
        Members.writeMatrix(out, "distances", problem.distances());
        Members.writePenalty(out, problem.wishedPenalty());
    }

    static Qap readQap(Members problem) {
        return new Qap(
                names(problem, "facilities"),
                names(problem, "locations"),
                problem.matrix("flows"),
                problem.matrix("distances"),
                problem.penalty());
    }

    static void writeQap(Qap problem, JsonGenerator out) throws IOException {
        Coefficients.writeNames(out, "facilities", problem.facilities());
        Coefficients.writeNames(out, "locations", problem.locations());
        Members.writeMatrix(out, "flows", problem.flows());
        Members.writeMatrix(out, "distances", problem.distances());
        Members.writePenalty(out, problem.wishedPenalty());
    }

    /** Names that must be listed. */
    static List<String> names(Members problem, String member) {
        return NameIndex.listed(problem, member).names();
    }
}
