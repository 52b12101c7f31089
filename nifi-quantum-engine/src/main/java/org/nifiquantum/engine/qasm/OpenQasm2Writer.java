// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.nifiquantum.engine.circuit.Barrier;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.circuit.DefinedGate;
import org.nifiquantum.engine.circuit.Expression;
import org.nifiquantum.engine.circuit.GateOperation;
import org.nifiquantum.engine.circuit.Measurement;
import org.nifiquantum.engine.circuit.Operation;
import org.nifiquantum.engine.circuit.StandardGate;

/**
 * Writes OpenQASM 2.0 over {@code qelib1.inc}: all qubits in the register {@code q}, all bits in {@code c}, gates of the
 * source's own replaced by what they are made of. Reading it gives the same unitary up to a global phase, which version 2
 * leaves open.
 */
public final class OpenQasm2Writer {
    /** What version 2 calls a gate that it knows under another name. */
    private static final Map<StandardGate, String> OTHER_NAMES = Map.of(
            StandardGate.BUILTIN_U, "u3",
            StandardGate.P, "u1",
            StandardGate.PHASE_GATE, "u1",
            StandardGate.CP, "cu1",
            StandardGate.CPHASE, "cu1",
            StandardGate.LEGACY_CX, "cx");

    private final ToDoubleFunction<String> values;
    private final StringBuilder text = new StringBuilder();

    private OpenQasm2Writer(ToDoubleFunction<String> values) {
        this.values = values;
    }

    /**
     * The source of a circuit.
     *
     * @throws IllegalArgumentException if the circuit has open parameters, which version 2 cannot write
     */
    public static String write(Circuit circuit) {
        return write(circuit, Map.of());
    }

    /**
     * The source of a circuit with values in place of its parameters.
     *
     * @throws IllegalArgumentException if a parameter has no value
     */
    public static String write(Circuit circuit, Map<String, Double> values) {
        if (!values.keySet().containsAll(circuit.parameters())) {
            throw new IllegalArgumentException(
                    "OpenQASM 2 has no inputs; give each of the parameters %s a value".formatted(circuit.parameters()));
        }
        return new OpenQasm2Writer(values::get).writeAll(circuit);
    }

    private String writeAll(Circuit circuit) {
        text.append("OPENQASM 2.0;\ninclude \"qelib1.inc\";\n");
        declare("qreg q", circuit.qubits());
        declare("creg c", circuit.bits());
        for (Operation operation : circuit.operations()) {
            switch (operation) {
                case GateOperation gate -> write(gate);
                case Barrier barrier ->
                    line("barrier " + qubits(barrier.qubits()), barrier.qubits().isEmpty());
                case Measurement measurement ->
                    line("measure q[%d] -> c[%d]".formatted(measurement.qubit(), measurement.bit()), false);
            }
        }
        return text.toString();
    }

    private void declare(String register, int size) {
        line("%s[%d]".formatted(register, size), size == 0);
    }

    private void write(GateOperation operation) {
        switch (operation.gate()) {
            case DefinedGate defined -> operation.expand().forEach(this::write);
            case StandardGate gate -> {
                String name = OTHER_NAMES.getOrDefault(gate, gate.identifier());
                String parameters = operation.parameters().isEmpty()
                        ? ""
                        : operation.parameters().stream().map(this::number).collect(Collectors.joining(", ", "(", ")"));
                line(name + parameters + " " + qubits(operation.qubits()), gate == StandardGate.GPHASE);
            }
        }
    }

    private void line(String statement, boolean nothing) {
        if (!nothing) {
            text.append(statement).append(";\n");
        }
    }

    /** The shortest digits that read back as the same double. */
    private String number(Expression expression) {
        return Double.toString(expression.evaluate(values));
    }

    private static String qubits(List<Integer> qubits) {
        return qubits.stream().map("q[%d]"::formatted).collect(Collectors.joining(", "));
    }
}
