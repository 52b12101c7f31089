// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nifiquantum.engine.simulation.CompiledCircuit;
import org.nifiquantum.engine.simulation.CompiledObservable;
import org.nifiquantum.engine.simulation.MemoryBudget;
import org.nifiquantum.engine.simulation.Simulator;
import org.nifiquantum.optimization.SharedData;
import org.nifiquantum.optimization.encoding.ansatz.Entanglement;
import org.nifiquantum.optimization.encoding.kernel.FeatureMap;
import org.nifiquantum.optimization.encoding.kernel.FeatureMap.Kind;
import org.nifiquantum.optimization.problem.Answer;
import org.nifiquantum.optimization.problem.ClassicalAnswer;
import org.nifiquantum.optimization.problem.DataProblem.Seen;
import org.nifiquantum.optimization.problem.ProblemFormatException;
import org.nifiquantum.optimization.solver.SolverBudget;

class DataTableTest {

    private static final SolverBudget BUDGET = SolverBudget.ofTime(Duration.ofSeconds(10), 1);

    /** Data made so that this kernel separates it: V. Havlicek and others, Nature 567, 209. */
    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "12345"})
    void theMadeDataIsToldApartWithoutAnError(String set) throws IOException {
        JsonNode data = new ObjectMapper()
                .readTree(SharedData.text("classification/ad_hoc_ref.json"))
                .get(set);
        DataTable table = new DataTable(
                List.of("x", "y"),
                rows("learned ", data.get("training_features"), data.get("training_labels")),
                rows("test ", data.get("test_features"), data.get("test_labels")),
                OptionalDouble.empty(),
                new FeatureMap(Kind.ZZ, 2, 2, Entanglement.LINEAR),
                Wanted.KERNEL);
        Answer answer = quantum(table);
        assertEquals(1, answer.objective());
        assertEquals(10, answer.details().get("judgedRows"));
        double[][] kernel = matrix(answer, "kernel");
        assertEquals(50, kernel.length);
        assertEquals(40, kernel[0].length);
        if (set.equals("0")) {
            assertEquals(0.072977, kernel[0][1], 5e-7);
            assertEquals(0.457243, kernel[0][2], 5e-7);
            assertEquals(0.096073, kernel[1][2], 5e-7);
        }
    }

    /** All three classes in five parts, each of them predicted from the other four. */
    @Test
    void irisIsToldApartByNineInTen() {
        List<DataRow> rows = new ArrayList<>();
        SharedData.text("classification/iris.csv").lines().skip(1).forEach(line -> {
            List<String> fields = Arrays.asList(line.split(",", -1));
            rows.add(new DataRow(
                    "row " + rows.size(),
                    fields.subList(0, 4).stream().map(Double::valueOf).toList(),
                    Optional.of(fields.get(4))));
        });
        DataTable table = new DataTable(
                List.of("a", "b", "c", "d"),
                rows,
                List.of(),
                OptionalDouble.of(1),
                new FeatureMap(Kind.ZZ, 4, 2, Entanglement.LINEAR),
                Wanted.KERNEL);
        Answer quantum = quantum(table);
        Answer classical = table.solve(BUDGET).answer();
        System.out.printf(
                "iris: %s of 150 right, the classical kernel %s%n",
                quantum.details().get("rightLabels"), classical.details().get("rightLabels"));
        assertTrue(quantum.objective() >= 0.9, quantum.objective() + " right");
        assertTrue(
                classical.objective() >= 0.95, classical.objective() + " right, of a data set that this is easy for");
    }

    /** RY(x) alone: the expectations of Z are cos x and independent, so those of ZZ are products. */
    @Test
    void featureVectorsOfPlainAnglesAreCosines() {
        DataTable table = plain(Wanted.FEATURES);
        Answer answer = quantum(table);
        double[] expected = {Math.cos(0.3), Math.cos(1.1), Math.cos(0.3) * Math.cos(1.1)};
        assertArrayEquals(expected, matrix(answer, "features")[0], 1e-12);
        assertEquals(List.of("Z(a)", "Z(b)", "Z(a) Z(b)"), answer.details().get("columns"));
        assertEquals(List.of("r", "s", "t"), answer.details().get("rows"));
        assertFalse(answer.details().containsKey("rightLabels"));
    }

    /** The cosine of y tells the classes apart, though neither x nor the sign of y does. */
    @Test
    void featureVectorsAreJudgedByTheirProducts() {
        List<DataRow> rows = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            double y = (i % 2 == 0 ? 0.3 : 2.5) * (i % 4 < 2 ? 1 : -1);
            rows.add(new DataRow("r" + i, List.of(i * 0.1, y), Optional.of(i % 2 == 0 ? "near" : "far")));
        }
        FeatureMap map = new FeatureMap(Kind.ANGLE, 2, 1, Entanglement.LINEAR);
        DataTable table =
                new DataTable(List.of("x", "y"), rows, List.of(), OptionalDouble.empty(), map, Wanted.FEATURES);
        assertEquals(1, quantum(table).objective());
        Answer classical = table.solve(BUDGET).answer();
        assertTrue(classical.objective() < 1, classical.details()::toString);
        assertEquals(List.of("x", "y", "x * y"), classical.details().get("columns"));
    }

    /** Bit 0 is the rightmost: an asymmetric count shows which feature is which. */
    @Test
    void countsAreReadRightToLeft() {
        double[] vector = FeatureVectors.quantum(Map.of("01", 0.75, "00", 0.25), 2);
        assertArrayEquals(new double[] {-0.5, 1, -0.5}, vector, 1e-15);
    }

    @Test
    void withoutACircuitThereIsTheRadialKernelWithItsName() {
        ClassicalAnswer found = plain(Wanted.KERNEL).solve(BUDGET);
        assertEquals("classical kernel", found.method());
        double[][] kernel = matrix(found.answer(), "kernel");
        assertEquals(3, kernel.length);
        assertEquals(2, kernel[0].length);
        // Four numbers 0.3, 1.1, 1.4, -0.2: mean 0.65, variance 0.4025; two features.
        double gamma = 1 / (2 * 0.4025);
        assertEquals(Math.exp(-gamma * (1.1 * 1.1 + 1.3 * 1.3)), kernel[0][1], 1e-12);
        assertEquals("classical features", plain(Wanted.FEATURES).solve(BUDGET).method());
    }

    /** Two rings, one around the other: a kernel that is too wide or too narrow does not tell them apart. */
    @Test
    void theWidthOfTheRadialKernelFollowsTheLabels() {
        List<DataRow> rows = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            double radius = i % 2 == 0 ? 1 : 2;
            rows.add(new DataRow(
                    "r" + i,
                    List.of(radius * Math.cos(i), radius * Math.sin(i)),
                    Optional.of(i % 2 == 0 ? "inner" : "outer")));
        }
        DataTable table = new DataTable(
                List.of("x", "y"),
                rows,
                List.of(),
                OptionalDouble.empty(),
                new FeatureMap(Kind.ZZ, 2, 1, Entanglement.LINEAR),
                Wanted.KERNEL);
        assertEquals(1, table.solve(BUDGET).answer().objective());
    }

    @Test
    void whatIsTooWideForCircuitsSaysSo() {
        List<String> names = IntStream.range(0, 12).mapToObj(i -> "f" + i).toList();
        List<Double> values = names.stream().map(name -> 0.5).toList();
        List<DataRow> rows =
                List.of(new DataRow("a", values, Optional.empty()), new DataRow("b", values, Optional.empty()));
        FeatureMap map = new FeatureMap(Kind.ANGLE, 12, 1, Entanglement.LINEAR);
        DataTable kernel = new DataTable(names, rows, List.of(), OptionalDouble.empty(), map, Wanted.KERNEL);
        assertTrue(kernel.unsuitable(true).orElseThrow().startsWith("12 features"));
        DataTable features = new DataTable(names, rows, List.of(), OptionalDouble.empty(), map, Wanted.FEATURES);
        assertTrue(features.unsuitable(true).isPresent());
        assertTrue(features.unsuitable(false).isEmpty());
    }

    @Test
    void whatIsNoTableIsRefusedWithItsPlace() {
        DataRow row = row("a", 1, 2);
        refused("/rows", List.of(row), List.of());
        refused("/rows/1/values", List.of(row, new DataRow("b", List.of(1.0), Optional.empty())), List.of());
        refused("/rows/1/name", List.of(row, row("a", 3, 4)), List.of());
        refused("/test/0/name", List.of(row), List.of(row("a", 3, 4)));
        refused("/rows/1/values/0", List.of(row, row("b", Double.NaN, 4)), List.of());
        refused("/rows/1/values", List.of(row, row("b", 1e9, 4)), List.of());
        refused("/rows/1/label", List.of(row, new DataRow("b", List.of(1.0, 2.0), Optional.of("x"))), List.of());
        refused(
                "/rows",
                IntStream.range(0, 1001).mapToObj(i -> row("r" + i, 0, 0)).toList(),
                List.of());
    }

    private static void refused(String place, List<DataRow> rows, List<DataRow> test) {
        FeatureMap map = new FeatureMap(Kind.ZZ, 2, 2, Entanglement.LINEAR);
        ProblemFormatException refused = assertThrows(
                ProblemFormatException.class,
                () -> new DataTable(List.of("x", "y"), rows, test, OptionalDouble.empty(), map, Wanted.KERNEL));
        assertEquals(place, refused.place());
    }

    private static DataTable plain(Wanted wanted) {
        return new DataTable(
                List.of("a", "b"),
                List.of(row("r", 0.3, 1.1), row("s", 1.4, -0.2)),
                List.of(row("t", 0, 0)),
                OptionalDouble.empty(),
                new FeatureMap(Kind.ANGLE, 2, 1, Entanglement.LINEAR),
                wanted);
    }

    private static DataRow row(String name, double x, double y) {
        return new DataRow(name, List.of(x, y), Optional.empty());
    }

    /** By the engine, exactly. */
    private static Answer quantum(DataTable table) {
        CompiledCircuit circuit = CompiledCircuit.compile(table.circuit());
        int qubits = table.qubits();
        try (Simulator simulator = new Simulator(MemoryBudget.halfOfHeap(), 1)) {
            return table.decode(table.bindings().stream()
                    .map(binding -> simulator.evaluate(
                            circuit,
                            binding.stream().mapToDouble(Double::doubleValue).toArray(),
                            state -> table.observable().isPresent()
                                    ? new Seen(
                                            OptionalDouble.of(state.expectation(CompiledObservable.compile(
                                                    table.observable().get(), qubits, MemoryBudget.halfOfHeap()))),
                                            Map.of())
                                    : new Seen(OptionalDouble.empty(), shares(state.probabilities(), qubits))))
                    .toList());
        }
    }

    private static Map<String, Double> shares(double[] probabilities, int qubits) {
        Map<String, Double> shares = new HashMap<>();
        for (int index = 0; index < 1 << qubits; index++) {
            String bits = Integer.toBinaryString(index | 1 << qubits).substring(1);
            shares.put(bits, probabilities[index]);
        }
        return shares;
    }

    private static double[][] matrix(Answer answer, String name) {
        List<?> rows = (List<?>) answer.details().get(name);
        return rows.stream()
                .map(row -> ((List<?>) row)
                        .stream()
                                .mapToDouble(value -> ((Number) value).doubleValue())
                                .toArray())
                .toArray(double[][]::new);
    }

    private static List<DataRow> rows(String prefix, JsonNode table, JsonNode labels) {
        List<DataRow> rows = new ArrayList<>();
        table.forEach(row -> rows.add(new DataRow(
                prefix + rows.size(),
                List.of(row.get(0).asDouble(), row.get(1).asDouble()),
                Optional.of(labels.get(rows.size()).asText()))));
        return rows;
    }
}
