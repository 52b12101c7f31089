// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.kernel;

/**
 * Loops over a block of amplitudes: neighbours in two arrays, {@code 2^k} of them, small enough for a core's own cache. Bit b of
 * an offset in a block is its block qubit b. Stateless and thread-safe.
 */
public interface BlockKernels {

    /** For people: which instructions these loops use. */
    String description();

    /** Blocks have at least so many qubits. */
    int smallestBlock();

    /**
     * Applies the matrices of a mixer, except for its scale.
     *
     * @param first where the block begins
     * @param qubits how many qubits the block has
     * @param lowest the first block qubit that may have a matrix
     * @param shift block qubit b has the matrix of qubit {@code b + shift}
     */
    void mix(double[] re, double[] im, int first, int qubits, int lowest, Mixer mixer, int shift);

    /** Multiplies the amplitudes of a window by what the factors have for their basis states. */
    void turn(double[] re, double[] im, Window window, PhaseFactors factors);

    /** Multiplies neighbouring amplitudes by {@code factor exp(i angles[k])}; no angle is larger than {@link SinCos#LARGEST_ANGLE}. */
    void turn(double[] re, double[] im, int first, int length, double[] angles, double factor);

    /** Multiplies neighbouring amplitudes by {@code (factorRe + i factorIm)} times what tables have from an index on. */
    void turn(
            double[] re,
            double[] im,
            int first,
            int length,
            double[] cosines,
            double[] sines,
            int from,
            double factorRe,
            double factorIm);

    /** Copies from a state to the window's amplitudes. */
    void load(double[] state, double[] block, Window window);

    /** Copies the window's amplitudes to a state. */
    void store(double[] block, double[] state, Window window);

    /** Writes {@code (factorRe + i factorIm)} times the first numbers of two arrays into a block. */
    void scaled(
            double[] fromRe,
            double[] fromIm,
            double factorRe,
            double factorIm,
            double[] re,
            double[] im,
            int first,
            int length);

    /** Multiplies neighbouring amplitudes by a real number. */
    void scale(double[] re, double[] im, int first, int length, double factor);

    /** {@code sum |a_x|^2} over neighbours. */
    double norm(double[] re, double[] im, int first, int length);

    /** {@code sum |a_x|^2 values[x]} over neighbours. */
    double weighted(double[] re, double[] im, int first, int length, double[] values);

    /** {@code sum |a_x|^2 values[indices[x]]} over neighbours. */
    double weighted(double[] re, double[] im, int first, int length, char[] indices, double[] values);

    /** {@code Im <b|P|a>} of a block of two states, for a Pauli matrix on a block qubit: 1 is X, 2 is Y, 3 is Z. */
    double component(
            double[] ketRe,
            double[] ketIm,
            double[] braRe,
            double[] braIm,
            int first,
            int qubits,
            int qubit,
            int component);

    /** Whether {@link #three} is there for block qubits from this one on. */
    boolean hasThree(int qubit);

    /**
     * Adds {@code Im <b|X|a>} of a block of two states for three block qubits from the given one on.
     *
     * @param components four for each qubit, of which X is the second
     */
    void three(
            double[] ketRe,
            double[] ketIm,
            double[] braRe,
            double[] braIm,
            int first,
            int qubits,
            int qubit,
            double[] components,
            int offset);

    /**
     * The sum of {@code Im <b|X|a>} of a block of two states over its qubits from the lowest on.
     *
     * @param lowest 0 or not below {@link #smallestBlock}
     */
    double crossed(double[] ketRe, double[] ketIm, double[] braRe, double[] braIm, int first, int qubits, int lowest);

    /**
     * Mixes two parts of a state whose amplitudes are partners, those of the second in reverse order, by the matrix
     * {@code 1, -i t; -i t, 1}.
     */
    void mirror(double[] re, double[] im, int first, int second, int length, double tangent);

    /** {@code Im <b|F|a>} over the neighbours of a bra from the first on and those of a ket, in reverse order, from the second on. */
    double mirrored(double[] ketRe, double[] ketIm, double[] braRe, double[] braIm, int first, int second, int length);

    /** {@code sum Im(conj(b_x) a_x) values[indices[x]]} over neighbours. */
    double weighted(
            double[] ketRe,
            double[] ketIm,
            double[] braRe,
            double[] braIm,
            int first,
            int length,
            char[] indices,
            double[] values);

    /** Multiplies neighbours by {@code values[indices[x]]} and gives {@code sum |a_x|^2 values[indices[x]]} of before. */
    double weigh(double[] re, double[] im, int first, int length, char[] indices, double[] values);

    /** What neighbours in a whole state, 32 or more, give to the expectation of Pauli strings. */
    double expectation(double[] re, double[] im, int first, int length, FlipGroup group);

    /**
     * Applies a matrix to pairs whose first amplitudes are neighbours, whole vectors of them; the second are a distance away.
     *
     * @param matrix row by row with real before imaginary part
     */
    void pairs(double[] re, double[] im, int first, int end, int distance, double[] matrix);

    /** Applies a matrix to a qubit below {@link #smallestBlock} of neighbours. */
    void lane(double[] re, double[] im, int first, int end, int qubit, double[] matrix);

    /**
     * Applies one of two matrices to the target of a whole state: the first where the control is 0, the second where it is 1.
     *
     * @param zero row by row with real before imaginary part
     */
    void choose(double[] re, double[] im, int control, int target, double[] zero, double[] one);

    /**
     * Rows of neighbours in a state, seen as one block.
     *
     * @param first where the block begins
     * @param rows how many rows it has
     * @param width amplitudes of a row
     * @param from the basis state of the first amplitude
     * @param stride from the basis state at the start of a row to that of the next
     */
    record Window(int first, int rows, int width, int from, int stride) {}
}
