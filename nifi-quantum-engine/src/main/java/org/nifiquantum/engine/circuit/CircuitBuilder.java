// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.circuit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Builds a {@link Circuit} step by step; every step is checked as it is taken. Not thread-safe. */
public final class CircuitBuilder {
    /** Lists of one qubit, which most gates have: shared, since there are more gates than qubits. */
    private static final List<List<Integer>> ALONE =
            IntStream.range(0, 32).mapToObj(List::of).toList();

    private final int qubits;
    private final List<Register> registers = new ArrayList<>();
    private final Set<String> parameters = new LinkedHashSet<>();
    private final List<Operation> operations = new ArrayList<>();
    private int bits;

    CircuitBuilder(int qubits) {
        if (qubits < 0) {
            throw new IllegalArgumentException("A circuit cannot have %d qubits".formatted(qubits));
        }
        this.qubits = qubits;
    }

    /** Declares the classical register {@code c} of the given size. */
    public CircuitBuilder bits(int size) {
        return register("c", size);
    }

    /** Declares a classical register; its bits are numbered after those declared before. */
    public CircuitBuilder register(String name, int size) {
        if (registers.stream().anyMatch(register -> register.name().equals(name))) {
            throw new IllegalArgumentException("Register %s is declared twice".formatted(name));
        }
        registers.add(new Register(name, bits, size));
        bits += size;
        return this;
    }

    /** Declares a parameter that stays open until the circuit is bound. */
    public CircuitBuilder parameter(String name) {
        Identifiers.require(name, "parameter");
        if (!parameters.add(name)) {
            throw new IllegalArgumentException("Parameter %s is declared twice".formatted(name));
        }
        return this;
    }

    public CircuitBuilder gate(Gate gate, int... qubits) {
        return gate(gate, List.of(), qubits);
    }

    public CircuitBuilder gate(Gate gate, List<Expression> parameters, int... qubits) {
        GateOperation operation = new GateOperation(gate, parameters, boxed(qubits));
        requireFits(operation);
        operations.add(operation);
        return this;
    }

    public CircuitBuilder measure(int qubit, int bit) {
        return add(new Measurement(qubit, bit));
    }

    /** Measures qubit i into bit i, for all qubits; declares the bits if there are none. */
    public CircuitBuilder measureAll() {
        if (registers.isEmpty()) {
            bits(qubits);
        }
        for (int qubit = 0; qubit < qubits; qubit++) {
            measure(qubit, qubit);
        }
        return this;
    }

    /** A barrier across the given qubits, or across all if none are given. */
    public CircuitBuilder barrier(int... qubits) {
        return add(new Barrier(
                qubits.length == 0 ? IntStream.range(0, this.qubits).boxed().toList() : boxed(qubits)));
    }

    public CircuitBuilder add(Operation operation) {
        switch (operation) {
            case GateOperation gate -> requireFits(gate);
            case Measurement measurement -> {
                requireQubit(measurement.qubit());
                if (measurement.bit() >= bits) {
                    throw new IllegalArgumentException(
                            "Measurement into bit %d of a circuit with %d bits".formatted(measurement.bit(), bits));
                }
            }
            case Barrier barrier -> requireQubits(barrier.qubits());
        }
        operations.add(operation);
        return this;
    }

    private void requireFits(GateOperation gate) {
        requireQubits(gate.qubits());
        for (int index = 0; index < gate.parameters().size(); index++) {
            requireDeclared(gate.parameters().get(index));
        }
    }

    public Circuit build() {
        return new Circuit(qubits, registers, List.copyOf(parameters), operations);
    }

    private void requireQubits(List<Integer> named) {
        for (int index = 0; index < named.size(); index++) {
            requireQubit(named.get(index));
        }
    }

    private void requireQubit(int qubit) {
        if (qubit >= qubits) {
            throw new IllegalArgumentException("Qubit %d of a circuit with %d qubits".formatted(qubit, qubits));
        }
    }

    private void requireDeclared(Expression expression) {
        if (expression instanceof Expression.Constant) {
            return;
        }
        for (String name : expression.parameters()) {
            if (!parameters.contains(name)) {
                throw new IllegalArgumentException(
                        "Parameter %s is not declared; the circuit has %s".formatted(name, parameters));
            }
        }
    }

    private static List<Integer> boxed(int[] qubits) {
        return switch (qubits.length) {
            case 1 -> qubits[0] >= 0 && qubits[0] < ALONE.size() ? ALONE.get(qubits[0]) : List.of(qubits[0]);
            case 2 -> List.of(qubits[0], qubits[1]);
            default -> Arrays.stream(qubits).boxed().toList();
        };
    }
}
