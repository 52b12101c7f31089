// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm;

import java.util.HashMap;
import java.util.Map;
import org.nifiquantum.engine.circuit.Expression;
import org.nifiquantum.engine.circuit.StandardGate;
import org.nifiquantum.engine.qasm.interpret.Symbol;

/**
 * What OpenQASM 3 predefines: its constants, its built-in gates and those of {@code stdgates.inc}; and names that tools use
 * beyond it. The gates are known even where the include is missing, as several tools write sources.
 */
final class StandardLibrary {
    private static final Map<String, Double> CONSTANTS =
            Map.of("pi", Math.PI, "π", Math.PI, "tau", 2 * Math.PI, "τ", 2 * Math.PI, "euler", Math.E, "ℇ", Math.E);

    /** Names that Amazon Braket gives to gates of the library; its sources include nothing. */
    private static final Map<String, StandardGate> OTHER_NAMES = Map.of(
            "cnot", StandardGate.CX,
            "ccnot", StandardGate.CCX,
            "i", StandardGate.ID,
            "si", StandardGate.SDG,
            "ti", StandardGate.TDG,
            "v", StandardGate.SX,
            "phaseshift", StandardGate.P,
            "cphaseshift", StandardGate.CP);

    /** Gates that Qiskit and Braket name beyond the library. */
    private static final String DEFINITIONS = """
            gate sxdg a { inv @ sx a; }
            gate vi a { inv @ sx a; }
            gate csx a, b { ctrl @ sx a, b; }
            gate iswap a, b { s a; s b; h a; cx a, b; cx b, a; h b; }
            gate rxx(theta) a, b { h a; h b; cx a, b; rz(theta) b; cx a, b; h a; h b; }
            gate ryy(theta) a, b { rx(pi / 2) a; rx(pi / 2) b; cx a, b; rz(theta) b; cx a, b; rx(-pi / 2) a; rx(-pi / 2) b; }
            gate rzz(theta) a, b { cx a, b; rz(theta) b; cx a, b; }
            gate xx(theta) a, b { rxx(theta) a, b; }
            gate yy(theta) a, b { ryy(theta) a, b; }
            gate zz(theta) a, b { rzz(theta) a, b; }
            """;

    static final Map<String, Symbol> SYMBOLS = symbols();

    private StandardLibrary() {}

    static boolean isConstant(String name) {
        return CONSTANTS.containsKey(name);
    }

    private static Map<String, Symbol> symbols() {
        Map<String, Symbol> symbols = new HashMap<>();
        CONSTANTS.forEach((name, value) -> symbols.put(name, Symbol.number(Expression.constant(value))));
        for (StandardGate gate : StandardGate.values()) {
            symbols.put(gate.identifier(), Symbol.GateName.of(gate));
        }
        OTHER_NAMES.forEach((name, gate) -> symbols.put(name, Symbol.GateName.of(gate)));
        symbols.putAll(OpenQasmReader.declared(DEFINITIONS, Version.THREE, Map.copyOf(symbols)));
        return Map.copyOf(symbols);
    }
}
