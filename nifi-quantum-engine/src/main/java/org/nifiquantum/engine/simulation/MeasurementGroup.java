// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.nifiquantum.engine.circuit.BitString;
import org.nifiquantum.engine.circuit.GateOperation;
import org.nifiquantum.engine.circuit.StandardGate;
import org.nifiquantum.engine.operator.Pauli;
import org.nifiquantum.engine.operator.PauliTerm;

/** Terms of an observable that one circuit measures together. Immutable. */
public final class MeasurementGroup {
    private final List<PauliTerm> terms;
    private final double[] coefficients;
    /** The qubits of each term, whose parity gives its sign. */
    private final int[][] qubits;

    /**
     * Puts terms together.
     *
     * @param terms any two have the same letter on every qubit where both have one
     */
    public MeasurementGroup(List<PauliTerm> terms) {
        this.terms = List.copyOf(terms);
        this.coefficients = terms.stream().mapToDouble(PauliTerm::coefficient).toArray();
        this.qubits = terms.stream()
                .map(term -> term.string().letters().keySet().stream()
                        .mapToInt(Integer::intValue)
                        .toArray())
                .toArray(int[][]::new);
    }

    public List<PauliTerm> terms() {
        return terms;
    }

    /** The letter that is measured on each qubit that has one. */
    public SortedMap<Integer, Pauli> basis() {
        SortedMap<Integer, Pauli> basis = new TreeMap<>();
        terms.forEach(term -> basis.putAll(term.string().letters()));
        return basis;
    }

    /** The gates after which measuring Z measures the basis: {@code h} for X; {@code sdg, h} for Y. */
    public List<GateOperation> basisChange() {
        List<GateOperation> gates = new ArrayList<>();
        for (Map.Entry<Integer, Pauli> entry : basis().entrySet()) {
            List<Integer> qubit = List.of(entry.getKey());
            switch (entry.getValue()) {
                case X -> gates.add(new GateOperation(StandardGate.H, List.of(), qubit));
                case Y -> {
                    gates.add(new GateOperation(StandardGate.SDG, List.of(), qubit));
                    gates.add(new GateOperation(StandardGate.H, List.of(), qubit));
                }
                case Z -> {}
            }
        }
        return gates;
    }

    /** The value that an outcome of the measured circuit gives to the sum of the terms; bit i is qubit i. */
    public double value(BitString outcome) {
        double value = 0;
        for (int term = 0; term < coefficients.length; term++) {
            boolean odd = false;
            for (int qubit : qubits[term]) {
                odd ^= outcome.get(qubit);
            }
            value += odd ? -coefficients[term] : coefficients[term];
        }
        return value;
    }

    /** {@code sum |c|}: no value is larger. */
    public double weight() {
        return terms.stream().mapToDouble(term -> Math.abs(term.coefficient())).sum();
    }
}
