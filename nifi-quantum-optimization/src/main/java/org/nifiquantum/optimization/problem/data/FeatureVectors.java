// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.nifiquantum.optimization.encoding.ansatz.Entanglement;

/** Rows as vectors of one entry for each feature, then one for each two of them. */
final class FeatureVectors {

    private FeatureVectors() {}

    static List<String> quantumNames(List<String> features) {
        return names(features, "Z(%s)", "Z(%s) Z(%s)");
    }

    static List<String> classicalNames(List<String> features) {
        return names(features, "%s", "%s * %s");
    }

    private static List<String> names(List<String> features, String one, String two) {
        List<String> names = new ArrayList<>();
        features.forEach(feature -> names.add(one.formatted(feature)));
        for (Entanglement.Pair pair : Entanglement.FULL.pairs(features.size())) {
            names.add(two.formatted(features.get(pair.first()), features.get(pair.second())));
        }
        return names;
    }

    /**
     * The expectations of Z and of ZZ.
     *
     * @param shares of the outcomes {@code c[n-1]...c[0]}
     */
    static double[] quantum(Map<String, Double> shares, int features) {
        double[] vector = new double[size(features)];
        double total = 0;
        for (Map.Entry<String, Double> share : shares.entrySet()) {
            double[] signs = new double[features];
            for (int qubit = 0; qubit < features; qubit++) {
                signs[qubit] = share.getKey().charAt(features - 1 - qubit) == '0' ? 1 : -1;
            }
            double[] seen = withProducts(signs);
            for (int k = 0; k < vector.length; k++) {
                vector[k] += share.getValue() * seen[k];
            }
            total += share.getValue();
        }
        double sum = total;
        return Arrays.stream(vector).map(entry -> entry / sum).toArray();
    }

    /** The same without a circuit: the numbers themselves and their products. */
    static double[] classical(List<Double> row) {
        return withProducts(row.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static double[] withProducts(double[] row) {
        double[] vector = Arrays.copyOf(row, size(row.length));
        int next = row.length;
        for (Entanglement.Pair pair : Entanglement.FULL.pairs(row.length)) {
            vector[next++] = row[pair.first()] * row[pair.second()];
        }
        return vector;
    }

    static int size(int features) {
        return features + features * (features - 1) / 2;
    }
}
