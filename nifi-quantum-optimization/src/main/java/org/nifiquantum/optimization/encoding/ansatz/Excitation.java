// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.encoding.ansatz;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.nifiquantum.engine.circuit.CircuitBuilder;
import org.nifiquantum.engine.circuit.Expression;
import org.nifiquantum.engine.operator.Pauli;

/**
 * Electrons that move from occupied to free spin orbitals. Its unitary is exp(theta G), where G is the product of creation and
 * annihilation operators less its adjoint, up to a sign that only turns theta around. By Jordan and Wigner G is
 * Q+_a Q+_b Q_j Q_i less its adjoint, with Q+ = (X - iY)/2, times Z on the qubits that lie between an odd number of the four
 * on either side: Y. S. Yordanov, D. R. M. Arvidsson-Shukur, C. H. W. Barnes, Phys. Rev. A 102, 062612 (2020).
 *
 * @param from occupied in the reference
 * @param to free in the reference, as many
 */
record Excitation(List<Integer> from, List<Integer> to) {

    Excitation {
        from = List.copyOf(from);
        to = List.copyOf(to);
    }

    /** Adds exp(theta G), exactly: the Pauli strings of G commute. */
    void addTo(CircuitBuilder circuit, Expression theta) {
        List<Integer> moved = Stream.concat(from.stream(), to.stream()).sorted().toList();
        for (int letters = 0; letters < 1 << moved.size(); letters++) {
            int ofY = letters;
            if (Integer.bitCount(ofY) % 2 == 0) {
                continue;
            }
            List<PauliRotation.Letter> string = new ArrayList<>();
            IntStream.range(0, moved.size())
                    .mapToObj(k -> new PauliRotation.Letter(moved.get(k), (ofY >> k & 1) == 1 ? Pauli.Y : Pauli.X))
                    .forEach(string::add);
            between(moved).forEach(qubit -> string.add(new PauliRotation.Letter(qubit, Pauli.Z)));
            new PauliRotation(string).addTo(circuit, theta.times(-2 * coefficient(moved, ofY)));
        }
    }

    /**
     * The real factor c of i c P in G, P having Y where a bit is set. The product of (X + i s Y) / 2, s = -1 for a creation and 1
     * for an annihilation, has i^m times the product of s for m letters Y; less its adjoint the odd ones count twice.
     */
    private double coefficient(List<Integer> moved, int ofY) {
        double factor = Integer.bitCount(ofY) % 4 == 1 ? 1 : -1;
        for (int k = 0; k < moved.size(); k++) {
            if ((ofY >> k & 1) == 1 && to.contains(moved.get(k))) {
                factor = -factor;
            }
        }
        return factor * 2 / (1 << moved.size());
    }

    /** The qubits between the first and the second, and between the third and the fourth. */
    private static List<Integer> between(List<Integer> moved) {
        List<Integer> qubits = new ArrayList<>();
        for (int k = 0; k + 1 < moved.size(); k += 2) {
            for (int qubit = moved.get(k) + 1; qubit < moved.get(k + 1); qubit++) {
                qubits.add(qubit);
            }
        }
        return qubits;
    }
}
