// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Splits matrices of general form into phases, a rotation about Y and phases, {@code U = exp(i phi) RZ(a) RY(t) RZ(b)}: the rotation
 * costs a quarter of the matrix, and the phases of all qubits are one factor of each amplitude, together with those of
 * neighbouring layers.
 */
final class PhaseSplitting {
    /** Fewer general matrices in a layer than this are cheaper as they are. */
    private static final int FEWEST = 4;
    /** Below this the rotation has no tangent. */
    private static final double SMALLEST_COSINE = 1e-5;

    private final int qubits;
    private final List<Layer> layers = new ArrayList<>();
    /** Coefficients by mask of phases that are still to be put into a layer; the mask 0 is a phase of all. */
    private final Map<Integer, Double> phases = new TreeMap<>();

    private PhaseSplitting(int qubits) {
        this.qubits = qubits;
    }

    static List<Layer> split(List<Layer> layers, int qubits) {
        PhaseSplitting splitting = new PhaseSplitting(qubits);
        for (Layer layer : layers) {
            switch (layer) {
                case Layer.Mix(Mixer mixer) -> splitting.add(mixer);
                case Layer.Computed computed ->
                    computed.function.forEachMask(
                            (mask, term) -> splitting.addPhase(mask, computed.coefficients[term]));
                case Layer.Tabulated tabulated -> splitting.layers.add(tabulated);
                case Layer.Keep keep -> {
                    splitting.flush();
                    splitting.layers.add(keep);
                }
            }
        }
        splitting.flush();
        return splitting.layers;
    }

    private void addPhase(int mask, double angle) {
        phases.merge(mask, angle, Double::sum);
    }

    private void flush() {
        if (!phases.isEmpty()) {
            int[] masks = phases.keySet().stream().mapToInt(Integer::intValue).toArray();
            double[] coefficients =
                    phases.values().stream().mapToDouble(Double::doubleValue).toArray();
            layers.add(new Layer.Computed(new DiagonalFunction(masks), coefficients));
            phases.clear();
        }
    }

    private void add(Mixer mixer) {
        int general = 0;
        for (int qubit = 0; qubit < qubits; qubit++) {
            general += mixer.form(qubit) == Mixer.Form.GENERAL ? 1 : 0;
        }
        if (general < FEWEST) {
            flush();
            layers.add(new Layer.Mix(mixer));
            return;
        }
        double[][] matrices = new double[mixer.length()][];
        if (mixer.length() > qubits) {
            matrices[qubits] = mixer.wholeMatrix(qubits);
        }
        Map<Integer, Double> after = new TreeMap<>();
        for (int qubit = 0; qubit < qubits; qubit++) {
            double[] matrix = mixer.wholeMatrix(qubit);
            matrices[qubit] = matrix;
            if (matrix != null && Math.hypot(matrix[0], matrix[1]) > SMALLEST_COSINE) {
                matrices[qubit] = split(matrix, qubit, after);
            }
        }
        flush();
        layers.add(new Layer.Mix(Mixer.of(matrices)));
        after.forEach(this::addPhase);
    }

    /** Notes the phases and returns the rotation. */
    private double[] split(double[] m, int qubit, Map<Integer, Double> after) {
        double first = Math.atan2(m[1], m[0]);
        double last = Math.atan2(m[7], m[6]);
        double phi = (first + last) / 2;
        double sum = last - first;
        double difference = 2 * (Math.atan2(m[5], m[4]) - phi);
        // RZ(a) is exp(-i a/2 Z).
        after.merge(1 << qubit, -(sum + difference) / 4, Double::sum);
        after.merge(0, phi, Double::sum);
        addPhase(1 << qubit, -(sum - difference) / 4);
        double cos = Math.hypot(m[0], m[1]);
        double sin = Math.hypot(m[4], m[5]);
        return new double[] {cos, 0, -sin, 0, sin, 0, cos, 0};
    }
}
