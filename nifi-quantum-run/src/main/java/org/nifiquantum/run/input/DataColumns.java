// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.input;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.nifiquantum.optimization.problem.data.DataRow;
import org.nifiquantum.optimization.problem.format.FileSettings;
import org.nifiquantum.optimization.problem.format.Lines;
import org.nifiquantum.run.document.RunException;

/**
 * What the columns of a table mean. Those named {@code name}, {@code label} and {@code test}, or as the settings of these names
 * say, hold the name of a row, its class and whether it is to be predicted; the setting {@code columns} lists the features, which
 * are all others where it is missing. The tables of scikit-learn, whose first line is {@code rows,columns,class names}, have
 * the number of the class in their last column.
 *
 * @param features their names
 * @param indices their columns
 * @param classes by their numbers; empty where labels stand as they are
 * @param width how many cells a line has
 */
record DataColumns(
        List<String> features,
        List<Integer> indices,
        OptionalInt name,
        OptionalInt label,
        OptionalInt test,
        List<String> classes,
        int width) {

    private static final String NAME = "name";
    private static final String LABEL = "label";
    private static final String TEST = "test";
    private static final String COLUMNS = "columns";
    private static final Set<String> YES = Set.of("1", "true", "yes", "test");
    private static final Set<String> NO = Set.of("", "0", "false", "no", "train", "training");
    private static final String WHOLE_NUMBER = "[0-9]{1,9}";

    static DataColumns of(List<DataCsv.Line> lines, FileSettings settings) {
        DataCsv.Line head = lines.getFirst();
        List<String> names = head.cells();
        if (names.size() > 2
                && names.get(0).matches(WHOLE_NUMBER)
                && names.get(1).matches(WHOLE_NUMBER)) {
            return ofCounted(head, lines.size() - 1, settings);
        }
        DataSettings.requireKnown(settings, NAME, LABEL, TEST, COLUMNS);
        requireNames(head);
        OptionalInt name = column(names, settings, NAME);
        OptionalInt label = column(names, settings, LABEL);
        OptionalInt test = column(names, settings, TEST);
        List<Integer> features = features(names, settings, List.of(name, label, test));
        return new DataColumns(
                features.stream().map(names::get).toList(), features, name, label, test, List.of(), names.size());
    }

    private static DataColumns ofCounted(DataCsv.Line head, int rows, FileSettings settings) {
        DataSettings.requireKnown(settings, COLUMNS);
        int columns = Integer.parseInt(head.cells().get(1));
        if (Integer.parseInt(head.cells().get(0)) != rows) {
            throw new RunException(
                    head.place(),
                    "announces %s rows, but %d follow; the file is cut off, or its first line is no heading"
                            .formatted(head.cells().get(0), rows));
        }
        List<String> names =
                IntStream.rangeClosed(1, columns).mapToObj(k -> "x" + k).toList();
        List<Integer> features = features(names, settings, List.of());
        return new DataColumns(
                features.stream().map(names::get).toList(),
                features,
                OptionalInt.empty(),
                OptionalInt.of(columns),
                OptionalInt.empty(),
                head.cells().subList(2, head.cells().size()),
                columns + 1);
    }

    private static void requireNames(DataCsv.Line head) {
        Set<String> known = new HashSet<>();
        for (String name : head.cells()) {
            if (name.isBlank() || Lines.decimal(name).isPresent()) {
                throw new RunException(
                        head.place(), "[%s] is no name; the first line must name the columns".formatted(name));
            }
            if (!known.add(name)) {
                throw new RunException(head.place(), "names the column [%s] twice".formatted(name));
            }
        }
    }

    private static OptionalInt column(List<String> names, FileSettings settings, String role) {
        Optional<String> set = settings.text(role);
        int index = names.indexOf(set.orElse(role));
        if (index < 0 && set.isPresent()) {
            throw noColumn(role, set.get(), names);
        }
        return index < 0 ? OptionalInt.empty() : OptionalInt.of(index);
    }

    private static List<Integer> features(List<String> names, FileSettings settings, List<OptionalInt> taken) {
        Optional<String> set = settings.text(COLUMNS);
        if (set.isPresent()) {
            return Arrays.stream(set.get().split(",", -1))
                    .map(String::strip)
                    .map(name -> {
                        if (!names.contains(name)) {
                            throw noColumn(COLUMNS, name, names);
                        }
                        return names.indexOf(name);
                    })
                    .toList();
        }
        List<Integer> features = IntStream.range(0, names.size())
                .filter(index -> !taken.contains(OptionalInt.of(index)))
                .boxed()
                .toList();
        if (features.isEmpty()) {
            throw new RunException("line 1", "names no column of numbers");
        }
        return features;
    }

    private static RuntimeException noColumn(String setting, String name, List<String> names) {
        return FileSettings.error(setting, "There is no column '" + name + "'.", "The columns are " + names + ".");
    }

    /** Whether the row is to be predicted. */
    boolean isTest(DataCsv.Line line) {
        requireWidth(line);
        if (test.isEmpty()) {
            return false;
        }
        String said = line.cells().get(test.getAsInt());
        if (!YES.contains(said) && !NO.contains(said)) {
            throw new RunException(
                    line.place(),
                    "[%s] does not say whether the row is to be predicted; use true or false".formatted(said));
        }
        return YES.contains(said);
    }

    /** The row; without a name of its own it is called by its number. */
    DataRow row(DataCsv.Line line, int number) {
        return new DataRow(
                name.isPresent() ? line.cells().get(name.getAsInt()) : Integer.toString(number),
                IntStream.range(0, features.size())
                        .mapToObj(k -> value(line, k))
                        .toList(),
                label.isPresent() ? label(line) : Optional.empty());
    }

    private void requireWidth(DataCsv.Line line) {
        if (line.cells().size() != width) {
            throw new RunException(
                    line.place(), "has %d cells, not %d".formatted(line.cells().size(), width));
        }
    }

    private Double value(DataCsv.Line line, int feature) {
        String cell = line.cells().get(indices.get(feature));
        return Lines.decimal(cell)
                .orElseThrow(() -> new RunException(
                        line.place(),
                        "column %s has [%s], not a finite number; correct it, or leave the column out of the setting columns"
                                .formatted(features.get(feature), cell)));
    }

    private Optional<String> label(DataCsv.Line line) {
        String cell = line.cells().get(label.getAsInt());
        if (classes.isEmpty()) {
            return Optional.of(cell).filter(text -> !text.isBlank());
        }
        if (!cell.matches(WHOLE_NUMBER) || Integer.parseInt(cell) >= classes.size()) {
            throw new RunException(
                    line.place(), "[%s] is none of the classes 0 to %d".formatted(cell, classes.size() - 1));
        }
        return Optional.of(classes.get(Integer.parseInt(cell)));
    }
}
