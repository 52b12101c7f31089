// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.nifiquantum.engine.simulation.compile.Primitive.Exchange;
import org.nifiquantum.engine.simulation.compile.Primitive.Flip;
import org.nifiquantum.engine.simulation.compile.Primitive.Phases;

/**
 * A run of phases, CX and swaps as one phase layer followed by what is left of the CX and swaps.
 *
 * <p>CX and swaps give every qubit the parity of some qubits of the state that entered; a phase of later qubits is one of these
 * parities (M. Amy, D. Maslov, M. Mosca, IEEE TCAD 33, 1476 (2014)). So all phases can be given at the entry, and a network of CX
 * that returns to the identity, as in {@code cx a, b; rz(t) b; cx a, b}, vanishes.
 */
final class PhaseBlock {
    private final int[] parities;
    /** How many qubits do not have their own parity. */
    private int displaced;

    private final Map<Integer, Angle> angleOfMask = new TreeMap<>();
    private final List<Primitive> network = new ArrayList<>();

    private PhaseBlock(int qubits) {
        parities = new int[qubits];
        for (int qubit = 0; qubit < qubits; qubit++) {
            parities[qubit] = 1 << qubit;
        }
    }

    /** The phases at the entry, if there are any, and the network that follows them. */
    record Result(Optional<Phases> phases, List<Primitive> network) {}

    static Result of(List<Primitive> primitives, int qubits) {
        PhaseBlock block = new PhaseBlock(qubits);
        primitives.forEach(block::add);
        block.angleOfMask.values().removeIf(Angle::isZero);
        Optional<Phases> phases = block.angleOfMask.isEmpty()
                ? Optional.empty()
                : Optional.of(new Phases((1 << qubits) - 1, block.angleOfMask));
        return new Result(phases, block.network);
    }

    private void add(Primitive primitive) {
        switch (primitive) {
            case Phases phases ->
                phases.angleOfMask().forEach((mask, angle) -> angleOfMask.merge(parity(mask), angle, Angle::plus));
            case Flip flip -> {
                int control = Integer.numberOfTrailingZeros(flip.controls());
                set(flip.target(), parities[flip.target()] ^ parities[control]);
                extend(flip);
            }
            case Exchange exchange -> {
                int first = parities[exchange.first()];
                set(exchange.first(), parities[exchange.second()]);
                set(exchange.second(), first);
                extend(exchange);
            }
            case Primitive.Dense dense -> throw new IllegalStateException("Not linear: " + dense);
            case Primitive.Fused fused -> throw new IllegalStateException("Not linear: " + fused);
            case Primitive.Mirror mirror -> throw new IllegalStateException("Not linear: " + mirror);
        }
    }

    /** The parity of the state that entered which equals the parity of these qubits now. */
    private int parity(int mask) {
        int parity = 0;
        for (int rest = mask; rest != 0; rest &= rest - 1) {
            parity ^= parities[Integer.numberOfTrailingZeros(rest)];
        }
        return parity;
    }

    private void set(int qubit, int parity) {
        int own = 1 << qubit;
        displaced += (parity == own ? 0 : 1) - (parities[qubit] == own ? 0 : 1);
        parities[qubit] = parity;
    }

    private void extend(Primitive primitive) {
        network.add(primitive);
        if (displaced == 0) {
            network.clear();
        }
    }
}
