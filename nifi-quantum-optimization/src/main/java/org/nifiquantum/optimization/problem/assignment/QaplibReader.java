// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem.assignment;

import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.stream.IntStream;
import org.nifiquantum.optimization.problem.Matrix;
import org.nifiquantum.optimization.problem.format.FileSettings;
import org.nifiquantum.optimization.problem.format.Lines;
import org.nifiquantum.optimization.problem.format.Numbers;

/**
 * Reads QAPLIB: the size n, then the n x n matrices A and B, however their lines are broken. A is taken for the flows and B for
 * the distances: the answer minimises sum A_ij B_p(i)p(j), as QAPLIB states it. A second number on the first line, in some
 * collections the optimum, is checked to be one and not used. Facilities and locations are named by their numbers, from 1.
 */
public final class QaplibReader {
    /** Larger matrices are refused before memory is spent on them. */
    private static final int LARGEST = 1_000;

    private QaplibReader() {}

    /**
     * Reads a whole text.
     *
     * @throws org.nifiquantum.optimization.problem.ProblemFormatException naming the line that cannot be used
     */
    public static Qap read(String text, FileSettings settings) {
        settings.only(FileSettings.PENALTY);
        return Lines.inMemory(text, reader -> read(reader, settings));
    }

    private static Qap read(Reader reader, FileSettings settings) throws IOException {
        Lines lines = new Lines(reader);
        lines.begin("Begin with the size n, then two matrices of n rows.");
        List<Lines.Field> fields = lines.fields();
        if (fields.size() > 2) {
            throw lines.error(
                    "The first line has " + fields.size() + " entries.",
                    "It must be the size n, alone or with the optimum.");
        }
        int size = lines.size(fields.getFirst(), "facility or location");
        if (size > LARGEST) {
            throw lines.error(fields.getFirst(), "The size is " + size + ".", "Use at most " + LARGEST + ".");
        }
        if (fields.size() == 2) {
            lines.finiteNumber(fields.get(1));
        }
        Numbers numbers = new Numbers(lines);
        double[][] flows = matrix(numbers, size, "flow");
        double[][] distances = matrix(numbers, size, "distance");
        numbers.requireEnd();
        List<String> names =
                IntStream.rangeClosed(1, size).mapToObj(Integer::toString).toList();
        return new Qap(names, names, Matrix.of(flows), Matrix.of(distances), settings.penalty());
    }

    private static double[][] matrix(Numbers numbers, int size, String what) throws IOException {
        double[][] matrix = new double[size][size];
        for (double[] row : matrix) {
            for (int column = 0; column < size; column++) {
                row[column] = numbers.nextAmount(what);
            }
        }
        return matrix;
    }
}
