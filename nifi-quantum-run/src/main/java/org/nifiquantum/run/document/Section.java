// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.nifiquantum.services.api.Observable;

/**
 * A member of the run document, and the type it is read as.
 *
 * @param name the member's name
 * @param type what it is read as: immutable
 * @param codec how it is read and written
 * @param writer the step that writes it, named when it is missing
 */
public record Section<T>(String name, Class<T> type, Codec<T> codec, String writer) {

    public static final Section<Software> SOFTWARE = json("software", Software.class, "EncodeProblem");
    public static final Section<Limits> LIMITS = json("limits", Limits.class, "EncodeProblem");

    /** As the user gave it; {@code run.input} gives it a meaning. */
    public static final Section<RawJson> PROBLEM =
            new Section<>("problem", RawJson.class, new Unread(), "EncodeProblem");

    public static final Section<EncodingFacts> ENCODING = json("encoding", EncodingFacts.class, "EncodeProblem");
    public static final Section<Program> PROGRAM = json("program", Program.class, "EncodeProblem");
    public static final Section<Observable> OBSERVABLE = json("observable", Observable.class, "EncodeProblem");
    public static final Section<Request> REQUEST = json("request", Request.class, "EncodeProblem or ClassicalOptimize");
    public static final Section<Execution> EXECUTION = json("execution", Execution.class, "PollResult");
    public static final Section<Result> RESULT = json("result", Result.class, "PollResult");
    public static final Section<Totals> TOTALS = json("totals", Totals.class, "EncodeProblem");
    public static final Section<Solution> SOLUTION = json("solution", Solution.class, "DecodeSolution or Fallback");
    public static final Section<Comparison> COMPARISON = json("comparison", Comparison.class, "CompareBaseline");

    /** The last member: it grows with every evaluation, and only the optimiser reads it. */
    public static final Section<Optimization> OPTIMIZATION =
            new Section<>("optimization", Optimization.class, new OptimizationCodec(), "ClassicalOptimize");

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
            COMPARISON.name);

    /** Turns a section's bytes into its type and back. */
    interface Codec<T> {

        T read(RawJson raw) throws JsonProcessingException;

        void write(T value, OutputStream out) throws IOException;
    }

    private static final class Unread implements Codec<RawJson> {

        @Override
        public RawJson read(RawJson raw) {
            return raw;
        }

        @Override
        public void write(RawJson value, OutputStream out) throws IOException {
            value.writeTo(out);
        }
    }

    private record Whole<T>(Class<T> type) implements Codec<T> {

        @Override
        public T read(RawJson raw) throws JsonProcessingException {
            return raw.as(type);
        }

        @Override
        public void write(T value, OutputStream out) throws IOException {
            RawJson.of(value).writeTo(out);
        }
    }

    private static <T> Section<T> json(String name, Class<T> type, String writer) {
        return new Section<>(name, type, new Whole<>(type), writer);
    }

    public String pointer() {
        return "/" + name;
    }
}
