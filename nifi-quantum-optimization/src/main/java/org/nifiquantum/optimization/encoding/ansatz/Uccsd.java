// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.encoding.ansatz;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.nifiquantum.engine.circuit.BitString;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.circuit.CircuitBuilder;
import org.nifiquantum.engine.circuit.Expression;
import org.nifiquantum.engine.circuit.StandardGate;
import org.nifiquantum.optimization.problem.SpinOrder;

/**
 * Unitary coupled cluster with single and double excitations, one Trotter step: A. Peruzzo and others, Nature Communications 5,
 * 4213 (2014); J. Romero and others, Quantum Science and Technology 4, 014008 (2018). Qubits are spin orbitals after the
 * Jordan-Wigner transformation. Excitations keep the number of electrons of each spin. Parameters {@code theta_0, ...} are the
 * amplitudes, those of doubles first; with all of them 0 the state is the reference.
 */
public record Uccsd(SpinOrder order) {

    /** Whether an electron can move: not where each spin is empty or full. */
    public boolean movesIn(BitString reference) {
        return !excitations(reference).isEmpty();
    }

    /**
     * The circuit; every qubit is measured at its end.
     *
     * @param reference the occupied spin orbitals, such as those of Hartree-Fock
     * @throws IllegalArgumentException if no electron can move
     */
    public Circuit circuit(BitString reference) {
        List<Excitation> excitations = excitations(reference);
        if (excitations.isEmpty()) {
            throw new IllegalArgumentException("No electron can move in the reference " + reference
                    + ": each spin is empty or full; use a hardware-efficient ansatz.");
        }
        CircuitBuilder circuit = Circuit.builder(reference.length()).bits(reference.length());
        for (int i = 0; i < excitations.size(); i++) {
            circuit.parameter("theta_" + i);
        }
        for (int qubit = 0; qubit < reference.length(); qubit++) {
            if (reference.get(qubit)) {
                circuit.gate(StandardGate.X, qubit);
            }
        }
        for (int i = 0; i < excitations.size(); i++) {
            excitations.get(i).addTo(circuit, Expression.parameter("theta_" + i));
        }
        return circuit.measureAll().build();
    }

    private List<Excitation> excitations(BitString reference) {
        List<Excitation> excitations = new ArrayList<>(doubles(reference));
        excitations.addAll(singles(reference));
        return excitations;
    }

    private List<Excitation> singles(BitString reference) {
        List<Excitation> singles = new ArrayList<>();
        for (int from : orbitals(reference, true)) {
            for (int to : orbitals(reference, false)) {
                if (order.sameSpin(from, to, reference.length())) {
                    singles.add(new Excitation(List.of(from), List.of(to)));
                }
            }
        }
        return singles;
    }

    private List<Excitation> doubles(BitString reference) {
        List<Excitation> doubles = new ArrayList<>();
        for (List<Integer> from : pairs(orbitals(reference, true))) {
            for (List<Integer> to : pairs(orbitals(reference, false))) {
                if (keepsSpins(from, to, reference.length())) {
                    doubles.add(new Excitation(from, to));
                }
            }
        }
        return doubles;
    }

    private boolean keepsSpins(List<Integer> from, List<Integer> to, int qubits) {
        int first = from.get(0);
        int second = from.get(1);
        boolean straight = order.sameSpin(first, to.get(0), qubits) && order.sameSpin(second, to.get(1), qubits);
        boolean crossed = order.sameSpin(first, to.get(1), qubits) && order.sameSpin(second, to.get(0), qubits);
        return straight || crossed;
    }

    private static List<Integer> orbitals(BitString reference, boolean occupied) {
        return IntStream.range(0, reference.length())
                .filter(qubit -> reference.get(qubit) == occupied)
                .boxed()
                .toList();
    }

    private static List<List<Integer>> pairs(List<Integer> orbitals) {
        List<List<Integer>> pairs = new ArrayList<>();
        for (int first = 0; first < orbitals.size(); first++) {
            for (int second = first + 1; second < orbitals.size(); second++) {
                pairs.add(List.of(orbitals.get(first), orbitals.get(second)));
            }
        }
        return pairs;
    }
}
