// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.operator.PauliSum;
import org.nifiquantum.optimization.encoding.kernel.DataCircuits;
import org.nifiquantum.optimization.encoding.kernel.FeatureMap;
import org.nifiquantum.optimization.encoding.kernel.KernelMatrix;
import org.nifiquantum.optimization.encoding.kernel.Scaling;
import org.nifiquantum.optimization.problem.Answer;
import org.nifiquantum.optimization.problem.ClassicalAnswer;
import org.nifiquantum.optimization.problem.DataProblem;
import org.nifiquantum.optimization.problem.Matrix;
import org.nifiquantum.optimization.solver.SolverBudget;
import org.nifiquantum.optimization.sweep.Sweeps;

/**
 * Rows of numbers whose quantum kernel or quantum feature vectors are wanted. The answer has a row for each row, those to be
 * predicted last; a kernel has a column for each row that is learned.
 *
 * @param features the names of the columns
 * @param rows that a model learns from: all of them have a label, or none
 * @param test rows to be predicted, which may have one
 * @param scale what the largest number of each column of the learned rows becomes, the smallest being 0; empty if numbers are
 *     angles in radians as they are
 * @param map how a row becomes a state
 */
public record DataTable(
        List<String> features,
        List<DataRow> rows,
        List<DataRow> test,
        OptionalDouble scale,
        FeatureMap map,
        Wanted wanted)
        implements DataProblem {
    /** The name of this kind of problem in documents. */
    public static final String TYPE = "data";

    /** The source of an answer that no circuit gave: a kernel. */
    public static final String CLASSICAL_KERNEL = "classical kernel";
    /** The same: feature vectors. */
    public static final String CLASSICAL_FEATURES = "classical features";

    /** Projectors have 2^qubits terms, and backends give so many probabilities: both are a thousand here. */
    static final int MOST_QUBITS = 10;

    public DataTable {
        features = List.copyOf(features);
        rows = List.copyOf(rows);
        test = List.copyOf(test);
        Objects.requireNonNull(scale, "scale");
        Objects.requireNonNull(map, "map");
        Objects.requireNonNull(wanted, "wanted");
        TableRules.require(features, rows, test, scale, map, wanted);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String method() {
        return "%s-%s".formatted(map.kind().text(), wanted.text());
    }

    @Override
    public int repetitions() {
        return map.repetitions();
    }

    @Override
    public Circuit circuit() {
        return switch (wanted) {
            case KERNEL -> DataCircuits.ofPair(map);
            case FEATURES -> DataCircuits.ofRow(map);
        };
    }

    @Override
    public List<List<Double>> bindings() {
        return switch (wanted) {
            case KERNEL -> kernel().bindings(angles());
            case FEATURES -> angles();
        };
    }

    @Override
    public Optional<PauliSum> observable() {
        return switch (wanted) {
            case KERNEL -> Optional.of(DataCircuits.allZero(features.size()));
            case FEATURES -> Optional.empty();
        };
    }

    @Override
    public Optional<String> unsuitable(boolean exact) {
        long circuits =
                wanted == Wanted.KERNEL ? KernelMatrix.pairs(rows.size(), test.size()) : rows.size() + test.size();
        if (circuits > Sweeps.MOST_POINTS) {
            return Optional.of("%d circuits are needed, at most %d are sent together; take fewer rows"
                    .formatted(circuits, Sweeps.MOST_POINTS));
        }
        if (features.size() <= MOST_QUBITS || (wanted == Wanted.FEATURES && !exact)) {
            return Optional.empty();
        }
        return Optional.of("%d features are too many, at most %d are taken; choose columns, or reduce them first%s"
                .formatted(
                        features.size(),
                        MOST_QUBITS,
                        wanted == Wanted.KERNEL ? "" : "; with Shots above 0 there may be more"));
    }

    @Override
    public Answer decode(List<Seen> seen) {
        return switch (wanted) {
            case KERNEL -> answer(kernel().of(expectations(seen)), names(rows));
            case FEATURES -> answer(vectors(seen), FeatureVectors.quantumNames(features));
        };
    }

    private static List<Double> expectations(List<Seen> seen) {
        return seen.stream()
                .map(evaluation -> evaluation
                        .expectation()
                        .orElseThrow(() -> new IllegalArgumentException("A kernel is made of expectations.")))
                .toList();
    }

    private double[][] vectors(List<Seen> seen) {
        if (seen.size() != rows.size() + test.size()
                || seen.stream()
                        .flatMap(evaluation -> evaluation.shares().keySet().stream())
                        .anyMatch(bits -> bits.length() != features.size())
                || seen.stream().anyMatch(evaluation -> evaluation.shares().isEmpty())) {
            throw new IllegalArgumentException(
                    "Feature vectors are made of the outcomes of %d qubits for each of %d rows."
                            .formatted(features.size(), rows.size() + test.size()));
        }
        return seen.stream()
                .map(evaluation -> FeatureVectors.quantum(evaluation.shares(), features.size()))
                .toArray(double[][]::new);
    }

    /** There is nothing to prove: a table is no better than the model that takes it. */
    @Override
    public Optional<ClassicalAnswer> solveExactly(SolverBudget budget) {
        return Optional.empty();
    }

    /** The radial kernel, or numbers and their products; there is nothing to search for, so it takes no time. */
    @Override
    public ClassicalAnswer searchHeuristically(SolverBudget budget) {
        List<List<Double>> angles = angles();
        int learned = rows.size();
        Answer answer = switch (wanted) {
            case KERNEL -> {
                RadialKernel radial = RadialKernel.of(
                        angles.subList(0, learned), Labels.of(this).classes(learned));
                yield answer(radial.matrix(angles, learned), names(rows));
            }
            case FEATURES ->
                answer(
                        angles.stream().map(FeatureVectors::classical).toArray(double[][]::new),
                        FeatureVectors.classicalNames(features));
        };
        String method = wanted == Wanted.KERNEL ? CLASSICAL_KERNEL : CLASSICAL_FEATURES;
        return new ClassicalAnswer(answer, Optional.empty(), method, false, OptionalDouble.empty());
    }

    @Override
    public List<Boolean> rightLabels(Matrix table) {
        return rightLabels(table.toArray());
    }

    private List<Boolean> rightLabels(double[][] table) {
        return Labels.of(this).right(wanted == Wanted.KERNEL ? table : products(table, rows.size()));
    }

    /** The objective is the share of right labels, 0 where there are none. */
    private Answer answer(double[][] table, List<String> columns) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put(
                wanted.text(),
                Arrays.stream(table)
                        .map(row -> Arrays.stream(row).boxed().toList())
                        .toList());
        details.put(
                "rows",
                Stream.concat(names(rows).stream(), names(test).stream()).toList());
        details.put("columns", columns);
        List<Boolean> right = rightLabels(table);
        long count = right.stream().filter(Boolean::booleanValue).count();
        if (!right.isEmpty()) {
            details.put("judgedRows", right.size());
            details.put("rightLabels", count);
        }
        return new Answer(right.isEmpty() ? 0 : (double) count / right.size(), List.of(), details);
    }

    /** The kernel of vectors: their inner products. */
    private static double[][] products(double[][] vectors, int learned) {
        double[][] kernel = new double[vectors.length][learned];
        for (int row = 0; row < vectors.length; row++) {
            for (int column = 0; column < learned; column++) {
                for (int k = 0; k < vectors[row].length; k++) {
                    kernel[row][column] += vectors[row][k] * vectors[column][k];
                }
            }
        }
        return kernel;
    }

    private KernelMatrix kernel() {
        return new KernelMatrix(rows.size(), test.size());
    }

    private List<List<Double>> angles() {
        return angles(rows, test, scale);
    }

    /** The rows as the circuit takes them, those to be predicted last. */
    static List<List<Double>> angles(List<DataRow> rows, List<DataRow> test, OptionalDouble scale) {
        List<List<Double>> learned = rows.stream().map(DataRow::values).toList();
        List<List<Double>> all = new ArrayList<>(learned);
        test.forEach(row -> all.add(row.values()));
        return scale.isPresent()
                ? Scaling.fittedTo(learned, scale.getAsDouble()).apply(all)
                : all;
    }

    private static List<String> names(List<DataRow> rows) {
        return rows.stream().map(DataRow::name).toList();
    }
}
