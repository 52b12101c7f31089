// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.braket;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.nifiquantum.engine.circuit.StandardGate;
import org.nifiquantum.services.support.BoundCircuit;
import org.nifiquantum.services.support.QasmText;

/**
 * Circuits as OpenQASM 3 in Braket's gates, which no file has to be included for. Every qubit i is measured into bit i, in that order: the
 * columns of a result are then the qubits, whichever of its two rules a device follows.
 */
final class BraketProgram {

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

    private BraketProgram() {}

    /**
     * The source of a circuit.
     *
     * @param supported Braket's names of the gates that the device takes
     */
    static String of(BoundCircuit circuit, Set<String> supported) {
        Map<StandardGate, String> own = OWN_NAMES.entrySet().stream()
                .filter(gate -> supported.contains(gate.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return QasmText.of(circuit, new QasmText.Vocabulary("OPENQASM 3.0;\n", Map.of(), own));
    }
}
