// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.kernel.vector;

import org.nifiquantum.engine.simulation.kernel.Mixer;
import org.nifiquantum.engine.simulation.kernel.Mixer.Form;

/** Takes a block through the matrices of a mixer, several qubits at a time where they are alike. */
final class Mixing {
    /** As many as have all their amplitudes in registers: vectors of 512 bits come with 32 of them. */
    private static final int MOST_TOGETHER = Lanes.COUNT >= 8 ? 4 : 3;

    /**
     * From this qubit on partners are 4 KiB apart, at one place of a first-level cache that has room for 8 of them: with 16 each
     * would drive out another before its turn, which takes three times as long.
     */
    private static final int FIRST_FAR = 9;

    private static final int MOST_FAR_TOGETHER = 3;

    private final double[] re;
    private final double[] im;
    private final Mixer mixer;
    private final int shift;

    Mixing(double[] re, double[] im, Mixer mixer, int shift) {
        this.re = re;
        this.im = im;
        this.mixer = mixer;
        this.shift = shift;
    }

    /** In place. */
    void block(int first, int qubits, int lowest) {
        int end = first + (1 << qubits);
        int qubit = lowest < Lanes.QUBITS ? lanes(first, end, qubits) : lowest;
        while (qubit < qubits) {
            Form form = form(qubit);
            int alike = qubit + 1;
            while (alike < qubits && form(alike) == form) {
                alike++;
            }
            int together = form == Form.CROSS || form == Form.TURN ? together(qubit, alike - qubit) : 1;
            if (together > 1) {
                several(first, end, qubit, together, form);
            } else {
                one(first, end, qubit, form);
            }
            qubit += together;
        }
    }

    /** Divides qubits, from one on, into groups of nearly one size; gives the size of the first. */
    private static int together(int qubit, int qubits) {
        int most = qubit < FIRST_FAR ? MOST_TOGETHER : MOST_FAR_TOGETHER;
        int groups = (qubits + most - 1) / most;
        return (qubits + groups - 1) / groups;
    }

    /** Returns the first qubit that is left. */
    private int lanes(int first, int end, int to) {
        boolean cross = true;
        boolean turn = true;
        for (int qubit = 0; qubit < Lanes.QUBITS; qubit++) {
            cross &= form(qubit) == Form.CROSS || form(qubit) == Form.NONE;
            turn &= form(qubit) == Form.TURN || form(qubit) == Form.NONE;
        }
        if (cross && turn) {
            return Lanes.QUBITS;
        }
        if (cross && Lanes.QUBITS == 3 && to > 3 && form(3) == Form.CROSS) {
            CrossLanes.eightAndOne(re, im, first, end, laneTangent(0), laneTangent(1), laneTangent(2), tangent(3));
            return 4;
        }
        if (cross) {
            CrossLanes.lanes(re, im, first, end, laneTangent(0), laneTangent(1), laneTangent(2));
        } else if (turn) {
            TurnLanes.lanes(re, first, end, laneTangent(0), laneTangent(1), laneTangent(2));
            TurnLanes.lanes(im, first, end, laneTangent(0), laneTangent(1), laneTangent(2));
        } else {
            for (int qubit = 0; qubit < Lanes.QUBITS; qubit++) {
                if (form(qubit) != Form.NONE) {
                    MatrixKernel.lane(re, im, first, end, qubit, matrix(qubit));
                }
            }
        }
        return Lanes.QUBITS;
    }

    private void several(int first, int end, int qubit, int together, Form form) {
        double[] tangents = new double[together];
        for (int index = 0; index < together; index++) {
            tangents[index] = tangent(qubit + index);
        }
        if (form == Form.CROSS) {
            CrossKernel.apply(together, re, im, first, end, 1 << qubit, tangents);
        } else {
            TurnKernel.apply(together, re, first, end, 1 << qubit, tangents);
            TurnKernel.apply(together, im, first, end, 1 << qubit, tangents);
        }
    }

    private void one(int first, int end, int qubit, Form form) {
        switch (form) {
            case NONE -> {}
            case CROSS -> CrossKernel.one(re, im, first, end, 1 << qubit, tangent(qubit));
            case TURN -> {
                TurnKernel.one(re, first, end, 1 << qubit, tangent(qubit));
                TurnKernel.one(im, first, end, 1 << qubit, tangent(qubit));
            }
            case GENERAL -> MatrixKernel.one(re, im, first, end, 1 << qubit, matrix(qubit));
        }
    }

    private Form form(int qubit) {
        return mixer.form(qubit + shift);
    }

    private double tangent(int qubit) {
        return mixer.tangent(qubit + shift);
    }

    /** Vectors of a smaller machine have fewer qubits inside. */
    private double laneTangent(int qubit) {
        return qubit < Lanes.QUBITS && form(qubit) != Form.NONE ? tangent(qubit) : 0;
    }

    /** The matrix without the cosine that belongs to the scale. */
    private double[] matrix(int qubit) {
        return switch (form(qubit)) {
            case CROSS -> new double[] {1, 0, 0, -tangent(qubit), 0, -tangent(qubit), 1, 0};
            case TURN -> new double[] {1, 0, -tangent(qubit), 0, tangent(qubit), 0, 1, 0};
            case GENERAL -> mixer.matrix(qubit + shift);
            case NONE -> throw new IllegalStateException("No matrix on qubit " + (qubit + shift));
        };
    }
}
