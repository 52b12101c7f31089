// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem.routing;

import java.io.IOException;
import java.util.List;
import org.nifiquantum.optimization.problem.format.Lines;

/** Where cities lie. */
final class Coordinates {
    private final double[] x;
    private final double[] y;

    private Coordinates(double[] x, double[] y) {
        this.x = x;
        this.y = y;
    }

    /** Lines {@code number x y}, each city once, in any order, after the present line. */
    static Coordinates read(Lines lines, int size) throws IOException {
        double[] x = new double[size];
        double[] y = new double[size];
        boolean[] given = new boolean[size];
        for (int read = 0; read < size; read++) {
            lines.requireNext(
                    "city " + (read + 1) + " of " + size,
                    "The file is cut off, or DIMENSION is wrong: correct the one or the other.");
            List<Lines.Field> fields = lines.fields();
            if (fields.size() != 3) {
                throw lines.error("The line has " + fields.size() + " entries.", "It must be 'number x y'.");
            }
            int city = lines.wholeNumber(fields.get(0)) - 1;
            if (city < 0 || city >= size || given[city]) {
                throw lines.error(
                        fields.get(0),
                        city >= 0 && city < size ? "City " + (city + 1) + " is given twice." : "There is no such city.",
                        "Number the cities from 1 to " + size + ", each once.");
            }
            given[city] = true;
            x[city] = lines.finiteNumber(fields.get(1));
            y[city] = lines.finiteNumber(fields.get(2));
        }
        return new Coordinates(x, y);
    }

    double[][] distances(Metric metric) {
        double[][] distances = new double[x.length][x.length];
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x.length; j++) {
                distances[i][j] = i == j ? 0 : metric.distance(x[i], y[i], x[j], y[j]);
            }
        }
        return distances;
    }
}
