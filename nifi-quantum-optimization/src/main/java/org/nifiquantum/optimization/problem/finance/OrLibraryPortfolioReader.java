// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem.finance;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.nifiquantum.optimization.problem.Matrix;
import org.nifiquantum.optimization.problem.format.FileSettings;
import org.nifiquantum.optimization.problem.format.Lines;

/**
 * Reads the portfolios of OR-Library (T.-J. Chang, N. Meade, J. Beasley, Y. Sharaiha, Comput. Oper. Res. 27, 1271 (2000)): the
 * number of assets, {@code mean deviation} for each, then {@code i j correlation} for every pair, from 1. The settings say the
 * rest: {@code choose} (how many assets; without it any number), {@code risk-aversion} (without it 1), {@code assets} (only
 * the first so many of the file). A pair given in both directions must agree.
 */
public final class OrLibraryPortfolioReader {
    private static final String CHOOSE = "choose";
    private static final String RISK_AVERSION = "risk-aversion";
    private static final String ASSETS = "assets";
    private static final int LARGEST = 3_000;

    private final Lines lines;
    private final List<Double> means = new ArrayList<>();
    private final List<Double> deviations = new ArrayList<>();

    private OrLibraryPortfolioReader(Lines lines) {
        this.lines = lines;
    }

    /**
     * Reads a whole text.
     *
     * @throws org.nifiquantum.optimization.problem.ProblemFormatException naming the line or setting that cannot be used
     */
    public static Portfolio read(String text, FileSettings settings) {
        settings.only(CHOOSE, RISK_AVERSION, ASSETS, FileSettings.PENALTY);
        return Lines.inMemory(text, reader -> new OrLibraryPortfolioReader(new Lines(reader)).readAll(settings));
    }

    private Portfolio readAll(FileSettings settings) throws IOException {
        lines.begin("Begin with the number of assets.");
        int size = size();
        for (int asset = 0; asset < size; asset++) {
            lines.requireNext("asset " + (asset + 1) + " of " + size, "The file is cut off, or the number is wrong.");
            List<Lines.Field> fields = fields(2, "'mean deviation'");
            means.add(lines.finiteNumber(fields.get(0)));
            deviations.add(lines.finiteNumber(fields.get(1)));
            if (deviations.getLast() < 0) {
                throw lines.error(fields.get(1), "The standard deviation is negative.", "Give a number of 0 or more.");
            }
        }
        double[][] covariance = covariances(size);
        OptionalInt wanted = settings.count(ASSETS);
        int used = wanted.orElse(size);
        if (used > size) {
            throw FileSettings.error(ASSETS, "The file has only " + size + " assets.", "Give at most as many.");
        }
        double[][] first = new double[used][used];
        for (int asset = 0; asset < used; asset++) {
            System.arraycopy(covariance[asset], 0, first[asset], 0, used);
        }
        return new Portfolio(
                IntStream.rangeClosed(1, used).mapToObj(Integer::toString).toList(),
                means.subList(0, used),
                Matrix.of(first),
                settings.number(RISK_AVERSION).orElse(1),
                settings.count(CHOOSE),
                settings.penalty());
    }

    private int size() {
        Lines.Field field = fields(1, "the number of assets alone").getFirst();
        int size = lines.size(field, "asset");
        if (size > LARGEST) {
            throw lines.error(field, "There are " + size + " assets.", "Use at most " + LARGEST + ".");
        }
        return size;
    }

    private double[][] covariances(int size) throws IOException {
        double[][] correlation = new double[size][size];
        int[][] givenOn = new int[size][size];
        while (lines.advance()) {
            List<Lines.Field> fields = fields(3, "'i j correlation'");
            int i = asset(fields.get(0), size);
            int j = asset(fields.get(1), size);
            double value = lines.finiteNumber(fields.get(2));
            if (Math.abs(value) > 1 || (i == j && value != 1)) {
                throw lines.error(
                        fields.get(2),
                        "The correlation is " + value + ".",
                        "It is from -1 to 1, and 1 of an asset with itself.");
            }
            if (givenOn[i][j] > 0 && correlation[i][j] != value) {
                throw lines.error(
                        "The pair has another correlation on line " + givenOn[i][j] + ".", "Keep one of the two.");
            }
            correlation[i][j] = value;
            correlation[j][i] = value;
            givenOn[i][j] = lines.number();
            givenOn[j][i] = lines.number();
        }
        for (int i = 0; i < size; i++) {
            correlation[i][i] = 1;
            for (int j = 0; j < size; j++) {
                if (i != j && givenOn[i][j] == 0) {
                    throw lines.error(
                            "There is no correlation of assets " + (i + 1) + " and " + (j + 1) + ".",
                            "The file is cut off: give one for every pair.");
                }
                correlation[i][j] *= deviations.get(i) * deviations.get(j);
            }
        }
        return correlation;
    }

    private int asset(Lines.Field field, int size) {
        int number = lines.wholeNumber(field);
        if (number < 1 || number > size) {
            throw lines.error(
                    field, "There is no asset " + number + ".", "The assets are numbered from 1 to " + size + ".");
        }
        return number - 1;
    }

    private List<Lines.Field> fields(int count, String shape) {
        List<Lines.Field> fields = lines.fields();
        if (fields.size() != count) {
            throw lines.error("The line has " + fields.size() + " entries.", "It must be " + shape + ".");
        }
        return fields;
    }
}
