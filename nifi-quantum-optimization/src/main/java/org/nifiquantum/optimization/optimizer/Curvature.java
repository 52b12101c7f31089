// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.optimizer;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/** What the last steps of L-BFGS show of the inverse of the curvature: J. Nocedal, Math. Comp. 35, 773 (1980). */
final class Curvature {
    private static final int MEMORY = 10;

    private final Deque<Pair> newestFirst = new ArrayDeque<>();

    /** A step and by how much it changed the gradient. */
    private static final class Pair {
        private final double[] step;
        private final double[] change;
        private final double curvature;

        Pair(double[] step, double[] change) {
            this.step = step;
            this.change = change;
            this.curvature = Points.dot(step, change);
        }
    }

    boolean isUnknown() {
        return newestFirst.isEmpty();
    }

    void forget() {
        newestFirst.clear();
    }

    /** Learns from a step, unless the landscape bends downwards along it. */
    void learn(double[] step, double[] change) {
        Pair pair = new Pair(step, change);
        if (pair.curvature > 0) {
            newestFirst.addFirst(pair);
            if (newestFirst.size() > MEMORY) {
                newestFirst.removeLast();
            }
        }
    }

    /** A vector times the inverse of the curvature, by Nocedal's two loops. Something must have been learnt. */
    double[] inverseTimes(double[] vector) {
        double[] product = vector;
        double[] shares = new double[newestFirst.size()];
        int index = 0;
        for (Pair pair : newestFirst) {
            shares[index] = Points.dot(pair.step, product) / pair.curvature;
            product = Points.moved(product, -shares[index], pair.change);
            index++;
        }
        Pair newest = newestFirst.getFirst();
        double scale = newest.curvature / Points.dot(newest.change, newest.change);
        product = Points.moved(new double[product.length], scale, product);
        for (Iterator<Pair> oldestFirst = newestFirst.descendingIterator(); oldestFirst.hasNext(); ) {
            Pair pair = oldestFirst.next();
            index--;
            double back = Points.dot(pair.change, product) / pair.curvature;
            product = Points.moved(product, shares[index] - back, pair.step);
        }
        return product;
    }
}
