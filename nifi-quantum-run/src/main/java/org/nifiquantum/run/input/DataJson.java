// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.input;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.nifiquantum.optimization.encoding.ansatz.Entanglement;
import org.nifiquantum.optimization.encoding.kernel.FeatureMap;
import org.nifiquantum.optimization.problem.data.DataRow;
import org.nifiquantum.optimization.problem.data.DataTable;
import org.nifiquantum.optimization.problem.data.Wanted;
import org.nifiquantum.run.document.RunException;

/**
 * {@code {"type": "data", "features": ["length", "width"], "rows": [{"name": "a", "values": [5.1, 3.5], "label": "setosa"}], "test":
 * [], "scale": 1, "featureMap": {"kind": "zz", "repetitions": 2, "entanglement": "linear"}, "output": "kernel"}}. Rows without a
 * name are numbered; without {@code scale} numbers are angles as they are.
 */
final class DataJson {

    private static final String SCALE = "scale";
    private static final String MAP = "featureMap";
    private static final String OUTPUT = "output";
    private static final int USUAL_REPETITIONS = 2;

    private DataJson() {}

    static DataTable read(Members problem) {
        List<String> features = NameIndex.listed(problem, "features").names();
        List<DataRow> rows = rows(problem, "rows", 0);
        List<DataRow> test = problem.has("test") ? rows(problem, "test", rows.size()) : List.of();
        return new DataTable(
                features,
                rows,
                test,
                problem.optionalNumber(SCALE),
                map(problem.get(MAP), problem.place(MAP), features.size()),
                choice(problem.get(OUTPUT), problem.place(OUTPUT), Wanted.values(), Wanted::text));
    }

    private static List<DataRow> rows(Members problem, String member, int before) {
        List<DataRow> rows = new ArrayList<>();
        problem.elements(member, "{name, values, label}", (row, place) -> {
            String number = Integer.toString(before + rows.size() + 1);
            rows.add(new DataRow(
                    text(row.path("name"), place + "/name").orElse(number),
                    values(row.path("values"), place + "/values"),
                    text(row.path("label"), place + "/label")));
        });
        return rows;
    }

    private static Optional<String> text(JsonNode node, String place) {
        if (node.isMissingNode()) {
            return Optional.empty();
        }
        if ((!node.isTextual() && !node.isIntegralNumber()) || node.asText().isBlank()) {
            throw new RunException(
                    place, "must be a string that is not blank, or a whole number; leave it out if there is none");
        }
        return Optional.of(node.asText());
    }

    private static List<Double> values(JsonNode node, String place) {
        if (!node.isArray()) {
            throw new RunException(place, "must be an array of numbers, one for each feature");
        }
        List<Double> values = new ArrayList<>();
        for (JsonNode value : node) {
            values.add(Coefficients.number(value, place + "/" + values.size()));
        }
        return values;
    }

    private static FeatureMap map(JsonNode map, String place, int features) {
        if (!map.isMissingNode() && !map.isObject()) {
            throw new RunException(place, "must be {kind, repetitions, entanglement}");
        }
        JsonNode repetitions = map.path("repetitions");
        if (!repetitions.isMissingNode() && !(repetitions.isInt() && repetitions.intValue() >= 1)) {
            throw new RunException(place + "/repetitions", "must be a whole number of 1 or more");
        }
        return new FeatureMap(
                choice(map.path("kind"), place + "/kind", FeatureMap.Kind.values(), FeatureMap.Kind::text),
                features,
                repetitions.asInt(USUAL_REPETITIONS),
                choice(map.path("entanglement"), place + "/entanglement", Entanglement.values(), Entanglement::text));
    }

    /** The first value is that of a member that is missing. */
    private static <T> T choice(JsonNode node, String place, T[] values, Function<T, String> text) {
        List<String> known = Arrays.stream(values).map(text).toList();
        int index = node.isMissingNode() ? 0 : known.indexOf(node.asText());
        if (index < 0) {
            throw new RunException(place, "[%s] is not known; use one of %s".formatted(node.asText(), known));
        }
        return values[index];
    }

    static void write(DataTable problem, JsonGenerator out) throws IOException {
        Coefficients.writeNames(out, "features", problem.features());
        write(out, "rows", problem.rows());
        if (!problem.test().isEmpty()) {
            write(out, "test", problem.test());
        }
        if (problem.scale().isPresent()) {
            out.writeNumberField(SCALE, problem.scale().getAsDouble());
        }
        out.writeObjectFieldStart(MAP);
        out.writeStringField("kind", problem.map().kind().text());
        out.writeNumberField("repetitions", problem.map().repetitions());
        out.writeStringField("entanglement", problem.map().entanglement().text());
        out.writeEndObject();
        out.writeStringField(OUTPUT, problem.wanted().text());
    }

    private static void write(JsonGenerator out, String member, List<DataRow> rows) throws IOException {
        out.writeArrayFieldStart(member);
        for (DataRow row : rows) {
            out.writeStartObject();
            out.writeStringField("name", row.name());
            out.writeFieldName("values");
            double[] values =
                    row.values().stream().mapToDouble(Double::doubleValue).toArray();
            out.writeArray(values, 0, values.length);
            if (row.label().isPresent()) {
                out.writeStringField("label", row.label().get());
            }
            out.writeEndObject();
        }
        out.writeEndArray();
    }
}
