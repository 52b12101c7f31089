// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm.interpret;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nifiquantum.engine.circuit.BitString;
import org.nifiquantum.engine.circuit.Register;
import org.nifiquantum.engine.qasm.OpenQasmException;
import org.nifiquantum.engine.qasm.ast.Place;

/** Reads the result of a program as bits: registers as they are, numbers as their binary digits. */
final class Results {
    private Results() {}

    /** The registers of the result, numbered through in the order of their declaration. */
    static List<Register> registers(Globals globals) {
        List<Register> registers = new ArrayList<>();
        int bits = 0;
        for (Globals.Variable variable : globals.results()) {
            int size = bits(variable);
            registers.add(new Register(variable.name(), bits, size));
            bits += size;
        }
        return registers;
    }

    private static int bits(Globals.Variable variable) {
        return switch (variable.reference()) {
            case Symbol.Bits bits -> bits.view().size();
            case Symbol.Stored stored ->
                switch (stored.slot().type()) {
                    case Type.Whole whole -> whole.width();
                    case Type.Angle angle -> angle.width();
                    case Type.Bool bool -> 1;
                    default ->
                        throw new OpenQasmException(
                                variable.place(),
                                "result '%s' of type %s has no bits; expected bit, bool, int, uint or angle"
                                        .formatted(
                                                variable.name(),
                                                stored.slot().type().text()));
                };
            default -> throw new IllegalStateException("No result: " + variable);
        };
    }

    static BitString read(Globals globals, List<Register> registers) {
        int size = registers.stream().mapToInt(Register::size).sum();
        boolean[] bits = new boolean[size];
        Map<String, Globals.Variable> variables = new HashMap<>();
        globals.variables().forEach(variable -> variables.put(variable.name(), variable));
        for (Register register : registers) {
            Globals.Variable variable = variables.get(register.name());
            if (variable == null) {
                // The program ended before it declared this one.
                continue;
            }
            BitString value = read(variable.reference(), variable.place());
            for (int bit = 0; bit < register.size(); bit++) {
                bits[register.first() + bit] = value.get(bit);
            }
        }
        return BitString.of(bits);
    }

    private static BitString read(Symbol.Reference reference, Place place) {
        return switch (reference) {
            case Symbol.Bits bits -> bits.view().read(place);
            case Symbol.Stored stored -> Bits.of(stored.slot().get(), place);
            default -> throw new IllegalStateException("No result: " + reference);
        };
    }
}
