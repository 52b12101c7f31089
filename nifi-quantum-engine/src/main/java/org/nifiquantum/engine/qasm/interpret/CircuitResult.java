// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm.interpret;

import java.util.Arrays;
import java.util.List;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.circuit.CircuitBuilder;
import org.nifiquantum.engine.circuit.Measurement;
import org.nifiquantum.engine.circuit.Operation;

/** Makes a circuit of operations that were written down, with the registers that the program gives as its result. */
final class CircuitResult {
    private final Globals globals;
    private final List<Operation> operations;
    private final Inputs inputs;

    CircuitResult(Globals globals, List<Operation> operations, Inputs inputs) {
        this.globals = globals;
        this.operations = operations;
        this.inputs = inputs;
    }

    /** The circuit, unless the result holds what no circuit gives: a number, or a bit that no measurement has set to 1. */
    Circuit circuit() {
        int[] resultBits = new int[globals.bits()];
        Arrays.fill(resultBits, BitMemory.NOT_IN_CIRCUIT);
        CircuitBuilder builder = Circuit.builder(globals.qubits());
        int bits = 0;
        for (Globals.Variable variable : globals.results()) {
            if (!(variable.reference() instanceof Symbol.Bits register)) {
                throw new NotKnownException(
                        variable.place(), "output '%s' is no register of bits".formatted(variable.name()));
            }
            if (register.view().hasOnes()) {
                throw new NotKnownException(
                        variable.place(), "'%s' holds a 1 that was not measured".formatted(variable.name()));
            }
            builder.register(variable.name(), register.view().size());
            for (BitView.Bit bit : register.view().bits()) {
                resultBits[bit.memory().circuitBit(bit.position())] = bits++;
            }
        }
        if (inputs.open()) {
            globals.parameters().forEach(builder::parameter);
        }
        for (Operation operation : operations) {
            if (!(operation instanceof Measurement measurement)) {
                builder.add(operation);
            } else if (resultBits[measurement.bit()] != BitMemory.NOT_IN_CIRCUIT) {
                builder.add(new Measurement(measurement.qubit(), resultBits[measurement.bit()]));
            }
        }
        return builder.build();
    }
}
