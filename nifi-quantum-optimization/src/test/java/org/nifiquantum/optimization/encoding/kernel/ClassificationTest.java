// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.encoding.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.simulation.CompiledCircuit;
import org.nifiquantum.engine.simulation.MemoryBudget;
import org.nifiquantum.engine.simulation.Simulator;
import org.nifiquantum.optimization.SharedData;
import org.nifiquantum.optimization.encoding.ansatz.Entanglement;
import org.nifiquantum.optimization.encoding.kernel.FeatureMap.Kind;

/** What the kernels are for: a classical model on top of them tells classes apart. */
class ClassificationTest {

    /** Data made so that this kernel separates it: V. Havlicek and others, Nature 567, 209. */
    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "12345"})
    void theMadeDataIsToldApartWithoutAnError(String set) throws IOException {
        JsonNode data = new ObjectMapper()
                .readTree(SharedData.text("classification/ad_hoc_ref.json"))
                .get(set);
        List<List<Double>> rows = new ArrayList<>(rows(data.get("training_features")));
        int training = rows.size();
        rows.addAll(rows(data.get("test_features")));
        List<Integer> labels = new ArrayList<>();
        data.get("training_labels").forEach(label -> labels.add(label.asInt()));
        data.get("test_labels").forEach(label -> labels.add(label.asInt()));
        double[][] kernel = kernel(new FeatureMap(Kind.ZZ, 2, 2, Entanglement.LINEAR), rows);
        SupportVectors model =
                SupportVectors.of(kernel, IntStream.range(0, training).boxed().toList(), labels);
        for (int row = 0; row < rows.size(); row++) {
            assertEquals(labels.get(row), model.predict(row), "row " + row);
        }
        if (set.equals("0")) {
            assertEquals(0.072977, kernel[0][1], 5e-7);
            assertEquals(0.457243, kernel[0][2], 5e-7);
            assertEquals(0.096073, kernel[1][2], 5e-7);
        }
    }

    /** All three classes in five parts, each of them predicted from the other four. */
    @Test
    void irisIsToldApartByNineInTen() {
        List<List<Double>> rows = new ArrayList<>();
        List<Integer> labels = new ArrayList<>();
        SharedData.text("classification/iris.csv").lines().skip(1).forEach(line -> {
            List<String> fields = Arrays.asList(line.split(",", -1));
            rows.add(fields.subList(0, 4).stream().map(Double::valueOf).toList());
            labels.add(Integer.valueOf(fields.get(4)));
        });
        double[][] kernel = kernel(new FeatureMap(Kind.ZZ, 4, 2, Entanglement.LINEAR), Scaling.of(rows, 1));
        int right = 0;
        for (int part = 0; part < 5; part++) {
            // The file has 50 rows of each class one after the other, so every fifth row is a stratified part.
            int of = part;
            List<Integer> training =
                    IntStream.range(0, 150).filter(row -> row % 5 != of).boxed().toList();
            SupportVectors model = SupportVectors.of(kernel, training, labels);
            right += (int) IntStream.range(0, 150)
                    .filter(row -> row % 5 == of && model.predict(row) == labels.get(row))
                    .count();
        }
        System.out.printf("iris: %d of 150 right%n", right);
        assertTrue(right >= 135, right + " of 150");
    }

    private static double[][] kernel(FeatureMap map, List<List<Double>> rows) {
        KernelMatrix matrix = new KernelMatrix(rows.size());
        Circuit circuit = DataCircuits.ofPair(map);
        CompiledCircuit compiled = CompiledCircuit.compile(circuit);
        try (Simulator simulator = new Simulator(MemoryBudget.halfOfHeap(), 1)) {
            return matrix.of(matrix.bindings(rows).stream()
                    .map(binding -> simulator.evaluate(
                            compiled,
                            binding.stream().mapToDouble(Double::doubleValue).toArray(),
                            state -> state.probabilities()[0]))
                    .toList());
        }
    }

    private static List<List<Double>> rows(JsonNode table) {
        List<List<Double>> rows = new ArrayList<>();
        table.forEach(row -> {
            List<Double> values = new ArrayList<>();
            row.forEach(value -> values.add(value.asDouble()));
            rows.add(values);
        });
        return rows;
    }
}
