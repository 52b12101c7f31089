// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.compile;

import org.nifiquantum.engine.simulation.kernel.Amplitudes;
import org.nifiquantum.engine.simulation.kernel.Workers;

/**
 * The backward half of the adjoint method (T. Jones and J. Gacon, arXiv:2009.02823): the state a and its image {@code b = O a} go
 * back step by step. With {@code U' = i G U} for the derivative of a step by a slot, that of {@code <a|O|a>} is
 * {@code 2 Re <b|i G|a> = -2 Im <b|G|a>}, where both stand after the step.
 */
final class Sweep {
    private final Amplitudes ket;
    private final Amplitudes bra;
    private final double[] slotValues;
    private final double[] derivatives;
    private final Workers workers;

    Sweep(Amplitudes ket, Amplitudes bra, double[] slotValues, Workers workers) {
        this.ket = ket;
        this.bra = bra;
        this.slotValues = slotValues;
        this.derivatives = new double[slotValues.length];
        this.workers = workers;
    }

    Amplitudes ket() {
        return ket;
    }

    Amplitudes bra() {
        return bra;
    }

    double[] slotValues() {
        return slotValues;
    }

    /** By each slot; steps add to them. */
    double[] derivatives() {
        return derivatives;
    }

    Workers workers() {
        return workers;
    }
}
