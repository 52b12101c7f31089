// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.optimizer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * The normal distribution of CMA-ES and how it learns from a ranked generation; names and default weights as in N. Hansen,
 * arXiv:1604.00772, table 1 and appendix A, with positive weights only.
 */
final class Cloud {
    private final int size;
    private final int population;
    private final double[] weights;
    private final double effectiveParents;
    private final double pathDecay;
    private final double damping;
    private final double covariancePathDecay;
    private final double rankOneRate;
    private final double rankManyRate;
    private final double expectedLength;

    private double[] mean;
    private double sigma;
    private final double[][] covariance;
    private final double[] stepPath;
    private final double[] covariancePath;
    /** Columns are the axes of the covariance. */
    private double[][] axes;
    /** Standard deviations along the axes. */
    private double[] lengths;

    private int generation;

    Cloud(double[] mean, double sigma, int population) {
        this.size = mean.length;
        this.population = population;
        this.mean = mean;
        this.sigma = sigma;
        this.weights = weights(population);
        double sumOfSquares = Points.dot(weights, weights);
        this.effectiveParents = 1 / sumOfSquares;
        double mu = effectiveParents;
        this.pathDecay = (mu + 2) / (size + mu + 5);
        this.damping = 1 + 2 * Math.max(0, Math.sqrt((mu - 1) / (size + 1)) - 1) + pathDecay;
        this.covariancePathDecay = (4 + mu / size) / (size + 4 + 2 * mu / size);
        this.rankOneRate = 2 / ((size + 1.3) * (size + 1.3) + mu);
        this.rankManyRate = Math.min(1 - rankOneRate, 2 * (mu - 2 + 1 / mu) / ((size + 2.0) * (size + 2.0) + mu));
        this.expectedLength = Math.sqrt(size) * (1 - 1 / (4.0 * size) + 1 / (21.0 * size * size));
        this.covariance = identity(size);
        this.axes = identity(size);
        this.lengths = ones(size);
        this.stepPath = new double[size];
        this.covariancePath = new double[size];
    }

    private static double[] weights(int population) {
        int parents = population / 2;
        double[] weights = new double[parents];
        double sum = 0;
        for (int i = 0; i < parents; i++) {
            weights[i] = StrictMath.log((population + 1) / 2.0) - StrictMath.log(i + 1);
            sum += weights[i];
        }
        for (int i = 0; i < parents; i++) {
            weights[i] /= sum;
        }
        return weights;
    }

    private static double[][] identity(int size) {
        double[][] identity = new double[size][size];
        for (int i = 0; i < size; i++) {
            identity[i][i] = 1;
        }
        return identity;
    }

    private static double[] ones(int size) {
        double[] ones = new double[size];
        Arrays.fill(ones, 1);
        return ones;
    }

    double[] mean() {
        return mean.clone();
    }

    /** The largest standard deviation of a parameter. */
    double widest() {
        double widest = 0;
        for (int i = 0; i < size; i++) {
            widest = Math.max(widest, sigma * Math.sqrt(covariance[i][i]));
        }
        return widest;
    }

    /** The points of the next generation. */
    List<double[]> draw(Random random) {
        List<double[]> points = new ArrayList<>();
        for (int k = 0; k < population; k++) {
            double[] scaled = new double[size];
            for (int axis = 0; axis < size; axis++) {
                scaled[axis] = lengths[axis] * random.nextGaussian();
            }
            points.add(Points.moved(mean, sigma, alongAxes(scaled)));
        }
        return points;
    }

    /** Moves, turns and stretches towards the best. */
    void learn(List<double[]> ranked) {
        generation++;
        double[] before = mean;
        double[][] steps = new double[weights.length][];
        double[] step = new double[size];
        for (int i = 0; i < weights.length; i++) {
            steps[i] = Points.moved(new double[size], 1 / sigma, Points.moved(ranked.get(i), -1, before));
            step = Points.moved(step, weights[i], steps[i]);
        }
        mean = Points.moved(before, sigma, step);
        boolean stalled = lengthenPaths(step);
        adaptCovariance(steps, stalled);
        double length = Math.sqrt(Points.dot(stepPath, stepPath));
        sigma *= StrictMath.exp(Math.min(1, pathDecay / damping * (length / expectedLength - 1)));
        decompose();
    }

    /** True if the step size is still so small that the covariance is not to learn from the path: h_sigma is 0. */
    private boolean lengthenPaths(double[] step) {
        double[] white = inAxes(step);
        for (int axis = 0; axis < size; axis++) {
            white[axis] /= lengths[axis];
        }
        double[] turned = alongAxes(white);
        double gain = Math.sqrt(pathDecay * (2 - pathDecay) * effectiveParents);
        for (int i = 0; i < size; i++) {
            stepPath[i] = (1 - pathDecay) * stepPath[i] + gain * turned[i];
        }
        double forgotten = 1 - StrictMath.pow(1 - pathDecay, 2.0 * generation);
        double length = Math.sqrt(Points.dot(stepPath, stepPath) / forgotten);
        boolean stalled = length >= (1.4 + 2.0 / (size + 1)) * expectedLength;
        double pathGain = stalled ? 0 : Math.sqrt(covariancePathDecay * (2 - covariancePathDecay) * effectiveParents);
        for (int i = 0; i < size; i++) {
            covariancePath[i] = (1 - covariancePathDecay) * covariancePath[i] + pathGain * step[i];
        }
        return stalled;
    }

    private void adaptCovariance(double[][] steps, boolean stalled) {
        double lost = stalled ? covariancePathDecay * (2 - covariancePathDecay) : 0;
        double kept = 1 - rankOneRate - rankManyRate + rankOneRate * lost;
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double many = 0;
                for (int k = 0; k < steps.length; k++) {
                    many += weights[k] * steps[k][i] * steps[k][j];
                }
                covariance[i][j] = kept * covariance[i][j]
                        + rankOneRate * covariancePath[i] * covariancePath[j]
                        + rankManyRate * many;
                covariance[j][i] = covariance[i][j];
            }
        }
    }

    private void decompose() {
        EigenDecomposition eigen = new EigenDecomposition(new Array2DRowRealMatrix(covariance));
        axes = eigen.getV().getData();
        lengths = eigen.getRealEigenvalues();
        for (int axis = 0; axis < size; axis++) {
            // Rounding may leave an axis that was learnt to be very short none.
            lengths[axis] = Math.sqrt(Math.max(lengths[axis], Double.MIN_NORMAL));
        }
    }

    private double[] alongAxes(double[] components) {
        double[] vector = new double[size];
        for (int i = 0; i < size; i++) {
            vector[i] = Points.dot(axes[i], components);
        }
        return vector;
    }

    private double[] inAxes(double[] vector) {
        double[] components = new double[size];
        for (int axis = 0; axis < size; axis++) {
            for (int i = 0; i < size; i++) {
                components[axis] += axes[i][axis] * vector[i];
            }
        }
        return components;
    }
}
