// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm;

import java.util.HashMap;
import java.util.Map;
import org.nifiquantum.engine.circuit.StandardGate;

/**
 * What OpenQASM 3 predefines: its constants, its built-in gates and those of {@code stdgates.inc}. The gates are known even
 * where the include is missing, as several tools write sources.
 */
final class StandardLibrary {
    private static final Map<String, Double> CONSTANTS =
            Map.of("pi", Math.PI, "π", Math.PI, "tau", 2 * Math.PI, "τ", 2 * Math.PI, "euler", Math.E, "ℇ", Math.E);

    static final Map<String, Symbol> SYMBOLS = symbols();

    private StandardLibrary() {}

    static boolean isConstant(String name) {
        return CONSTANTS.containsKey(name);
    }

    private static Map<String, Symbol> symbols() {
        Map<String, Symbol> symbols = new HashMap<>();
        CONSTANTS.forEach((name, value) -> symbols.put(name, Symbol.Quantity.of(value)));
        for (StandardGate gate : StandardGate.values()) {
            symbols.put(gate.identifier(), Symbol.GateName.of(gate));
        }
        return Map.copyOf(symbols);
    }
}
