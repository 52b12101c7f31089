// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.transpile.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.transpile.device.Basis;
import org.nifiquantum.engine.transpile.device.CouplingMap;
import org.nifiquantum.engine.transpile.device.CouplingMap.Coupling;
import org.nifiquantum.engine.transpile.device.Target;
import org.nifiquantum.engine.transpile.rotation.Interaction;
import org.nifiquantum.engine.transpile.rotation.Node;
import org.nifiquantum.engine.transpile.rotation.RotationCircuit;
import org.nifiquantum.engine.transpile.synthesis.BasisTranslation;

/**
 * Looks for a layout under which every interaction is of coupled qubits, by backtracking in the order of VF2 (Cordella et al.,
 * IEEE Trans. Pattern Anal. 26 (2004) 1367). Among those found within a number of steps it takes the one with the least errors.
 */
public final class PerfectLayout {
    private static final int MOST_STEPS = 200_000;
    private static final int NOWHERE = -1;

    private final CouplingMap couplings;
    private final Optional<FidelityEstimate> estimate;
    /** Wires that interact, each but the first of a part after one of its partners. */
    private final List<Integer> order = new ArrayList<>();

    private final List<Set<Integer>> partners = new ArrayList<>();
    private final int[] layout;
    private final boolean[] taken;
    private int steps;
    private double best = Double.NEGATIVE_INFINITY;
    private Optional<int[]> found = Optional.empty();

    private PerfectLayout(RotationCircuit circuit, Circuit source, Target target) {
        this.couplings = target.couplings();
        this.layout = new int[circuit.wires()];
        this.taken = new boolean[couplings.qubits()];
        Arrays.fill(layout, NOWHERE);
        for (int wire = 0; wire < circuit.wires(); wire++) {
            partners.add(new TreeSet<>());
        }
        for (Node node : circuit.nodes()) {
            if (node instanceof Interaction interaction) {
                partners.get(interaction.first()).add(interaction.second());
                partners.get(interaction.second()).add(interaction.first());
            }
        }
        this.estimate = target.calibration()
                .map(calibration -> FidelityEstimate.of(translated(circuit, source, target.basis()), calibration));
        arrange();
    }

    /**
     * The qubit of each wire, or empty if no such layout was found.
     *
     * @param source where the circuit's parameters and classical registers come from
     */
    public static Optional<int[]> find(RotationCircuit circuit, Circuit source, Target target) {
        PerfectLayout search = new PerfectLayout(circuit, source, target);
        search.place(0);
        return search.found.map(search::withIdle);
    }

    /** The circuit in the device's gates as if all pairs that interact were coupled. */
    private Circuit translated(RotationCircuit circuit, Circuit source, Basis basis) {
        List<Coupling> pairs = new ArrayList<>();
        for (int wire = 0; wire < partners.size(); wire++) {
            for (int partner : partners.get(wire)) {
                pairs.add(new Coupling(wire, partner));
            }
        }
        CouplingMap all = CouplingMap.directed(Math.max(1, circuit.wires()), pairs);
        return BasisTranslation.translate(circuit, source, Target.of(basis, all));
    }

    private void arrange() {
        boolean[] listed = new boolean[layout.length];
        for (int next = hub(listed); next != NOWHERE; next = hub(listed)) {
            listed[next] = true;
            order.add(next);
            for (int index = order.size() - 1; index < order.size(); index++) {
                for (int partner : partners.get(order.get(index))) {
                    if (!listed[partner]) {
                        listed[partner] = true;
                        order.add(partner);
                    }
                }
            }
        }
    }

    /** The wire with the most partners that is not listed. */
    private int hub(boolean[] listed) {
        int hub = NOWHERE;
        for (int wire = 0; wire < listed.length; wire++) {
            int size = partners.get(wire).size();
            if (!listed[wire]
                    && size > 0
                    && (hub == NOWHERE || size > partners.get(hub).size())) {
                hub = wire;
            }
        }
        return hub;
    }

    /** Places the wires from an index of the order on; returns whether to stop. */
    private boolean place(int index) {
        if (index == order.size()) {
            int[] complete = withLone();
            double fidelity = estimate.map(of -> of.logarithm(complete)).orElse(0.0);
            if (found.isEmpty() || fidelity > best) {
                best = fidelity;
                found = Optional.of(complete);
            }
            return estimate.isEmpty();
        }
        int wire = order.get(index);
        for (int qubit : candidates(wire)) {
            if (++steps > MOST_STEPS) {
                return true;
            }
            if (!taken[qubit] && fits(wire, qubit)) {
                layout[wire] = qubit;
                taken[qubit] = true;
                boolean stop = place(index + 1);
                layout[wire] = NOWHERE;
                taken[qubit] = false;
                if (stop) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Puts the wires that interact with none but fail somewhere on the free qubits that suit them best, one after the other. */
    private int[] withLone() {
        int[] complete = layout.clone();
        boolean[] used = taken.clone();
        for (int wire = 0; wire < complete.length; wire++) {
            if (complete[wire] == NOWHERE
                    && estimate.isPresent()
                    && estimate.get().isActive(wire)) {
                int best = NOWHERE;
                for (int qubit = 0; qubit < used.length; qubit++) {
                    if (!used[qubit]
                            && (best == NOWHERE
                                    || estimate.get().logarithm(wire, qubit)
                                            > estimate.get().logarithm(wire, best))) {
                        best = qubit;
                    }
                }
                complete[wire] = best;
                used[best] = true;
            }
        }
        return complete;
    }

    /** Puts the wires that are nowhere on free qubits, those of their own numbers if possible: a circuit so reads better. */
    private int[] withIdle(int... partial) {
        int[] complete = partial.clone();
        Set<Integer> free = new TreeSet<>();
        IntStream.range(0, taken.length).forEach(free::add);
        for (int qubit : complete) {
            free.remove(qubit);
        }
        for (int wire = 0; wire < complete.length; wire++) {
            if (complete[wire] == NOWHERE && free.remove(wire)) {
                complete[wire] = wire;
            }
        }
        Iterator<Integer> rest = free.iterator();
        for (int wire = 0; wire < complete.length; wire++) {
            if (complete[wire] == NOWHERE) {
                complete[wire] = rest.next();
            }
        }
        return complete;
    }

    private int[] candidates(int wire) {
        for (int partner : partners.get(wire)) {
            if (layout[partner] != NOWHERE) {
                return couplings.neighbors(layout[partner]);
            }
        }
        int[] all = new int[couplings.qubits()];
        Arrays.setAll(all, qubit -> qubit);
        return all;
    }

    private boolean fits(int wire, int qubit) {
        if (couplings.degree(qubit) < partners.get(wire).size()) {
            return false;
        }
        for (int partner : partners.get(wire)) {
            if (layout[partner] != NOWHERE && !couplings.isCoupled(qubit, layout[partner])) {
                return false;
            }
        }
        return true;
    }
}
