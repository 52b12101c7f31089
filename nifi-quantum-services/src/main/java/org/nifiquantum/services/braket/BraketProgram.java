// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.braket;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.nifiquantum.engine.circuit.StandardGate;
import org.nifiquantum.services.support.BoundCircuit;
import org.nifiquantum.services.support.CommonGates;

/**
 * Writes circuits as OpenQASM 3 in Braket's gates, which no file has to be included for, up to a global phase. Every qubit i is measured
 * into bit i, in that order: the columns of a result are then the qubits, whichever of its two rules a device follows.
 */
final class BraketProgram implements CommonGates.Sink {

    /** Braket's names of gates that not every device has. */
    private static final Map<StandardGate, String> OWN_NAMES = Map.of(
            StandardGate.SX, "v",
            StandardGate.P, "phaseshift",
            StandardGate.PHASE_GATE, "phaseshift",
            StandardGate.U1, "phaseshift",
            StandardGate.CY, "cy",
            StandardGate.CZ, "cz",
            StandardGate.CP, "cphaseshift",
            StandardGate.CPHASE, "cphaseshift",
            StandardGate.CCX, "ccnot",
            StandardGate.CSWAP, "cswap");

    private final Set<String> supported;
    private final StringBuilder text = new StringBuilder();

    private BraketProgram(Set<String> supported) {
        this.supported = supported;
    }

    /**
     * The source of a circuit.
     *
     * @param supported Braket's names of the gates that the device takes
     */
    static String of(BoundCircuit circuit, Set<String> supported) {
        int qubits = circuit.circuit().qubits();
        BraketProgram program = new BraketProgram(supported);
        program.text.append("OPENQASM 3.0;\nbit[%d] b;\nqubit[%d] q;\n".formatted(qubits, qubits));
        CommonGates.write(circuit, program);
        for (int qubit = 0; qubit < qubits; qubit++) {
            program.text.append("b[%d] = measure q[%d];\n".formatted(qubit, qubit));
        }
        return program.text.toString();
    }

    @Override
    public boolean direct(StandardGate gate, double[] parameters, List<Integer> qubits) {
        String name = OWN_NAMES.get(gate);
        if (name == null || !supported.contains(name)) {
            return false;
        }
        String angle = parameters.length == 0 ? "" : "(" + number(parameters[0]) + ")";
        write(name + angle, qubits);
        return true;
    }

    @Override
    public void plain(String name, int target) {
        write(name, List.of(target));
    }

    @Override
    public void rotation(String name, double angle, int target) {
        write("%s(%s)".formatted(name, number(angle)), List.of(target));
    }

    @Override
    public void cnot(int control, int target) {
        write("cnot", List.of(control, target));
    }

    @Override
    public void swap(int one, int other) {
        write("swap", List.of(one, other));
    }

    private void write(String gate, List<Integer> qubits) {
        text.append(gate).append(qubits.stream().map("q[%d]"::formatted).collect(Collectors.joining(", ", " ", ";\n")));
    }

    /** The shortest digits that read back as the same double. */
    private static String number(double value) {
        return Double.toString(value).toLowerCase(Locale.ROOT);
    }
}
