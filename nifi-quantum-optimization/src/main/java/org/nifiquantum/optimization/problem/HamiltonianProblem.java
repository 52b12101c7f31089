// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem;

import java.util.Optional;
import org.nifiquantum.engine.circuit.BitString;
import org.nifiquantum.engine.operator.PauliSum;

/** A problem whose answer is the lowest energy of an operator, not a bitstring. */
public non-sealed interface HamiltonianProblem extends Problem {
    /** The operator; its energies are the objective, constants included. */
    PauliSum hamiltonian();

    /** The basis state that a search begins with, such as the one of Hartree-Fock: bit i is the state of qubit i. */
    BitString reference();

    /** How its qubits are spin orbitals of electrons whose number it keeps, spin by spin; empty where they are not. */
    default Optional<SpinOrder> spinOrder() {
        return Optional.empty();
    }

    /** An energy that was measured or computed, as an answer; what is wrong with it is among its violations. */
    Answer decode(double energy);

    @Override
    default int qubits() {
        return reference().length();
    }

    @Override
    default Sense sense() {
        return Sense.MINIMIZE;
    }
}
