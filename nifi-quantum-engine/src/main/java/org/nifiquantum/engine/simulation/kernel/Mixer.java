// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.kernel;

/**
 * One matrix on each of several qubits, in the form that costs least. A rotation about X or Y is {@code cos} times a matrix with
 * 1 on its diagonal and the tangent beside it: two multiplications of an amplitude instead of four; the cosines of all qubits
 * are one scale. Immutable.
 */
public final class Mixer {
    /** Below this the tangent would spoil too many digits, or many of them together overflow. */
    private static final double SMALLEST_COSINE = 1e-6;

    /** What a matrix looks like, its cosine taken out. */
    public enum Form {
        /** No matrix. */
        NONE,
        /** {@code 1, -i t; -i t, 1}, as RX. */
        CROSS,
        /** {@code 1, -t; t, 1}, as RY. */
        TURN,
        GENERAL
    }

    private final Form[] forms;
    private final double[] tangents;
    private final double[][] matrices;
    private final double scale;

    private Mixer(Form[] forms, double[] tangents, double[][] matrices, double scale) {
        this.forms = forms;
        this.tangents = tangents;
        this.matrices = matrices;
        this.scale = scale;
    }

    /**
     * Takes ownership of the matrices.
     *
     * @param matrices one for each qubit, row by row with real before imaginary part, or null for none; one more, if there is one, is
     *     that of the {@link MirrorKernel}
     */
    public static Mixer of(double[][] matrices) {
        Form[] forms = new Form[matrices.length];
        double[] tangents = new double[matrices.length];
        double scale = 1;
        for (int qubit = 0; qubit < matrices.length; qubit++) {
            double[] m = matrices[qubit];
            forms[qubit] = form(m);
            switch (forms[qubit]) {
                case CROSS -> {
                    tangents[qubit] = -m[3] / m[0];
                    scale *= m[0];
                }
                case TURN -> {
                    tangents[qubit] = m[4] / m[0];
                    scale *= m[0];
                }
                case NONE, GENERAL -> {}
            }
        }
        return new Mixer(forms, tangents, matrices, scale);
    }

    private static Form form(double[] m) {
        if (m == null) {
            return Form.NONE;
        }
        boolean sameDiagonal = m[0] == m[6] && m[1] == 0 && m[7] == 0 && Math.abs(m[0]) > SMALLEST_COSINE;
        if (sameDiagonal && m[2] == 0 && m[4] == 0 && m[3] == m[5]) {
            return Form.CROSS;
        }
        return sameDiagonal && m[3] == 0 && m[5] == 0 && m[2] == -m[4] ? Form.TURN : Form.GENERAL;
    }

    public Form form(int qubit) {
        return qubit < forms.length ? forms[qubit] : Form.NONE;
    }

    /** Whether a qubit and the next both have a rotation about X, or both about Y. */
    boolean turnsTwo(int qubit) {
        return (form(qubit) == Form.CROSS || form(qubit) == Form.TURN) && form(qubit) == form(qubit + 1);
    }

    public double tangent(int qubit) {
        return tangents[qubit];
    }

    /** The matrix of a qubit of {@link Form#GENERAL}. */
    public double[] matrix(int qubit) {
        return matrices[qubit];
    }

    /** The matrix of a qubit with all its factors, or null for none. */
    double[] wholeMatrix(int qubit) {
        return matrices[qubit];
    }

    /** How many qubits there may be matrices on, the mirror among them. */
    int length() {
        return forms.length;
    }

    /** On how many qubits there is a matrix. */
    int matrices() {
        int count = 0;
        for (Form form : forms) {
            count += form == Form.NONE ? 0 : 1;
        }
        return count;
    }

    /** Each matrix, its scale included, in a pass of its own. */
    void applyOneByOne(Amplitudes state, Workers workers) {
        for (int qubit = 0; qubit < forms.length; qubit++) {
            if (forms[qubit] != Form.NONE && qubit == state.qubits()) {
                MirrorKernel.apply(state, matrices[qubit], workers);
            } else if (forms[qubit] != Form.NONE) {
                PairKernel.apply(state, 0, qubit, matrices[qubit], workers);
            }
        }
    }

    /** What remains to be multiplied with. */
    double scale() {
        return scale;
    }

    /** What remains to be multiplied with after the qubits from the first on and below the end. */
    double scale(int first, int end) {
        double product = 1;
        for (int qubit = first; qubit < end; qubit++) {
            product *= forms[qubit] == Form.CROSS || forms[qubit] == Form.TURN ? matrices[qubit][0] : 1;
        }
        return product;
    }

    /** Whether any qubit from the first on and below the end has a matrix. */
    boolean touches(int first, int end) {
        for (int qubit = first; qubit < end; qubit++) {
            if (forms[qubit] != Form.NONE) {
                return true;
            }
        }
        return false;
    }
}
