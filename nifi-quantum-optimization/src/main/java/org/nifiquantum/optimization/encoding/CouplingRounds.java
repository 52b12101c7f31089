// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.encoding;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.nifiquantum.engine.operator.Coupling;
import org.nifiquantum.engine.operator.IsingModel;

/**
 * Orders couplings such that those that share no spin stand together and run at once: greedy edge colouring, at most
 * twice as many rounds as the largest degree. ZZ rotations commute, so any order is the same unitary; this one is
 * shallow.
 */
final class CouplingRounds {
    private CouplingRounds() {}

    static List<Coupling> inRounds(IsingModel model) {
        record Placed(Coupling coupling, int round) {}
        List<BitSet> busyRounds =
                Stream.generate(BitSet::new).limit(model.spins()).toList();
        List<Placed> placed = new ArrayList<>();
        for (Coupling coupling : model.couplings()) {
            BitSet first = busyRounds.get(coupling.first());
            BitSet second = busyRounds.get(coupling.second());
            BitSet either = (BitSet) first.clone();
            either.or(second);
            int round = either.nextClearBit(0);
            first.set(round);
            second.set(round);
            placed.add(new Placed(coupling, round));
        }
        placed.sort(Comparator.comparingInt(Placed::round));
        return placed.stream().map(Placed::coupling).toList();
    }
}
