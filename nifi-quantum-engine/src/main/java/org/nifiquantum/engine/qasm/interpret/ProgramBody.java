// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm.interpret;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nifiquantum.engine.circuit.BitString;
import org.nifiquantum.engine.circuit.Register;
import org.nifiquantum.engine.program.Program;
import org.nifiquantum.engine.program.QuantumMachine;
import org.nifiquantum.engine.qasm.ast.Statement;

/** The steps of a dynamic program, gone through anew for each run. */
final class ProgramBody implements Program.Body {
    private final Interpreter interpreter;
    private final List<Statement> statements;
    private final List<Register> registers;

    ProgramBody(Interpreter interpreter, List<Statement> statements, List<Register> registers) {
        this.interpreter = interpreter;
        this.statements = statements;
        this.registers = registers;
    }

    @Override
    public Program bind(Program.Dynamic program, double... bindings) {
        return interpreter.bind(program, statements, inputs(program.parameters(), bindings));
    }

    @Override
    public BitString run(Program.Dynamic program, QuantumMachine machine, double... bindings) {
        Inputs inputs = inputs(program.parameters(), bindings);
        Session session = interpreter.session(inputs, new MachineTarget(machine), false);
        session.executor().run(statements.iterator());
        if (!registers.isEmpty()) {
            return Results.read(session.globals(), registers);
        }
        boolean[] outcomes = new boolean[program.qubits()];
        for (int qubit = 0; qubit < session.globals().qubits(); qubit++) {
            outcomes[qubit] = machine.measure(qubit);
        }
        return BitString.of(outcomes);
    }

    private static Inputs inputs(List<String> parameters, double... bindings) {
        if (bindings.length != parameters.size()) {
            throw new IllegalArgumentException(
                    "The program has the inputs %s, but %d values are given".formatted(parameters, bindings.length));
        }
        Map<String, Double> values = new HashMap<>();
        for (int index = 0; index < bindings.length; index++) {
            if (!Double.isFinite(bindings[index])) {
                throw new IllegalArgumentException("Input %s is %s".formatted(parameters.get(index), bindings[index]));
            }
            values.put(parameters.get(index), bindings[index]);
        }
        return Inputs.of(values);
    }
}
