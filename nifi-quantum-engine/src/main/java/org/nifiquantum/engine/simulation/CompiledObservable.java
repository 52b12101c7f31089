// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.nifiquantum.engine.operator.PauliSum;
import org.nifiquantum.engine.operator.PauliTerm;
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
    private final DiagonalFunction diagonal;
    private final double[] diagonalCoefficients;
    private final Optional<PhaseTable> table;
    private final FlipGroup[] flipping;
    /** All groups, the diagonal one included. */
    private final FlipGroup[] groups;

    private CompiledObservable(PauliSum observable, int qubits, long tableBytes) {
        this.qubits = qubits;
        this.observable = observable;
        Map<Integer, List<PauliTerm>> termsOfFlips = new TreeMap<>();
        for (PauliTerm term : observable.terms()) {
            int flips = (int) term.string().xMask();
            termsOfFlips.computeIfAbsent(flips, key -> new ArrayList<>()).add(term);
        }
        List<PauliTerm> diagonalTerms = termsOfFlips.getOrDefault(0, List.of());
        this.diagonal = new DiagonalFunction(signs(diagonalTerms));
        this.diagonalCoefficients = coefficients(diagonalTerms);
        this.table = diagonalTerms.isEmpty() || PhaseTable.bytes(qubits) > tableBytes
                ? Optional.empty()
                : Optional.of(PhaseTable.of(diagonal.table(qubits, diagonalCoefficients)));
        this.groups = termsOfFlips.entrySet().stream()
                .map(entry -> new FlipGroup(entry.getKey(), signs(entry.getValue()), coefficients(entry.getValue())))
                .toArray(FlipGroup[]::new);
        this.flipping =
                Arrays.stream(groups).filter(group -> group.flips() != 0).toArray(FlipGroup[]::new);
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
        if (observable.span() > qubits) {
            throw new IllegalArgumentException("The observable acts on qubit %d of a state with %d qubits"
                    .formatted(observable.span() - 1, qubits));
        }
        return new CompiledObservable(observable, qubits, budget.bytesForTables());
    }

    public int qubits() {
        return qubits;
    }

    public PauliSum observable() {
        return observable;
    }

    double expectation(Amplitudes state, Workers workers) {
        double expectation = observable.constant() + diagonal(state, 1, workers);
        for (FlipGroup group : flipping) {
            expectation += ExpectationKernel.flipping(state, group, workers);
        }
        return expectation;
    }

    /** The variance, which does not depend on the constant. */
    double variance(Amplitudes state, Workers workers) {
        double mean = expectation(state, workers) - observable.constant();
        double meanSquare = flipping.length == 0
                ? diagonal(state, 2, workers)
                : ExpectationKernel.squaredNorm(state, groups, workers);
        return Math.max(0, meanSquare - mean * mean);
    }

    /** Fills an image with this observable, without its constant, applied to the state; gives the expectation. */
    double image(Amplitudes state, Amplitudes image, Workers workers) {
        return observable.constant()
                + ExpectationKernel.image(state, image, table, table.isPresent() ? flipping : groups, workers);
    }

    private double diagonal(Amplitudes state, int power, Workers workers) {
        if (diagonalCoefficients.length == 0) {
            return 0;
        }
        return table.isPresent()
                ? ExpectationKernel.diagonal(state, table.get(), power, workers)
                : ExpectationKernel.diagonal(state, diagonal, diagonalCoefficients, power, workers);
    }

    private static int[] signs(List<PauliTerm> terms) {
        return terms.stream().mapToInt(term -> (int) term.string().zMask()).toArray();
    }

    private static double[] coefficients(List<PauliTerm> terms) {
        return terms.stream().mapToDouble(PauliTerm::coefficient).toArray();
    }
}
