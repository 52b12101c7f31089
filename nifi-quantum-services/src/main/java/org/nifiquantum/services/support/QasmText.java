// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.support;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.nifiquantum.engine.circuit.StandardGate;

/**
 * Writes bound circuits as OpenQASM 3 in a provider's names of gates, up to a global phase. Every qubit i of the register {@code q} is
 * measured into bit i of {@code b}, in that order.
 */
public final class QasmText implements CommonGates.Sink {

    private final Vocabulary vocabulary;
    private final StringBuilder text = new StringBuilder();

    /**
     * How a provider speaks OpenQASM.
     *
     * @param preamble the version and what is included
     * @param names the provider's names of the common gates, where they differ
     * @param own its names of gates that it has besides; they take the parameters of the standard gate
     */
    public record Vocabulary(String preamble, Map<String, String> names, Map<StandardGate, String> own) {

        public Vocabulary {
            names = Map.copyOf(names);
            own = Map.copyOf(own);
        }
    }

    private QasmText(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** The source of a circuit. */
    public static String of(BoundCircuit circuit, Vocabulary vocabulary) {
        int qubits = circuit.circuit().qubits();
        QasmText program = new QasmText(vocabulary);
        program.text.append(vocabulary.preamble()).append("bit[%d] b;\nqubit[%d] q;\n".formatted(qubits, qubits));
        CommonGates.write(circuit, program);
        for (int qubit = 0; qubit < qubits; qubit++) {
            program.text.append("b[%d] = measure q[%d];\n".formatted(qubit, qubit));
        }
        return program.text.toString();
    }

    @Override
    public boolean direct(StandardGate gate, double[] parameters, List<Integer> qubits) {
        String name = vocabulary.own().get(gate);
        if (name == null) {
            return false;
        }
        write(parameters.length == 0 ? name : "%s(%s)".formatted(name, number(parameters[0])), qubits);
        return true;
    }

    @Override
    public void plain(String name, int target) {
        write(named(name), List.of(target));
    }

    @Override
    public void rotation(String name, double angle, int target) {
        write("%s(%s)".formatted(named(name), number(angle)), List.of(target));
    }

    @Override
    public void cnot(int control, int target) {
        write(named("cnot"), List.of(control, target));
    }

    @Override
    public void swap(int one, int other) {
        write(named("swap"), List.of(one, other));
    }

    private String named(String name) {
        return vocabulary.names().getOrDefault(name, name);
    }

    private void write(String gate, List<Integer> qubits) {
        text.append(gate).append(qubits.stream().map("q[%d]"::formatted).collect(Collectors.joining(", ", " ", ";\n")));
    }

    /** The shortest digits that read back as the same double; OpenQASM writes exponents small. */
    private static String number(double value) {
        return Double.toString(value).replace('E', 'e');
    }
}
