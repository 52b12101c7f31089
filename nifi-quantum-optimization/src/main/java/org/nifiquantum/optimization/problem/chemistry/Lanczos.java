// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem.chemistry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * The lowest eigenvalue of a large symmetric matrix, which only multiplies: C. Lanczos, J. Res. Natl. Bur. Stand. 45, 255
 * (1950), with each vector made orthogonal to all before it. A random start has a part in every eigenvector.
 */
final class Lanczos {
    private static final int MOST_STEPS = 250;
    private static final int STEPS_BETWEEN_CHECKS = 5;
    private static final double CONVERGED = 1e-12;
    private static final long SEED = 1;

    private Lanczos() {}

    /**
     * The lowest eigenvalue.
     *
     * @param stopped asked at each step; the answer is empty once it is true
     */
    static OptionalDouble lowest(int size, UnaryOperator<double[]> matrix, BooleanSupplier stopped) {
        List<double[]> basis = new ArrayList<>();
        List<Double> diagonal = new ArrayList<>();
        List<Double> below = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(SEED);
        double[] vector = random.doubles(size, -1, 1).toArray();
        double norm = norm(vector);
        double lowest = Double.POSITIVE_INFINITY;
        while (basis.size() < Math.min(size, MOST_STEPS) && norm > CONVERGED) {
            scale(vector, 1 / norm);
            basis.add(vector);
            double[] product = matrix.apply(vector);
            if (stopped.getAsBoolean()) {
                return OptionalDouble.empty();
            }
            diagonal.add(dot(vector, product));
            // Twice is enough to keep them orthogonal in spite of rounding.
            orthogonalize(product, basis);
            orthogonalize(product, basis);
            norm = norm(product);
            vector = product;
            if (basis.size() % STEPS_BETWEEN_CHECKS == 0) {
                double present = lowest(diagonal, below);
                if (lowest - present < CONVERGED) {
                    return OptionalDouble.of(present);
                }
                lowest = present;
            }
            below.add(norm);
        }
        return OptionalDouble.of(lowest(diagonal, below.subList(0, diagonal.size() - 1)));
    }

    private static double lowest(List<Double> diagonal, List<Double> below) {
        if (diagonal.size() == 1) {
            return diagonal.getFirst();
        }
        double[] eigenvalues = new EigenDecomposition(
                        diagonal.stream().mapToDouble(Double::doubleValue).toArray(),
                        below.stream().mapToDouble(Double::doubleValue).toArray())
                .getRealEigenvalues();
        return Arrays.stream(eigenvalues).min().orElseThrow();
    }

    private static void orthogonalize(double[] vector, List<double[]> basis) {
        for (double[] other : basis) {
            double part = dot(vector, other);
            for (int i = 0; i < vector.length; i++) {
                vector[i] -= part * other[i];
            }
        }
    }

    private static double dot(double[] vector, double[] other) {
        double sum = 0;
        for (int i = 0; i < vector.length; i++) {
            sum += vector[i] * other[i];
        }
        return sum;
    }

    private static double norm(double[] vector) {
        return Math.sqrt(dot(vector, vector));
    }

    private static void scale(double[] vector, double factor) {
        for (int i = 0; i < vector.length; i++) {
            vector[i] *= factor;
        }
    }
}
