// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.input;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.nifiquantum.optimization.problem.data.DataRow;
import org.nifiquantum.optimization.problem.data.DataTable;
import org.nifiquantum.optimization.problem.format.FileSettings;
import org.nifiquantum.run.document.RunException;

/**
 * Sets of data by name, as Qiskit Machine Learning keeps them: {@code {"12345": {"training_features": [[0.1, 0.2]], "training_labels":
 * [0], "test_features": [], "test_labels": []}}}. The setting {@code set} says which; numbers are angles unless {@code scale} is
 * set.
 */
final class DataSetsJson {

    private static final String SET = "set";
    private static final String LEARNED = "training_features";

    private DataSetsJson() {}

    static boolean are(Members json) {
        List<String> names = json.names();
        return !names.isEmpty() && json.get(names.getFirst()).has(LEARNED);
    }

    static DataTable read(Members json, FileSettings settings) {
        DataSettings.requireKnown(settings, SET);
        List<String> sets = json.names();
        String set = settings.text(SET).orElseGet(() -> sets.size() == 1 ? sets.getFirst() : "");
        if (!sets.contains(set)) {
            throw FileSettings.error(
                    SET,
                    set.isEmpty() ? "It is missing." : "There is no set '" + set + "'.",
                    "Set it to one of " + sets + ".");
        }
        JsonNode chosen = json.get(set);
        List<DataRow> rows = rows(chosen, json.place(set), "training", 0);
        List<DataRow> test = rows(chosen, json.place(set), "test", rows.size());
        int columns = rows.isEmpty() ? 0 : rows.getFirst().values().size();
        if (columns == 0) {
            throw new RunException(json.place(set) + "/" + LEARNED, "holds no numbers");
        }
        List<String> features =
                IntStream.rangeClosed(1, columns).mapToObj(k -> "x" + k).toList();
        return DataSettings.table(features, rows, test, OptionalDouble.empty(), settings);
    }

    private static List<DataRow> rows(JsonNode set, String place, String part, int before) {
        String at = place + "/" + part + "_features";
        JsonNode labels = set.path(part + "_labels");
        List<DataRow> rows = new ArrayList<>();
        for (JsonNode row : set.path(part + "_features")) {
            List<Double> values = new ArrayList<>();
            for (JsonNode value : row) {
                values.add(Coefficients.number(value, "%s/%d/%d".formatted(at, rows.size(), values.size())));
            }
            JsonNode label = labels.path(rows.size());
            rows.add(new DataRow(
                    Integer.toString(before + rows.size() + 1),
                    values,
                    label.isMissingNode() ? Optional.empty() : Optional.of(label.asText())));
        }
        return rows;
    }
}
