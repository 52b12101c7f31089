// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.program;

import java.util.List;
import org.nifiquantum.engine.circuit.BitString;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.circuit.Register;

/** What a source describes. */
public sealed interface Program {

    int qubits();

    /** The registers of the result, numbered through in this order. */
    List<Register> registers();

    /** The names of the inputs, in the order in which bindings give their values. */
    List<String> parameters();

    Remarks remarks();

    /** A program that is a circuit, whatever its inputs are. */
    record Static(Circuit circuit, Remarks remarks) implements Program {
        @Override
        public int qubits() {
            return circuit.qubits();
        }

        @Override
        public List<Register> registers() {
            return circuit.registers();
        }

        @Override
        public List<String> parameters() {
            return circuit.parameters();
        }
    }

    /**
     * A program whose steps depend on outcomes of measurements or on its inputs.
     *
     * @param registers empty if every qubit is measured at the end, qubit i into bit i
     * @param line where it stops being a circuit, counted from 1
     * @param column counted from 1
     * @param reason why it is no circuit
     */
    record Dynamic(
            int qubits,
            List<Register> registers,
            List<String> parameters,
            Remarks remarks,
            int line,
            int column,
            String reason,
            Body body)
            implements Program {
        public Dynamic {
            registers = List.copyOf(registers);
            parameters = List.copyOf(parameters);
        }

        /** How many bits a shot gives. */
        public int bits() {
            return registers.isEmpty()
                    ? qubits
                    : registers.stream().mapToInt(Register::size).sum();
        }

        /**
         * The program for given inputs: a circuit, if it was only the inputs that were missing.
         *
         * @param bindings the value of each parameter
         */
        public Program bind(double... bindings) {
            return body.bind(this, bindings);
        }

        /**
         * Goes through the program once.
         *
         * @param machine all of whose qubits are 0
         * @return the bits of all registers, a later register to the left
         */
        public BitString run(QuantumMachine machine, double... bindings) {
            return body.run(this, machine, bindings);
        }
    }

    /** The steps of a dynamic program. Thread-safe; each run has its own memory. */
    interface Body {

        /** See {@link Dynamic#bind}. */
        Program bind(Dynamic program, double... bindings);

        /** See {@link Dynamic#run}. */
        BitString run(Dynamic program, QuantumMachine machine, double... bindings);
    }
}
