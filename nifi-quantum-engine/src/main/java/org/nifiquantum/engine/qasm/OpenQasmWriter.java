// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.nifiquantum.engine.circuit.Barrier;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.circuit.GateOperation;
import org.nifiquantum.engine.circuit.Measurement;
import org.nifiquantum.engine.circuit.Operation;

/**
 * Writes OpenQASM 3.0 in one canonical form: all qubits in the register {@code q}, all bits in {@code c} (more underscores
 * where a parameter has that name), definitions of gates before them, inputs first. Of the user's names only those of
 * parameters and gates are left.
 */
public final class OpenQasmWriter {
    private final Circuit circuit;
    private final String qubitRegister;
    private final String bitRegister;
    private final GateDefinitions definitions;
    private final StringBuilder text = new StringBuilder();

    private OpenQasmWriter(Circuit circuit) {
        this.circuit = circuit;
        Set<String> taken = new HashSet<>(circuit.parameters());
        this.qubitRegister = Names.free("q", taken);
        this.bitRegister = Names.free("c", taken);
        taken.add(qubitRegister);
        taken.add(bitRegister);
        this.definitions = new GateDefinitions(taken);
    }

    /**
     * The source of a circuit; reading it gives the same operations.
     *
     * @throws IllegalArgumentException if the name of a parameter is a word of OpenQASM
     */
    public static String write(Circuit circuit) {
        return new OpenQasmWriter(circuit).write();
    }

    private String write() {
        text.append("OPENQASM 3.0;\ninclude \"stdgates.inc\";\n");
        for (String parameter : circuit.parameters()) {
            requireName(parameter);
            text.append("input float[64] ").append(parameter).append(";\n");
        }
        for (Operation operation : circuit.operations()) {
            if (operation instanceof GateOperation gate) {
                definitions.define(gate.gate(), text);
            }
        }
        declare("qubit", circuit.qubits(), qubitRegister);
        declare("bit", circuit.bits(), bitRegister);
        for (int index = 0; index < circuit.operations().size(); ) {
            index += measuresAllFrom(index)
                    ? writeMeasureAll()
                    : write(circuit.operations().get(index));
        }
        return text.toString();
    }

    private void declare(String type, int size, String name) {
        if (size > 0) {
            text.append("%s[%d] %s;\n".formatted(type, size, name));
        }
    }

    private int write(Operation operation) {
        switch (operation) {
            case GateOperation gate -> text.append(definitions.call(gate, this::qubit));
            case Barrier barrier -> text.append("barrier ").append(qubits(barrier.qubits()));
            case Measurement measurement ->
                text.append(
                        "%s[%d] = measure %s".formatted(bitRegister, measurement.bit(), qubit(measurement.qubit())));
        }
        text.append(";\n");
        return 1;
    }

    private boolean measuresAllFrom(int index) {
        List<Operation> operations = circuit.operations();
        int size = circuit.qubits();
        return size > 1
                && size == circuit.bits()
                && index + size <= operations.size()
                && IntStream.range(0, size)
                        .allMatch(qubit -> operations.get(index + qubit).equals(new Measurement(qubit, qubit)));
    }

    private int writeMeasureAll() {
        text.append("%s = measure %s;\n".formatted(bitRegister, qubitRegister));
        return circuit.qubits();
    }

    private String qubits(List<Integer> qubits) {
        boolean all = qubits.equals(IntStream.range(0, circuit.qubits()).boxed().toList());
        return all ? qubitRegister : qubits.stream().map(this::qubit).collect(Collectors.joining(", "));
    }

    private String qubit(int index) {
        return qubitRegister + "[" + index + "]";
    }

    private static void requireName(String parameter) {
        if (Names.isReserved(parameter)) {
            throw new IllegalArgumentException(
                    "Parameter %s cannot be written: it is a word of OpenQASM".formatted(parameter));
        }
    }
}
