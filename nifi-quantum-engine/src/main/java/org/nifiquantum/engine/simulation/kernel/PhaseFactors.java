// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.kernel;

/** The complex factors of all basis states, looked up by an index that each of them has. */
public final class PhaseFactors {
    /** Tables are padded to a multiple of it, so that they can be taken into registers whole. */
    public static final int PADDING = 16;

    private final char[] indices;
    private final double[] cosines;
    private final double[] sines;

    private PhaseFactors(char[] indices, double[] cosines, double[] sines) {
        this.indices = indices;
        this.cosines = cosines;
        this.sines = sines;
    }

    /** The factors {@code amplitude exp(i scale values[k])}; the indices are not copied. */
    static PhaseFactors of(char[] indices, double[] values, double scale, double amplitude) {
        int length = (values.length + PADDING - 1) / PADDING * PADDING;
        double[] cosines = new double[length];
        double[] sines = new double[length];
        for (int index = 0; index < values.length; index++) {
            cosines[index] = amplitude * Math.cos(scale * values[index]);
            sines[index] = amplitude * Math.sin(scale * values[index]);
        }
        return new PhaseFactors(indices, cosines, sines);
    }

    /** One for each basis state. */
    public char[] indices() {
        return indices;
    }

    /** The real part of each factor. */
    public double[] cosines() {
        return cosines;
    }

    /** The imaginary part of each factor. */
    public double[] sines() {
        return sines;
    }
}
