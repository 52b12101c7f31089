// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import org.nifiquantum.engine.operator.PauliSum;
import org.nifiquantum.engine.simulation.kernel.Amplitudes;
import org.nifiquantum.engine.simulation.kernel.DiagonalFunction;
import org.nifiquantum.engine.simulation.kernel.ExpectationKernel;
import org.nifiquantum.engine.simulation.kernel.FlipGroup;
import org.nifiquantum.engine.simulation.kernel.PhaseTable;
import org.nifiquantum.engine.simulation.kernel.Workers;

/**
 * An observable made ready for repeated evaluation on states of a fixed size. Terms without X and Y are one function of the
 * basis states, kept as a table; the others are grouped by the qubits they flip. Immutable and thread-safe.
 */
public final class CompiledObservable {
    private final int qubits;
    private final PauliSum observable;
    /** By rising flips, so that terms without any come first. */
    private final FlipGroup[] groups;

    private final FlipGroup[] flipping;
    private final Optional<Diagonal> diagonal;

    private final Lazy<CompiledObservable> halved;

    private CompiledObservable(PauliSum observable, int qubits, long tableBytes) {
        this.qubits = qubits;
        this.observable = observable;
        this.groups = FlipGroup.of(observable.terms());
        boolean hasDiagonal = groups.length > 0 && groups[0].flips() == 0;
        this.flipping = hasDiagonal ? Arrays.copyOfRange(groups, 1, groups.length) : groups;
        this.diagonal = hasDiagonal ? Optional.of(Diagonal.of(groups[0], qubits, tableBytes)) : Optional.empty();
        this.halved = new Lazy<>(
                () -> new CompiledObservable(HalvedObservable.of(observable, qubits), qubits - 1, tableBytes));
    }

    /** Compiles within half of the heap. */
    public static CompiledObservable compile(PauliSum observable, int qubits) {
        return compile(observable, qubits, MemoryBudget.halfOfHeap());
    }

    /**
     * Compiles for states of so many qubits.
     *
     * @throws IllegalArgumentException if the observable acts on qubits beyond them
     * @throws MemoryBudgetException if a state of so many qubits does not fit
     */
    public static CompiledObservable compile(PauliSum observable, int qubits, MemoryBudget budget) {
        budget.requireQubits(qubits);
        requireSpan(observable, qubits);
        return new CompiledObservable(observable, qubits, budget.bytesForTables());
    }

    /**
     * Prepares for a single evaluation, for which a table does not pay.
     *
     * @throws IllegalArgumentException if the observable acts on qubits beyond so many
     */
    public static CompiledObservable once(PauliSum observable, int qubits) {
        requireSpan(observable, qubits);
        return new CompiledObservable(observable, qubits, 0);
    }

    private static void requireSpan(PauliSum observable, int qubits) {
        if (observable.span() > qubits) {
            throw new IllegalArgumentException("The observable acts on qubit %d of a state with %d qubits"
                    .formatted(observable.span() - 1, qubits));
        }
    }

    public int qubits() {
        return qubits;
    }

    public PauliSum observable() {
        return observable;
    }

    /** What it is to half of a state that is its own mirror image. */
    CompiledObservable halved() {
        return halved.get();
    }

    double expectation(Amplitudes state, Workers workers) {
        double flipped = flipping.length == 0 ? 0 : ExpectationKernel.groups(state, flipping, workers);
        return observable.constant() + diagonal(state, 1, workers) + flipped;
    }

    /** The variance, which does not depend on the constant. */
    double variance(Amplitudes state, Workers workers) {
        double mean = expectation(state, workers) - observable.constant();
        double meanSquare = flipping.length == 0
                ? diagonal(state, 2, workers)
                : ExpectationKernel.squaredNorm(state, groups, workers);
        return Math.max(0, meanSquare - mean * mean);
    }

    /** Whether a state can become its own image: all is one table. */
    boolean isTable() {
        return flipping.length == 0 && table().isPresent();
    }

    private Optional<PhaseTable> table() {
        return diagonal.flatMap(function -> function.table().get());
    }

    /**
     * Fills an image with this observable, without its constant, applied to the state; gives the expectation.
     *
     * @param image may be the state itself if this is a table
     */
    double image(Amplitudes state, Amplitudes image, Workers workers) {
        Optional<PhaseTable> table = table();
        return observable.constant()
                + ExpectationKernel.image(state, image, table, table.isPresent() ? flipping : groups, workers);
    }

    private double diagonal(Amplitudes state, int power, Workers workers) {
        return diagonal.isPresent() ? diagonal.get().mean(state, power, workers) : 0;
    }

    /**
     * The terms without X and Y, as one function of the basis states.
     *
     * @param table of its values, if there is room for one
     */
    private record Diagonal(FlipGroup group, Supplier<Optional<PhaseTable>> table) {
        /** Up to so many terms, one after the other is faster than all at once. */
        private static final int FEW = 4;

        /** A table takes long to make, and of states that are kept by half it is not needed. */
        static Diagonal of(FlipGroup group, int qubits, long tableBytes) {
            return new Diagonal(
                    group,
                    PhaseTable.bytes(qubits) > tableBytes
                            ? Optional::empty
                            : new Lazy<>(() ->
                                    Optional.of(PhaseTable.of(function(group).table(qubits, group.realParts())))));
        }

        /** The mean of a power of the function. */
        double mean(Amplitudes state, int power, Workers workers) {
            Optional<PhaseTable> values = table.get();
            if (values.isPresent()) {
                return ExpectationKernel.diagonal(state, values.get(), power, workers);
            }
            return power == 1 && group.terms() <= FEW
                    ? ExpectationKernel.groups(state, new FlipGroup[] {group}, workers)
                    : ExpectationKernel.diagonal(state, function(group), group.realParts(), power, workers);
        }

        private static DiagonalFunction function(FlipGroup group) {
            return new DiagonalFunction(group.signs());
        }
    }
}
