// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import org.nifiquantum.services.api.Observable;

/**
 * A member of the run document, and the type it is read as.
 *
 * @param name the member's name
 * @param codec how it is read and written
 * @param writer the step that writes it, named when it is missing
 */
public record Section<T>(String name, Codec<T> codec, String writer) {

    public static final Section<Software> SOFTWARE = new Section<>("software", json(Software.class), "EncodeProblem");
    public static final Section<Limits> LIMITS = new Section<>("limits", json(Limits.class), "EncodeProblem");

    /** As the user gave it; {@code run.input} gives it a meaning. */
    public static final Section<RawJson> PROBLEM = new Section<>("problem", new Unread(), "EncodeProblem");

    public static final Section<EncodingFacts> ENCODING =
            new Section<>("encoding", json(EncodingFacts.class), "EncodeProblem");
    public static final Section<Program> PROGRAM = new Section<>("program", json(Program.class), "EncodeProblem");
    public static final Section<Observable> OBSERVABLE =
            new Section<>("observable", json(Observable.class), "EncodeProblem");
    public static final Section<Request> REQUEST =
            new Section<>("request", json(Request.class), "EncodeProblem or ClassicalOptimize");
    public static final Section<Execution> EXECUTION = new Section<>("execution", json(Execution.class), "PollResult");
    public static final Section<Result> RESULT = new Section<>("result", json(Result.class), "PollResult");
    public static final Section<Totals> TOTALS = new Section<>("totals", json(Totals.class), "EncodeProblem");
    public static final Section<Solution> SOLUTION =
            new Section<>("solution", json(Solution.class), "DecodeSolution or Fallback");

    /** The last member: it grows with every evaluation, and only the optimiser reads it. */
    public static final Section<Optimization> OPTIMIZATION =
            new Section<>("optimization", new OptimizationCodec(), "ClassicalOptimize");

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

    /** Turns a section's bytes into its type and back. */
    interface Codec<T> {

        T read(RawJson raw) throws JsonProcessingException;

        RawJson write(T value);
    }

    private static final class Unread implements Codec<RawJson> {

        @Override
        public RawJson read(RawJson raw) {
            return raw;
        }

        @Override
        public RawJson write(RawJson value) {
            return value;
        }
    }

    private static <T> Codec<T> json(Class<T> type) {
        return new Codec<>() {
            @Override
            public T read(RawJson raw) throws JsonProcessingException {
                return raw.as(type);
            }

            @Override
            public RawJson write(T value) {
                return RawJson.of(value);
            }
        };
    }

    public String pointer() {
        return "/" + name;
    }
}
