// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.input;

import com.fasterxml.jackson.databind.JsonNode;
import org.nifiquantum.optimization.problem.Ising;
import org.nifiquantum.optimization.problem.MaxCut;
import org.nifiquantum.optimization.problem.Problem;
import org.nifiquantum.optimization.problem.ProblemFormatException;
import org.nifiquantum.optimization.problem.Qubo;
import org.nifiquantum.run.document.RunException;

/** The JSON form of problems: an object whose {@code type} says which it is. */
public final class ProblemJson {

    private static final String TYPE = "type";
    private static final String KNOWN = String.join(", ", MaxCut.TYPE, Qubo.TYPE, Ising.TYPE);

    private ProblemJson() {}

    /**
     * Reads a problem.
     *
     * @param pointer where the node stands in its document, for messages
     * @throws RunException with the JSON pointer of what is wrong
     */
    public static Problem read(JsonNode node, String pointer) {
        String type = node.path(TYPE).asText("");
        try {
            return switch (type) {
                case MaxCut.TYPE -> MaxCutJson.read(node, pointer);
                case Qubo.TYPE -> QuboJson.read(node, pointer);
                case Ising.TYPE -> IsingJson.read(node, pointer);
                case "" ->
                    throw new RunException(
                            pointer + "/" + TYPE, "is missing; say which problem it is: %s".formatted(KNOWN));
                default ->
                    throw new RunException(
                            pointer + "/" + TYPE, "[%s] is not known; known are: %s".formatted(type, KNOWN));
            };
        } catch (ProblemFormatException e) {
            throw new RunException(pointer + e.place(), e.explanation(), e);
        }
    }

    /** Writes a problem that did not come as JSON. */
    public static JsonNode write(Problem problem) {
        return switch (problem) {
            case MaxCut maxCut -> MaxCutJson.write(maxCut);
            case Qubo qubo -> QuboJson.write(qubo);
            case Ising ising -> IsingJson.write(ising);
        };
    }
}
