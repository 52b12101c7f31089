// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.compile;

import java.util.List;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.simulation.kernel.Amplitudes;
import org.nifiquantum.engine.simulation.kernel.Workers;

/** A circuit in a form that runs. Immutable and thread-safe. */
public sealed interface Executable permits Program, GateSequence {

    /**
     * Compiles a circuit of at most 30 qubits. The form depends on the circuit alone, and so do the bits of its results.
     *
     * @param tableBytes how much memory the tables of phases may take
     */
    static Executable compile(Circuit circuit, long tableBytes) {
        return GateSequence.suits(circuit) ? GateSequence.of(circuit) : Program.compile(circuit, tableBytes);
    }

    /** The qubits of the state it runs on: one less than the circuit's where the half is enough with the highest qubit 0. */
    int stateQubits();

    /** How often the whole state is gone through. */
    int steps();

    /** How many states on the way, if there is memory for them, make {@link #reverse} cheaper. */
    int statesWorthKeeping(Workers workers);

    /**
     * Fills the state with that of the circuit for the given values of its parameters.
     *
     * @param kept takes the states worth keeping; empty for none
     */
    void run(Amplitudes state, List<Amplitudes> kept, double[] bindings, Workers workers);

    /**
     * Takes the state of the circuit and its image under an observable back to the first step that a parameter changes.
     *
     * @param kept what the run has kept, if anything
     * @return the derivative of the expectation by each parameter
     */
    double[] reverse(Amplitudes state, Amplitudes image, List<Amplitudes> kept, double[] bindings, Workers workers);
}
