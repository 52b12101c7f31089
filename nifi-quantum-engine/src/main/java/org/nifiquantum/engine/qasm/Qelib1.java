// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.nifiquantum.engine.circuit.Expression;
import org.nifiquantum.engine.circuit.StandardGate;
import org.nifiquantum.engine.qasm.interpret.Symbol;

/**
 * What OpenQASM 2 predefines: pi, its built-in gates and those of {@code qelib1.inc}, the paper's (arXiv:1707.03429, section
 * 5) and those that Qiskit added since. Gates are known even where the include is missing.
 *
 * <p>Controlled gates have the phases of Qiskit's file: {@code cu3} is {@code diag(1, e^(i(p+l)/2))} on the control times the
 * paper's. Of the others version 2 leaves the global phase open.
 */
final class Qelib1 {
    /** Gates of version 3 that are neither built into version 2 nor in its library; {@code U} has another phase there. */
    private static final Set<StandardGate> VERSION_THREE_ONLY =
            EnumSet.of(StandardGate.GPHASE, StandardGate.BUILTIN_U, StandardGate.PHASE_GATE, StandardGate.CPHASE);

    /** The gates that the table of standard gates lacks. */
    private static final String DEFINITIONS = """
            gate u0(gamma) a { id a; }
            gate sxdg a { s a; h a; s a; }
            gate csx a, b { h b; cu1(pi/2) a, b; h b; }
            gate cu3(theta, phi, lambda) a, b { cu(theta, phi, lambda, 0) a, b; }
            gate rxx(theta) a, b { h a; h b; cx a, b; rz(theta) b; cx a, b; h a; h b; }
            gate rzz(theta) a, b { cx a, b; rz(theta) b; cx a, b; }
            gate rccx a, b, c { h c; t c; cx b, c; tdg c; cx a, c; t c; cx b, c; tdg c; h c; }
            gate rc3x a, b, c, d {
              h d; t d; cx c, d; tdg d; h d;
              cx a, d; t d; cx b, d; tdg d; cx a, d; t d; cx b, d; tdg d;
              h d; t d; cx c, d; tdg d; h d;
            }
            // 4abc is the sum of a, b, c and their joint parity, less the parities of the three pairs.
            gate c3x a, b, c, d {
              h d;
              cu1(pi/4) a, d; cx a, b; cu1(-pi/4) b, d; cx a, b; cu1(pi/4) b, d;
              cx b, c; cu1(-pi/4) c, d; cx a, c; cu1(pi/4) c, d; cx b, c; cu1(-pi/4) c, d; cx a, c; cu1(pi/4) c, d;
              h d;
            }
            gate c3sqrtx a, b, c, d {
              h d;
              cu1(pi/8) a, d; cx a, b; cu1(-pi/8) b, d; cx a, b; cu1(pi/8) b, d;
              cx b, c; cu1(-pi/8) c, d; cx a, c; cu1(pi/8) c, d; cx b, c; cu1(-pi/8) c, d; cx a, c; cu1(pi/8) c, d;
              h d;
            }
            gate c4x a, b, c, d, e {
              h e; cu1(pi/2) d, e; h e;
              c3x a, b, c, d;
              h e; cu1(-pi/2) d, e; h e;
              c3x a, b, c, d;
              c3sqrtx a, b, c, e;
            }
            """;

    static final Map<String, Symbol> SYMBOLS = symbols();

    private Qelib1() {}

    private static Map<String, Symbol> symbols() {
        Map<String, Symbol> symbols = new HashMap<>();
        symbols.put("pi", Symbol.number(Expression.constant(Math.PI)));
        for (StandardGate gate : EnumSet.complementOf(EnumSet.copyOf(VERSION_THREE_ONLY))) {
            symbols.put(gate.identifier(), Symbol.GateName.of(gate));
        }
        symbols.put("U", Symbol.GateName.of(StandardGate.U3));
        symbols.put("u", Symbol.GateName.of(StandardGate.U3));
        symbols.put("cu1", Symbol.GateName.of(StandardGate.CP));

        symbols.putAll(OpenQasmReader.declared(DEFINITIONS, Version.TWO, Map.copyOf(symbols)));
        return Map.copyOf(symbols);
    }
}
