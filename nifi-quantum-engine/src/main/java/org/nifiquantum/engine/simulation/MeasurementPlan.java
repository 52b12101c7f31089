// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.nifiquantum.engine.circuit.Barrier;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.circuit.CircuitBuilder;
import org.nifiquantum.engine.circuit.GateOperation;
import org.nifiquantum.engine.circuit.Measurement;
import org.nifiquantum.engine.circuit.MeasurementMap;
import org.nifiquantum.engine.circuit.Operation;
import org.nifiquantum.engine.operator.PauliSum;
import org.nifiquantum.engine.operator.PauliTerm;

/**
 * How the expectation of an observable is got from counts: a circuit becomes one circuit for each group of terms that can be
 * measured together, and the counts of these become the estimate. For every backend that gives counts only. Immutable.
 *
 * <p>Terms are grouped by qubit-wise commutation, the largest coefficients first (O. Crawford et al., Quantum 5, 385 (2021)).
 */
public final class MeasurementPlan {
    private final double constant;
    private final List<MeasurementGroup> groups;

    private MeasurementPlan(double constant, List<MeasurementGroup> groups) {
        this.constant = constant;
        this.groups = List.copyOf(groups);
    }

    public static MeasurementPlan of(PauliSum observable) {
        List<PauliTerm> terms = observable.terms().stream()
                .filter(term -> term.coefficient() != 0)
                .sorted(Comparator.comparingDouble(term -> -Math.abs(term.coefficient())))
                .toList();
        List<List<PauliTerm>> groups = new ArrayList<>();
        for (PauliTerm term : terms) {
            groups.stream()
                    .filter(group ->
                            group.stream().allMatch(other -> other.string().commutesQubitWiseWith(term.string())))
                    .findFirst()
                    .orElseGet(() -> {
                        List<PauliTerm> added = new ArrayList<>();
                        groups.add(added);
                        return added;
                    })
                    .add(term);
        }
        return new MeasurementPlan(
                observable.constant(),
                groups.stream().map(MeasurementGroup::new).toList());
    }

    /** The groups; none if the observable is a constant. */
    public List<MeasurementGroup> groups() {
        return groups;
    }

    /** Whether the circuit as it is, every qubit measured, tells the expectation: of observables of Z letters only. */
    public boolean needsNoBasisChange() {
        return groups.stream().allMatch(group -> group.basisChange().isEmpty());
    }

    /**
     * The circuits to run, one for each group: the gates of the given one, then a change of basis, then the measurement of
     * every qubit i into bit i of one register {@code c}. Measurements of the given circuit are left out, parameters stay open.
     *
     * @throws IllegalArgumentException if a gate follows the measurement of its qubit, or the observable acts on more qubits
     */
    public List<Circuit> circuits(Circuit circuit) {
        MeasurementMap.of(circuit);
        return groups.stream().map(group -> measuring(circuit, group)).toList();
    }

    private static Circuit measuring(Circuit circuit, MeasurementGroup group) {
        CircuitBuilder builder = Circuit.builder(circuit.qubits());
        circuit.parameters().forEach(builder::parameter);
        for (Operation operation : circuit.operations()) {
            switch (operation) {
                case GateOperation gate -> builder.add(gate);
                case Barrier barrier -> builder.add(barrier);
                case Measurement measurement -> {}
            }
        }
        group.basisChange().forEach(builder::add);
        return builder.measureAll().build();
    }

    /**
     * Shares out shots among the groups, in proportion to the largest scatter each can have, {@code sum |c|}; at least 1 each
     * and {@code total} in all, if there are no more groups than shots.
     */
    public List<Integer> shots(int total) {
        double weight = groups.stream().mapToDouble(MeasurementGroup::weight).sum();
        List<Integer> shots = new ArrayList<>();
        double due = 0;
        int given = 0;
        for (int index = 0; index < groups.size(); index++) {
            due += groups.get(index).weight() / weight * total;
            int later = groups.size() - 1 - index;
            int share = Math.clamp(Math.round(due) - given, 1, Math.max(1, total - given - later));
            shots.add(share);
            given += share;
        }
        return shots;
    }

    /**
     * The expectation with its standard error, constant included.
     *
     * @param counts of the circuits of {@link #circuits}, in the same order
     */
    public Estimate estimate(List<Counts> counts) {
        if (counts.size() != groups.size()) {
            throw new IllegalArgumentException(
                    "The plan has %d circuits, but there are counts of %d".formatted(groups.size(), counts.size()));
        }
        double value = constant;
        double variance = 0;
        for (int index = 0; index < groups.size(); index++) {
            Estimate estimate = estimate(groups.get(index), counts.get(index));
            value += estimate.value();
            variance += estimate.standardError() * estimate.standardError();
        }
        return new Estimate(value, Math.sqrt(variance));
    }

    /** The mean over the shots; its error is that of their scatter or, of a single shot, the largest possible one. */
    private static Estimate estimate(MeasurementGroup group, Counts counts) {
        int shots = counts.shots();
        double[] values = new double[counts.size()];
        Arrays.setAll(values, index -> group.value(counts.outcome(index)));
        double sum = 0;
        for (int index = 0; index < values.length; index++) {
            sum += values[index] * counts.times(index);
        }
        double mean = sum / shots;
        double squares = 0;
        for (int index = 0; index < values.length; index++) {
            squares += (values[index] - mean) * (values[index] - mean) * counts.times(index);
        }
        double error = shots == 1 ? group.weight() : Math.sqrt(squares / (shots - 1) / shots);
        return new Estimate(mean, error);
    }
}
