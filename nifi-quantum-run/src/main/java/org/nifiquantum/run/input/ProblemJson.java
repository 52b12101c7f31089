// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.input;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.nifiquantum.optimization.problem.Problem;
import org.nifiquantum.optimization.problem.ProblemFormatException;
import org.nifiquantum.run.document.Json;
import org.nifiquantum.run.document.RawJson;
import org.nifiquantum.run.document.RunException;

/** The JSON form of problems: an object whose {@code type} says which it is. */
public final class ProblemJson {

    private static final String TYPE = "type";

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
        if (type.isEmpty()) {
            throw new RunException(
                    members.place(TYPE), "is missing; say which problem it is: %s".formatted(ProblemCodecs.TYPES));
        }
        ProblemCodec<?> codec = ProblemCodecs.named(type)
                .orElseThrow(() -> new RunException(
                        members.place(TYPE), "[%s] is not known; known are: %s".formatted(type, ProblemCodecs.TYPES)));
        try {
            Problem read = codec.reader().read(members);
            // What is wrong with a constraint may show only when it becomes bits.
            read.qubits();
            return read;
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
            ProblemCodecs.of(problem).write(problem, out);
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return RawJson.ofBytes(bytes.toByteArray());
    }
}
