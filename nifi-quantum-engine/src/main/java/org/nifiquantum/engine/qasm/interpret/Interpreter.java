// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm.interpret;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.circuit.Register;
import org.nifiquantum.engine.program.Program;
import org.nifiquantum.engine.program.Remarks;
import org.nifiquantum.engine.qasm.OpenQasmException;
import org.nifiquantum.engine.qasm.ast.Statement;

/**
 * Gives the statements of a source their meaning. They are written down as a circuit as they come; only where that cannot be
 * are they kept, checked on all branches and interpreted anew for each way that outcomes can go.
 */
public final class Interpreter {
    private final Dialect dialect;
    private final Source source;
    private final List<Integer> physicalQubits;

    public Interpreter(Dialect dialect, Source source) {
        this.dialect = dialect;
        this.source = source;
        this.physicalQubits = source.physicalQubits();
    }

    /** The names that the statements declare, for libraries of gates. */
    public Map<String, Symbol> declared() {
        Session session = session(Inputs.OPEN, new CircuitTarget(), false);
        session.executor().run(source.open());
        return session.executor().global().declared();
    }

    /** The circuit that the statements describe; or, if steps depend on outcomes or inputs, the program. */
    public Program program() {
        Source.Pass pass = source.open();
        try {
            CircuitTarget target = new CircuitTarget();
            Session session = session(Inputs.OPEN, target, false);
            Circuit circuit = circuit(session, target, pass);
            return new Program.Static(circuit, remarks(pass.remarks(), session));
        } catch (NotKnownException e) {
            return dynamic(e);
        }
    }

    /** The program for given inputs. */
    Program bind(Program.Dynamic open, List<Statement> statements, Inputs inputs) {
        try {
            CircuitTarget target = new CircuitTarget();
            Circuit circuit = circuit(session(inputs, target, false), target, statements.iterator());
            return new Program.Static(circuit, open.remarks());
        } catch (NotKnownException e) {
            return open;
        }
    }

    Session session(Inputs inputs, QuantumTarget target, boolean checking) {
        return new Session(dialect, inputs, physicalQubits, target, checking);
    }

    private static Circuit circuit(Session session, CircuitTarget target, Iterator<Statement> statements) {
        session.executor().run(statements);
        return new CircuitResult(session.globals(), target.operations(), session.inputs()).circuit();
    }

    private Program dynamic(NotKnownException reason) {
        if (source.characters() > Limits.DYNAMIC_CHARACTERS) {
            throw new OpenQasmException(
                    reason.place(),
                    "%s; a program that runs shot by shot can have at most %d characters, not %d"
                            .formatted(reason.getMessage(), Limits.DYNAMIC_CHARACTERS, source.characters()));
        }
        List<Statement> statements = new ArrayList<>();
        Source.Pass pass = source.open();
        pass.forEachRemaining(statements::add);

        Session session = session(Inputs.OPEN, new CheckTarget(), true);
        session.executor().run(statements.iterator());
        Globals globals = session.globals();
        List<Register> registers = Results.registers(globals);
        return new Program.Dynamic(
                globals.qubits(),
                registers,
                List.copyOf(globals.parameters()),
                remarks(pass.remarks(), session),
                reason.place().line(),
                reason.place().column(),
                reason.getMessage(),
                new ProgramBody(this, List.copyOf(statements), registers));
    }

    private static Remarks remarks(Remarks ofText, Session session) {
        Set<String> notes = new LinkedHashSet<>(ofText.notes());
        notes.addAll(session.notes());
        return new Remarks(List.copyOf(notes), ofText.pragmas(), ofText.annotations());
    }
}
