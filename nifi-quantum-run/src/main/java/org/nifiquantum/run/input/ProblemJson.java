// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.input;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.nifiquantum.optimization.problem.Ising;
import org.nifiquantum.optimization.problem.MaxCut;
import org.nifiquantum.optimization.problem.Problem;
import org.nifiquantum.optimization.problem.ProblemFormatException;
import org.nifiquantum.optimization.problem.Qubo;
import org.nifiquantum.run.document.Json;
import org.nifiquantum.run.document.RawJson;
import org.nifiquantum.run.document.RunException;

/** The JSON form of problems: an object whose {@code type} says which it is. */
public final class ProblemJson {

    private static final String TYPE = "type";
    private static final String KNOWN = String.join(", ", MaxCut.TYPE, Qubo.TYPE, Ising.TYPE);

    private ProblemJson() {}

    /**
     * Reads a problem.
     *
     * @param pointer where it stands in its document, for messages
     * @throws RunException with the JSON pointer of what is wrong
     */
    public static Problem read(RawJson problem, String pointer) {
        Members members = Members.of(problem, pointer);
        String type = type(members);
        try {
            return switch (type) {
                case MaxCut.TYPE -> MaxCutJson.read(members);
                case Qubo.TYPE -> QuboJson.read(members);
                case Ising.TYPE -> IsingJson.read(members);
                case "" ->
                    throw new RunException(
                            members.place(TYPE), "is missing; say which problem it is: %s".formatted(KNOWN));
                default ->
                    throw new RunException(
                            members.place(TYPE), "[%s] is not known; known are: %s".formatted(type, KNOWN));
            };
        } catch (ProblemFormatException e) {
            throw new RunException(pointer + e.place(), e.explanation(), e);
        }
    }

    /** What a problem says it is; blank if it does not say. */
    public static String type(RawJson problem) {
        return type(Members.of(problem, ""));
    }

    private static String type(Members problem) {
        return problem.get(TYPE).asText("");
    }

    /** Writes a problem that did not come as JSON. */
    public static RawJson write(Problem problem) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = Json.mapper().createGenerator(bytes)) {
            out.writeStartObject();
            out.writeStringField(TYPE, problem.type());
            switch (problem) {
                case MaxCut maxCut -> MaxCutJson.write(maxCut, out);
                case Qubo qubo -> QuboJson.write(qubo, out);
                case Ising ising -> IsingJson.write(ising, out);
            }
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return RawJson.ofBytes(bytes.toByteArray());
    }
}
