// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm.interpret;

import java.util.ArrayList;
import java.util.List;
import org.nifiquantum.engine.circuit.DefinedGate;
import org.nifiquantum.engine.circuit.GateOperation;
import org.nifiquantum.engine.qasm.OpenQasmException;
import org.nifiquantum.engine.qasm.ast.Place;

/** Gathers what a gate is made of. Barriers do nothing to the state, and a gate is one step for all that compare circuits. */
final class GateBodyTarget implements QuantumTarget {
    private final String gate;
    private final List<GateOperation> operations = new ArrayList<>();
    private long expandedGates;
    private int deepest;

    GateBodyTarget(String gate) {
        this.gate = gate;
    }

    List<GateOperation> operations() {
        return operations;
    }

    /** The gate under its name, once all of its body is known. */
    Symbol.GateName named(DefinedGate made) {
        // A call takes time even where the body is empty.
        return new Symbol.GateName(made, Math.max(1, expandedGates), deepest + 1);
    }

    @Override
    public void expanding(Place place, long expanded, int depth, Budget budget) {
        expandedGates += expanded;
        Budget.requireExpandable(place, expandedGates);
        deepest = Math.max(deepest, depth);
        if (deepest >= Limits.DEFINITIONS) {
            throw new OpenQasmException(
                    place, "definitions of gates are nested more than %d deep".formatted(Limits.DEFINITIONS));
        }
    }

    @Override
    public void gate(Place place, GateOperation operation) {
        operations.add(operation);
    }

    @Override
    public Outcome measure(Place place, int qubit, int bit) {
        throw new OpenQasmException(place, "gate '%s' cannot measure".formatted(gate));
    }

    @Override
    public void reset(Place place, int qubit) {
        throw new OpenQasmException(place, "gate '%s' cannot reset".formatted(gate));
    }

    @Override
    public void barrier(Place place, List<Integer> qubits) {}
}
