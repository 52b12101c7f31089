// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem.packing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.nifiquantum.optimization.problem.PairTerm;
import org.nifiquantum.optimization.problem.format.FileSettings;
import org.nifiquantum.optimization.problem.format.Lines;
import org.nifiquantum.optimization.problem.format.Numbers;

/** Reads the knapsack files of the field. Items are named by their places, from 1. */
public final class KnapsackReaders {
    private static final String CAPACITY = "capacity";
    private static final Pattern COMMA = Pattern.compile(",");

    private KnapsackReaders() {}

    /**
     * Reads {@code profit,weight} lines, as in D-Wave's knapsack example; the setting {@code capacity} must be there. A
     * first line of words is a heading.
     *
     * @throws org.nifiquantum.optimization.problem.ProblemFormatException naming the line or setting that cannot be used
     */
    public static Knapsack readCsv(String text, FileSettings settings) {
        settings.only(CAPACITY, FileSettings.PENALTY);
        OptionalInt capacity = settings.count(CAPACITY);
        if (capacity.isEmpty()) {
            throw FileSettings.missing(CAPACITY, "The file lists items only; set how much weight the knapsack holds.");
        }
        List<Item> items = Lines.inMemory(text, reader -> {
            Lines lines = new Lines(reader, line -> line.matches("\\s*[A-Za-z]+\\s*,\\s*[A-Za-z]+\\s*"));
            lines.begin("Give a line 'profit,weight' for each item.");
            List<Item> read = new ArrayList<>();
            do {
                List<Lines.Field> fields = lines.fields(COMMA);
                if (fields.size() != 2) {
                    throw lines.error("The line has " + fields.size() + " entries.", "It must be 'profit,weight'.");
                }
                read.add(item(read.size(), lines.finiteNumber(fields.get(0)), lines.wholeNumber(fields.get(1))));
            } while (lines.advance());
            return read;
        });
        return new Knapsack(items, List.of((long) capacity.getAsInt()), List.of(), settings.penalty());
    }

    /**
     * Reads the form of kplib (M. Jorik): the number of items, the capacity, then {@code profit weight} for each item.
     *
     * @throws org.nifiquantum.optimization.problem.ProblemFormatException naming the line that cannot be used
     */
    public static Knapsack readKplib(String text, FileSettings settings) {
        settings.only(FileSettings.PENALTY);
        return Lines.inMemory(text, reader -> {
            Lines lines = new Lines(reader);
            lines.begin("Begin with the number of items, then the capacity.");
            int size = lines.size(alone(lines, "the number of items"), "item");
            lines.requireNext("the capacity", "Give the capacity on the second line.");
            int capacity = lines.wholeNumber(alone(lines, "the capacity"));
            List<Item> items = new ArrayList<>();
            while (items.size() < size) {
                lines.requireNext(
                        "item " + (items.size() + 1) + " of " + size,
                        "The file is cut off, or the number of items is wrong.");
                List<Lines.Field> fields = lines.fields();
                if (fields.size() != 2) {
                    throw lines.error("The line has " + fields.size() + " entries.", "It must be 'profit weight'.");
                }
                items.add(item(items.size(), lines.finiteNumber(fields.get(0)), lines.wholeNumber(fields.get(1))));
            }
            lines.requireEnd();
            return new Knapsack(items, List.of((long) capacity), List.of(), settings.penalty());
        });
    }

    /**
     * Reads the quadratic knapsacks of A. Billionnet and É. Soutif: a name, the number n of items, their n profits, the
     * profits of pairs as n - 1 rows of the upper triangle, a 0 for the kind of constraint, the capacity, n weights. The
     * remarks at the end are not read.
     *
     * @throws org.nifiquantum.optimization.problem.ProblemFormatException naming the line that cannot be used
     */
    public static Knapsack readQuadratic(String text, FileSettings settings) {
        settings.only(FileSettings.PENALTY);
        return Lines.inMemory(text, reader -> {
            Lines lines = new Lines(reader);
            lines.begin("Begin with the name of the problem.");
            lines.requireNext("the number of items", "Give it on the second line.");
            int size = lines.size(alone(lines, "the number of items"), "item");
            Numbers numbers = new Numbers(lines);
            double[] profits = new double[size];
            for (int i = 0; i < size; i++) {
                profits[i] = numbers.next("profit");
            }
            return quadratic(numbers, profits, lines, settings);
        });
    }

    private static Knapsack quadratic(Numbers numbers, double[] profits, Lines lines, FileSettings settings)
            throws IOException {
        List<PairTerm> pairs = new ArrayList<>();
        for (int i = 0; i < profits.length; i++) {
            for (int j = i + 1; j < profits.length; j++) {
                double value = numbers.next("profit of a pair");
                if (value != 0) {
                    pairs.add(new PairTerm(i, j, value));
                }
            }
        }
        if (numbers.nextWhole("kind of constraint") != 0) {
            throw lines.error("The constraint is no capacity.", "Only kind 0, '<= capacity', is a knapsack.");
        }
        int capacity = numbers.nextWhole("capacity");
        List<Item> items = new ArrayList<>();
        for (double profit : profits) {
            items.add(item(items.size(), profit, numbers.nextWhole("weight")));
        }
        return new Knapsack(items, List.of((long) capacity), pairs, settings.penalty());
    }

    private static Lines.Field alone(Lines lines, String what) {
        List<Lines.Field> fields = lines.fields();
        if (fields.size() != 1) {
            throw lines.error("The line has " + fields.size() + " entries.", "It must be " + what + " alone.");
        }
        return fields.getFirst();
    }

    private static Item item(int index, double profit, long weight) {
        return new Item(Integer.toString(index + 1), profit, List.of(weight));
    }
}
