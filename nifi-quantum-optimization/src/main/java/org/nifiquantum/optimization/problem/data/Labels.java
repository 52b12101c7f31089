// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The labels of a table's rows, as numbers, and how many of them a kernel gets right.
 *
 * @param ofLearned of each row that is learned
 * @param ofFurther of each row that follows them, empty where it is not known
 */
record Labels(List<String> ofLearned, List<Optional<String>> ofFurther) {
    private static final int PARTS = 5;

    static Labels of(DataTable table) {
        return new Labels(
                table.rows().stream().flatMap(row -> row.label().stream()).toList(),
                table.test().stream().map(DataRow::label).toList());
    }

    /** Of each row that is learned the number of its class; all are of one class where nothing is known. */
    int[] classes(int learned) {
        List<String> classes = ofLearned.stream().distinct().toList();
        return ofLearned.isEmpty()
                ? new int[learned]
                : ofLearned.stream().mapToInt(classes::indexOf).toArray();
    }

    /**
     * Of each judged row whether a support vector machine gives it the right label: of the further rows whose label is known
     * or, where there are none, of all learned rows, each predicted from four parts of five in which the classes keep their
     * shares. Empty where there are not two classes to tell apart, or a class has no second row to be learned from.
     *
     * @param kernel of each row with each that is learned
     */
    List<Boolean> right(double[][] kernel) {
        List<String> classes = ofLearned.stream().distinct().toList();
        if (classes.size() < 2) {
            return List.of();
        }
        int[] numbers = classes(ofLearned.size());
        if (ofFurther.stream().noneMatch(Optional::isPresent)) {
            return crossValidated(kernel, numbers);
        }
        int[] learned = IntStream.range(0, numbers.length).toArray();
        SupportVectors model = SupportVectors.of(kernel, learned, numbers);
        List<Boolean> right = new ArrayList<>();
        for (int row = 0; row < ofFurther.size(); row++) {
            int predicted = model.predict(numbers.length + row);
            ofFurther
                    .get(row)
                    .ifPresent(label -> right.add(classes.get(predicted).equals(label)));
        }
        return right;
    }

    private static List<Boolean> crossValidated(double[][] kernel, int[] numbers) {
        if (Arrays.stream(numbers).anyMatch(number -> alike(numbers, number) < 2)) {
            return List.of();
        }
        int[] parts = parts(numbers);
        Boolean[] right = new Boolean[numbers.length];
        for (int part = 0; part <= Arrays.stream(parts).max().orElse(0); part++) {
            int left = part;
            int[] learned = IntStream.range(0, numbers.length)
                    .filter(row -> parts[row] != left)
                    .toArray();
            SupportVectors model = SupportVectors.of(kernel, learned, numbers);
            IntStream.range(0, numbers.length)
                    .filter(row -> parts[row] == left)
                    .forEach(row -> right[row] = model.predict(row) == numbers[row]);
        }
        return List.of(right);
    }

    private static long alike(int[] numbers, int number) {
        return Arrays.stream(numbers).filter(other -> other == number).count();
    }

    /** The rows of each class are dealt out in turn. */
    private static int[] parts(int[] numbers) {
        int[] parts = new int[numbers.length];
        int[] dealt = new int[numbers.length];
        for (int row = 0; row < numbers.length; row++) {
            parts[row] = dealt[numbers[row]]++ % PARTS;
        }
        return parts;
    }
}
