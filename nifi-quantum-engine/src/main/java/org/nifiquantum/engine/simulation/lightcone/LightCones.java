// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.lightcone;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.circuit.MeasurementMap;
import org.nifiquantum.engine.operator.PauliSum;
import org.nifiquantum.engine.operator.PauliTerm;

/**
 * An observable and a circuit made ready for exact expectations at many bindings, term by term: each from its light cone, cones of
 * one shape once. The cost grows with the number of terms and not with that of qubits; how large a cone may be depends on how it is
 * connected more than on its size. Immutable and thread-safe.
 */
public final class LightCones {
    private final List<String> parameters;
    private final double constant;
    private final SumProgram program;
    private final List<Share> shares;

    /** What cones of one shape give to the expectation: a coefficient times the product of numbers. */
    private record Share(double coefficient, List<Integer> numbers) {}

    private LightCones(Circuit circuit, double constant, SumPlan plan, List<Share> shares) {
        this.parameters = circuit.parameters();
        this.constant = constant;
        this.program = new SumProgram(plan.nodes());
        this.shares = List.copyOf(shares);
    }

    /**
     * Finds the cones and plans their sums.
     *
     * @return empty if they take more than the limits allow
     * @throws IllegalArgumentException if a gate follows the measurement of its qubit, or the observable acts on qubits beyond
     *     those of the circuit
     */
    public static Optional<LightCones> compile(Circuit circuit, PauliSum observable, ConeLimits limits) {
        MeasurementMap.of(circuit);
        if (observable.span() > circuit.qubits()) {
            throw new IllegalArgumentException("The observable acts on qubit %d of a circuit with %d qubits"
                    .formatted(observable.span() - 1, circuit.qubits()));
        }
        SumPlan plan = new SumPlan(limits);
        ConeShapes shapes = new ConeShapes(circuit);
        List<Double> coefficients = new ArrayList<>();
        List<List<Integer>> numbers = new ArrayList<>();
        for (PauliTerm term : observable.terms()) {
            int shape = shapes.number(term.string());
            if (shape < coefficients.size()) {
                coefficients.set(shape, coefficients.get(shape) + term.coefficient());
                continue;
            }
            Optional<List<Integer>> planned = plan.add(Network.of(shapes.cone(shape)));
            if (planned.isEmpty()) {
                return Optional.empty();
            }
            coefficients.add(term.coefficient());
            numbers.add(planned.get());
        }
        List<Share> shares = new ArrayList<>();
        for (int shape = 0; shape < coefficients.size(); shape++) {
            shares.add(new Share(coefficients.get(shape), numbers.get(shape)));
        }
        return Optional.of(new LightCones(circuit, observable.constant(), plan, shares));
    }

    /** How many cones are computed: of those of one shape, one. */
    public int cones() {
        return shares.size();
    }

    /** Roughly how much memory it takes between evaluations. */
    public long bytes() {
        return program.bytes();
    }

    /**
     * The expectation, constant included.
     *
     * @param bindings the value of each parameter of the circuit, in their order
     */
    public double expectation(double... bindings) {
        if (bindings.length != parameters.size()) {
            throw new IllegalArgumentException("The circuit has the parameters %s, but %d values are given"
                    .formatted(parameters, bindings.length));
        }
        Map<String, Double> values = new HashMap<>();
        for (int index = 0; index < bindings.length; index++) {
            if (!Double.isFinite(bindings[index])) {
                throw new IllegalArgumentException(
                        "Parameter %s is %s".formatted(parameters.get(index), bindings[index]));
            }
            values.put(parameters.get(index), bindings[index]);
        }
        Table[] tables = program.evaluate(values::get);
        double expectation = constant;
        for (Share share : shares) {
            expectation += share.coefficient * real(share.numbers, tables);
        }
        return expectation;
    }

    /** The real part of a product; the imaginary part of an expectation is rounding. */
    private static double real(List<Integer> numbers, Table[] tables) {
        Table product = new Table(0);
        product.set(0, 1, 0);
        for (int number : numbers) {
            product.multiply(0, tables[number].real[0], tables[number].imaginary[0]);
        }
        return product.real[0];
    }
}
