// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.encoding;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntFunction;
import org.nifiquantum.engine.circuit.CircuitBuilder;
import org.nifiquantum.engine.circuit.Expression;
import org.nifiquantum.engine.circuit.StandardGate;
import org.nifiquantum.optimization.encoding.ansatz.Entanglement;

/**
 * Keeps exactly one 1 in each of some groups of qubits, so that no amplitude goes to answers that break those constraints:
 * exp(-i beta (XX + YY)/2) on the pairs of a ring through each group, from the W state of each; Z. Wang, N. C. Rubin, J. M.
 * Dominy, E. G. Rieffel, Phys. Rev. A 101, 012320 (2020). Even pairs go first, then odd ones, then the one that closes a ring
 * of odd length. On a pair the unitary is exp(-i beta X) between 01 and 10, so its angles are those of the standard mixer, which
 * the qubits in no group have.
 */
final class OneHotMixer implements Mixer {
    private final List<List<Integer>> groups;
    private final List<Integer> others;
    private final List<Entanglement.Pair> pairs;

    /**
     * The mixer of some groups.
     *
     * @throws IllegalArgumentException if a qubit is in two of them, or a group is empty
     */
    OneHotMixer(int qubits, List<List<Integer>> groups) {
        this.groups = groups.stream().map(List::copyOf).toList();
        BitSet grouped = new BitSet();
        for (List<Integer> group : this.groups) {
            if (group.isEmpty() || group.stream().anyMatch(grouped::get)) {
                throw new IllegalArgumentException("Groups of variables of which one is 1 must not be empty or overlap,"
                        + " as %s does; use the standard mixer.".formatted(group));
            }
            group.forEach(grouped::set);
        }
        List<Integer> rest = new ArrayList<>();
        for (int qubit = grouped.nextClearBit(0); qubit < qubits; qubit = grouped.nextClearBit(qubit + 1)) {
            rest.add(qubit);
        }
        this.others = List.copyOf(rest);
        this.pairs = this.groups.stream().flatMap(group -> ring(group).stream()).toList();
    }

    @Override
    public int terms() {
        return pairs.size() + others.size();
    }

    @Override
    public void prepare(CircuitBuilder circuit) {
        groups.forEach(group -> prepareW(circuit, group));
        others.forEach(qubit -> circuit.gate(StandardGate.H, qubit));
    }

    @Override
    public void mix(CircuitBuilder circuit, IntFunction<Expression> beta) {
        for (int term = 0; term < pairs.size(); term++) {
            exchange(circuit, pairs.get(term), beta.apply(term).times(2));
        }
        for (int k = 0; k < others.size(); k++) {
            Expression angle = beta.apply(pairs.size() + k).times(2);
            circuit.gate(StandardGate.RX, List.of(angle), others.get(k));
        }
    }

    /** The 1 starts on the first qubit; each qubit passes on all but its share of what has come to it. */
    private static void prepareW(CircuitBuilder circuit, List<Integer> group) {
        circuit.gate(StandardGate.X, group.getFirst());
        for (int k = 0; k + 1 < group.size(); k++) {
            double kept = 1.0 / (group.size() - k);
            Expression angle = Expression.constant(2 * Math.acos(Math.sqrt(kept)));
            circuit.gate(StandardGate.CRY, List.of(angle), group.get(k), group.get(k + 1));
            circuit.gate(StandardGate.CX, group.get(k + 1), group.get(k));
        }
    }

    /** CX makes of 01 and 10 (first qubit right) 11 and 10, so the second qubit says where to turn the first. */
    private static void exchange(CircuitBuilder circuit, Entanglement.Pair pair, Expression angle) {
        circuit.gate(StandardGate.CX, pair.first(), pair.second());
        circuit.gate(StandardGate.CRX, List.of(angle), pair.second(), pair.first());
        circuit.gate(StandardGate.CX, pair.first(), pair.second());
    }

    private static List<Entanglement.Pair> ring(List<Integer> group) {
        List<Entanglement.Pair> pairs = new ArrayList<>();
        int size = group.size();
        for (int start = 0; start < 2; start++) {
            for (int k = start; k + 1 < size; k += 2) {
                pairs.add(new Entanglement.Pair(group.get(k), group.get(k + 1)));
            }
        }
        if (size > 2) {
            pairs.add(new Entanglement.Pair(group.getLast(), group.getFirst()));
        }
        return pairs;
    }
}
