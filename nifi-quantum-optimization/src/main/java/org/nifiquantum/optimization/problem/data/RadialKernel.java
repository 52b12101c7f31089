// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem.data;

import java.util.List;

/**
 * The classical kernel that is hard to beat, exp(-gamma |x - y|^2). Gamma is 1 / (features times variance) or, where labels
 * are known, the multiple of it by a power of two whose kernel is most like that of the labels: the centred alignment of C.
 * Cortes, M. Mohri and A. Rostamizadeh, J. Mach. Learn. Res. 13, 795 (2012). It sees all labels of the learned rows, which is in
 * its favour where it is judged by them.
 */
record RadialKernel(double gamma) {
    private static final int LEAST_POWER = -6;
    private static final int MOST_POWER = 8;

    /**
     * Chooses gamma.
     *
     * @param rows that are learned
     * @param labels of these rows, all alike where they are not known
     */
    static RadialKernel of(List<List<Double>> rows, int[] labels) {
        RadialKernel usual = new RadialKernel(usualGamma(rows));
        RadialKernel best = usual;
        double most = usual.alignment(rows, labels);
        for (int power = LEAST_POWER; power <= MOST_POWER; power++) {
            RadialKernel candidate = new RadialKernel(Math.scalb(usual.gamma, power));
            double alignment = candidate.alignment(rows, labels);
            if (alignment > most) {
                best = candidate;
                most = alignment;
            }
        }
        return best;
    }

    private static double usualGamma(List<List<Double>> rows) {
        double[] entries = rows.stream()
                .flatMap(List::stream)
                .mapToDouble(Double::doubleValue)
                .toArray();
        double mean = 0;
        double square = 0;
        for (double entry : entries) {
            mean += entry / entries.length;
        }
        for (double entry : entries) {
            square += (entry - mean) * (entry - mean) / entries.length;
        }
        int features = rows.getFirst().size();
        return square == 0 ? 1.0 / features : 1 / (features * square);
    }

    /**
     * The kernel of each row with each of the first ones.
     *
     * @param learned how many these are
     */
    double[][] matrix(List<List<Double>> rows, int learned) {
        double[][] matrix = new double[rows.size()][learned];
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < learned; column++) {
                matrix[row][column] = Math.exp(-gamma * squaredDistance(rows.get(row), rows.get(column)));
            }
        }
        return matrix;
    }

    private static double squaredDistance(List<Double> x, List<Double> y) {
        double sum = 0;
        for (int k = 0; k < x.size(); k++) {
            double difference = x.get(k) - y.get(k);
            sum += difference * difference;
        }
        return sum;
    }

    /** Between this kernel and that of equal labels, both centred; of labels that are all alike nothing can be told: 0. */
    private double alignment(List<List<Double>> rows, int[] labels) {
        int size = labels.length;
        double[][] kernel = centred(matrix(rows, size));
        double[][] ideal = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                ideal[i][j] = labels[i] == labels[j] ? 1 : 0;
            }
        }
        ideal = centred(ideal);
        double product = product(kernel, ideal);
        double norms = Math.sqrt(product(kernel, kernel) * product(ideal, ideal));
        return norms == 0 ? 0 : product / norms;
    }

    private static double product(double[][] a, double[][] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a.length; j++) {
                sum += a[i][j] * b[i][j];
            }
        }
        return sum;
    }

    private static double[][] centred(double[][] symmetric) {
        int size = symmetric.length;
        double[] means = new double[size];
        double mean = 0;
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                means[i] += symmetric[i][j] / size;
            }
            mean += means[i] / size;
        }
        double[][] centred = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                centred[i][j] = symmetric[i][j] - means[i] - means[j] + mean;
            }
        }
        return centred;
    }
}
