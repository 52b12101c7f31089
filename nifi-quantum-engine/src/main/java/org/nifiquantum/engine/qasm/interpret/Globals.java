// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm.interpret;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.nifiquantum.engine.qasm.OpenQasmException;
import org.nifiquantum.engine.qasm.ast.Place;

/** The qubits, bits, inputs and results that a program declares. */
final class Globals {

    /** A global variable that may be part of the result. */
    record Variable(String name, Place place, Symbol.Reference reference, boolean output) {}

    private final List<Integer> physicalQubits;
    private final List<String> parameters = new ArrayList<>();
    private final List<Variable> variables = new ArrayList<>();
    private final Set<Slot> measured = Collections.newSetFromMap(new IdentityHashMap<>());
    private int qubits;
    private int bits;

    /**
     * Nothing declared yet.
     *
     * @param physicalQubits the numbers of the qubits that the source names by number, rising; the first is qubit 0
     */
    Globals(List<Integer> physicalQubits) {
        this.physicalQubits = physicalQubits;
        this.qubits = physicalQubits.size();
    }

    int qubits() {
        return qubits;
    }

    int bits() {
        return bits;
    }

    List<String> parameters() {
        return parameters;
    }

    /** Takes new qubits and gives the first. */
    int addQubits(Place place, int size) {
        if (!physicalQubits.isEmpty()) {
            throw new OpenQasmException(
                    place,
                    "qubits are declared beside physical ones ($%d); use one kind only"
                            .formatted(physicalQubits.get(0)));
        }
        if (size > Limits.QUBITS - qubits) {
            throw new OpenQasmException(place, "the circuit has more than %d qubits".formatted(Limits.QUBITS));
        }
        qubits += size;
        return qubits - size;
    }

    int physicalQubit(int number) {
        return Collections.binarySearch(physicalQubits, number);
    }

    /** Takes new bits of the circuit and gives the first. */
    int addBits(Place place, int size) {
        requireBits(place, (long) bits + size);
        bits += size;
        return bits - size;
    }

    static void requireBits(Place place, long size) {
        if (size > Limits.BITS) {
            throw new OpenQasmException(place, "the circuit has more than %d bits".formatted(Limits.BITS));
        }
    }

    void add(Variable variable) {
        variables.add(variable);
    }

    List<Variable> variables() {
        return variables;
    }

    void measuredInto(Slot slot) {
        measured.add(slot);
    }

    /** What the program gives: its outputs; without any its bit registers, and the numbers that it measures into. */
    List<Variable> results() {
        boolean declared = variables.stream().anyMatch(Variable::output);
        return variables.stream()
                .filter(variable -> declared ? variable.output() : isResult(variable.reference()))
                .toList();
    }

    private boolean isResult(Symbol.Reference reference) {
        return reference instanceof Symbol.Bits
                || (reference instanceof Symbol.Stored stored && measured.contains(stored.slot()));
    }
}
