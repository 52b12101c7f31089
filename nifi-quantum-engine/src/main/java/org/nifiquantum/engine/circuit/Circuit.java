// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.circuit;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A quantum circuit: qubits, classical bits, open parameters and operations in order. Immutable.
 *
 * <p>Bits are numbered through all classical registers in the order of their declaration, so that the {@link BitString} of
 * all bits shows a later register to the left of an earlier one, without spaces.
 */
public final class Circuit {
    private final int qubits;
    private final List<Register> registers;
    private final List<String> parameters;
    private final List<Operation> operations;

    Circuit(int qubits, List<Register> registers, List<String> parameters, List<Operation> operations) {
        this.qubits = qubits;
        this.registers = List.copyOf(registers);
        this.parameters = List.copyOf(parameters);
        this.operations = List.copyOf(operations);
    }

    public static CircuitBuilder builder(int qubits) {
        return new CircuitBuilder(qubits);
    }

    public int qubits() {
        return qubits;
    }

    /** How many classical bits there are, in all registers. */
    public int bits() {
        int bits = 0;
        for (Register register : registers) {
            bits += register.size();
        }
        return bits;
    }

    /** The classical registers in the order of their declaration. */
    public List<Register> registers() {
        return registers;
    }

    /** The names of the open parameters in the order of their declaration, which is the order of bindings. */
    public List<String> parameters() {
        return parameters;
    }

    public List<Operation> operations() {
        return operations;
    }

    /**
     * The number of gates on the longest path. A call of a defined gate counts 1, however it is made; a barrier aligns its
     * qubits but adds nothing; measurements and global phases are not counted.
     */
    public int depth() {
        return CircuitMetrics.depth(this);
    }

    /** How many gate operations act on two qubits or more. */
    public int twoQubitGates() {
        return CircuitMetrics.twoQubitGates(this);
    }

    /** How often each gate is called, by identifier. */
    public Map<String, Integer> gateCounts() {
        Map<String, Integer> counts = new TreeMap<>();
        for (Operation operation : operations) {
            if (operation instanceof GateOperation gate) {
                counts.merge(gate.gate().identifier(), 1, Integer::sum);
            }
        }
        return Collections.unmodifiableMap(counts);
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof Circuit other
                && qubits == other.qubits
                && registers.equals(other.registers)
                && parameters.equals(other.parameters)
                && operations.equals(other.operations);
    }

    @Override
    public int hashCode() {
        return Objects.hash(qubits, registers, parameters, operations);
    }

    @Override
    public String toString() {
        return "Circuit[%d qubits, %d bits, %d operations]".formatted(qubits, bits(), operations.size());
    }
}
