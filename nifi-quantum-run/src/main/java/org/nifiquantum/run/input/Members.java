// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.input;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.BiConsumer;
import org.nifiquantum.optimization.problem.Matrix;
import org.nifiquantum.run.document.Json;
import org.nifiquantum.run.document.RawJson;
import org.nifiquantum.run.document.RunException;

/**
 * The members of a problem's JSON object, each read where it is asked for, the long ones element by element: a graph of a
 * million edges never stands in memory as a tree.
 */
final class Members {

    private final Map<String, RawJson> members;
    private final String pointer;

    private Members(Map<String, RawJson> members, String pointer) {
        this.members = members;
        this.pointer = pointer;
    }

    /**
     * Finds the members.
     *
     * @param pointer where the object stands in its document
     * @throws RunException if it is no object, or no JSON
     */
    static Members of(RawJson problem, String pointer) {
        return reading(
                pointer,
                () -> new Members(
                        problem.members()
                                .orElseThrow(() -> new RunException(
                                        pointer, "A problem is a JSON object with a type; this is not an object")),
                        pointer));
    }

    /** The names of all members, in their order. */
    List<String> names() {
        return List.copyOf(members.keySet());
    }

    boolean has(String member) {
        return members.containsKey(member);
    }

    /** Where a member stands in the document. */
    String place(String member) {
        return pointer + "/" + member;
    }

    /** The value of a member, missing if there is none. */
    JsonNode get(String member) {
        RawJson raw = members.get(member);
        return raw == null ? MissingNode.getInstance() : reading(place(member), () -> raw.as(JsonNode.class));
    }

    /** A finite number that must be there. */
    double number(String member) {
        return Coefficients.number(get(member), place(member));
    }

    /** A finite number that may be there. */
    OptionalDouble optionalNumber(String member) {
        return has(member) ? OptionalDouble.of(number(member)) : OptionalDouble.empty();
    }

    /** A whole number of 1 or more. */
    int count(String member) {
        JsonNode node = get(member);
        if (!node.isIntegralNumber() || !node.canConvertToInt() || node.intValue() < 1) {
            throw new RunException(
                    place(member), "must be a whole number of 1 or more, not [%s]".formatted(node.asText()));
        }
        return node.intValue();
    }

    /** What a user wishes breaking a constraint to cost. */
    OptionalDouble penalty() {
        return optionalNumber("penalty");
    }

    static void writePenalty(JsonGenerator out, OptionalDouble penalty) throws IOException {
        if (penalty.isPresent()) {
            out.writeNumberField("penalty", penalty.getAsDouble());
        }
    }

    /** The numbers of an array. */
    List<Double> numbers(String member) {
        List<Double> numbers = new ArrayList<>();
        elements(member, "numbers", (number, place) -> numbers.add(Coefficients.number(number, place)));
        return numbers;
    }

    /** A matrix of numbers, row by row; its rows need not be of one length. */
    Matrix matrix(String member) {
        List<double[]> rows = new ArrayList<>();
        elements(member, "rows, each an array of numbers", (row, place) -> {
            if (!row.isArray()) {
                throw new RunException(place, "must be an array of numbers");
            }
            double[] numbers = new double[row.size()];
            for (int column = 0; column < numbers.length; column++) {
                numbers[column] = Coefficients.number(row.get(column), place + "/" + column);
            }
            rows.add(numbers);
        });
        return Matrix.of(rows.toArray(double[][]::new));
    }

    static void writeMatrix(JsonGenerator out, String member, Matrix matrix) throws IOException {
        out.writeArrayFieldStart(member);
        for (double[] row : matrix.toArray()) {
            out.writeArray(row, 0, row.length);
        }
        out.writeEndArray();
    }

    /**
     * Visits the elements of an array, each with its place.
     *
     * @param shape what the array must be, should it not be one
     */
    void elements(String member, String shape, BiConsumer<JsonNode, String> visitor) {
        String place = place(member);
        RawJson raw = members.get(member);
        if (raw == null
                || !reading(
                        place,
                        () -> raw.forEachElement((index, element) -> visitor.accept(element, place + "/" + index)))) {
            throw new RunException(place, "must be an array of " + shape);
        }
    }

    /** Takes a named value and its place. */
    @FunctionalInterface
    interface Visitor {
        void take(String name, JsonNode value, String place);
    }

    /**
     * Visits the members of an object.
     *
     * @param shape what the object must be, should it not be one
     */
    void entries(String member, String shape, Visitor visitor) {
        String place = place(member);
        RawJson raw = members.get(member);
        if (raw == null
                || !reading(
                        place,
                        () -> raw.forEachMember(
                                (name, value) -> visitor.take(name, value, place + "/" + Json.escape(name))))) {
            throw new RunException(place, "must be an object of " + shape);
        }
    }

    @FunctionalInterface
    private interface Reading<T> {
        T read() throws JsonProcessingException;
    }

    private static <T> T reading(String place, Reading<T> reading) {
        try {
            return reading.read();
        } catch (JsonProcessingException e) {
            throw Json.explain(place, e);
        }
    }
}
