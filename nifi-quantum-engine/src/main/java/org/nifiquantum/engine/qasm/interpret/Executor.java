// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm.interpret;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import org.nifiquantum.engine.qasm.OpenQasmException;
import org.nifiquantum.engine.qasm.ast.Block;
import org.nifiquantum.engine.qasm.ast.Expr;
import org.nifiquantum.engine.qasm.ast.Statement;

/** Carries out statements. */
final class Executor {
    private final Session session;
    private final Scope global;
    private final ControlFlow controlFlow;

    Executor(Session session) {
        this.session = session;
        this.global = Scope.global(session.dialect().predefined());
        this.controlFlow = new ControlFlow(session, this);
    }

    Scope global() {
        return global;
    }

    /** Goes through a whole program. */
    void run(Iterator<Statement> statements) {
        try {
            while (statements.hasNext()) {
                execute(statements.next(), global);
            }
        } catch (EndException e) {
            // What follows is not done, but has to be OpenQASM.
            statements.forEachRemaining(statement -> {});
        }
    }

    /** Goes through a block whose scope has been made. */
    Flow execute(Block block, Scope scope) {
        for (Statement statement : block.statements()) {
            Flow flow = execute(statement, scope);
            if (flow != Flow.NEXT) {
                return flow;
            }
        }
        return Flow.NEXT;
    }

    private Flow execute(Statement statement, Scope scope) {
        session.budget().step(statement.place());
        session.budget().enter(statement.place(), Limits.STATEMENT_WEIGHT);
        try {
            return flow(statement, scope);
        } catch (NotKnownException e) {
            session.unknown(e);
            forget(statement, scope);
            return Flow.NEXT;
        } catch (IllegalArgumentException e) {
            throw new OpenQasmException(statement.place(), e.getMessage());
        } finally {
            session.budget().leave(Limits.STATEMENT_WEIGHT);
        }
    }

    private Flow flow(Statement statement, Scope scope) {
        return switch (statement) {
            case Statement.If branches -> controlFlow.execute(branches, scope);
            case Statement.For loop -> controlFlow.execute(loop, scope);
            case Statement.While loop -> controlFlow.execute(loop, scope);
            case Statement.Switch branches -> controlFlow.execute(branches, scope);
            case Statement.Box box -> {
                box.duration().ifPresent(duration -> session.evaluator().evaluate(duration, scope));
                yield execute(box.body(), scope.inner());
            }
            case Statement.Break jump -> controlFlow.jump(Flow.BREAK, jump.place());
            case Statement.Continue jump -> controlFlow.jump(Flow.CONTINUE, jump.place());
            case Statement.Return jump -> controlFlow.execute(jump, scope);
            case Statement.End end -> controlFlow.end();
            default -> {
                simple(statement, scope);
                yield Flow.NEXT;
            }
        };
    }

    private void simple(Statement statement, Scope scope) {
        switch (statement) {
            case Statement.Call call -> session.gateCalls().call(call, scope);
            case Statement.Measurement measurement -> session.measurements().execute(measurement, scope);
            case Statement.Assignment assignment -> session.assignments().execute(assignment, scope);
            case Statement.Declaration declaration -> session.declarations().declare(declaration, scope);
            case Statement.QubitDeclaration declaration ->
                session.declarations().qubits(declaration, scope);
            case Statement.Alias alias -> session.declarations().alias(alias, scope);
            case Statement.GateDefinition definition -> session.gateCalls().define(definition, scope);
            case Statement.OpaqueGate gate -> scope.declare(gate.place(), gate.name(), new Symbol.OpaqueGate());
            case Statement.SubroutineDefinition definition -> {
                Declarations.requireGlobal(definition.place(), "subroutines", scope);
                scope.declare(definition.place(), definition.name(), new Symbol.Subroutine(definition, scope));
            }
            case Statement.Extern extern ->
                throw new OpenQasmException(
                        extern.place(),
                        "extern '%s' is a function of some other system and cannot be called here; write it as a def"
                                .formatted(extern.name()));
            case Statement.Reset reset ->
                session.references().qubits(reset.qubits(), scope).indices().forEach(qubit -> {
                    session.budget().operation(reset.place(), 1);
                    session.target().reset(reset.place(), qubit);
                });
            case Statement.Barrier barrier -> barrier(barrier, scope);
            case Statement.Wait wait -> {
                wait.duration().ifPresent(duration -> time(duration, scope));
                wait.operands().forEach(operand -> session.references().qubits(operand, scope));
            }
            default -> throw new IllegalStateException("Unknown kind of statement: " + statement);
        }
    }

    private void time(Expr duration, Scope scope) {
        Value value = session.evaluator().evaluateOrUnknown(duration, scope);
        if (!(value instanceof Value.Time || value instanceof Value.Unknown)) {
            throw new OpenQasmException(
                    duration.place(), "%s is given, expected a duration such as 100ns".formatted(value.kind()));
        }
        session.note(duration.place(), "delays do nothing here: the simulator has no clock");
    }

    private void barrier(Statement.Barrier barrier, Scope scope) {
        List<Integer> qubits = barrier.operands().isEmpty()
                ? GateCalls.first(session.globals().qubits())
                : named(barrier.operands(), scope);
        session.budget().operation(barrier.place(), qubits.size());
        session.target().barrier(barrier.place(), qubits);
    }

    /** The qubits of operands, each once. By bits: a hash of each would take as long as all else of a wide barrier. */
    private List<Integer> named(List<Expr> operands, Scope scope) {
        BitSet seen = new BitSet();
        List<Integer> qubits = new ArrayList<>();
        for (Expr operand : operands) {
            for (int qubit : session.references().qubits(operand, scope).indices()) {
                if (!seen.get(qubit)) {
                    seen.set(qubit);
                    qubits.add(qubit);
                }
            }
        }
        return qubits;
    }

    private void forget(Statement statement, Scope scope) {
        switch (statement) {
            case Statement.Assignment assignment -> session.assignments().forget(assignment.target(), scope);
            case Statement.Measurement measurement ->
                measurement.target().ifPresent(target -> session.assignments().forget(target, scope));
            default -> {
                // Nothing is assigned.
            }
        }
    }
}
