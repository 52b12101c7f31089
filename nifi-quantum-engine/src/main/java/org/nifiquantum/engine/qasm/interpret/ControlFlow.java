// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.nifiquantum.engine.qasm.OpenQasmException;
import org.nifiquantum.engine.qasm.ast.Block;
import org.nifiquantum.engine.qasm.ast.Expr;
import org.nifiquantum.engine.qasm.ast.Index;
import org.nifiquantum.engine.qasm.ast.Operator;
import org.nifiquantum.engine.qasm.ast.Place;
import org.nifiquantum.engine.qasm.ast.Statement;

/**
 * Branches, loops and jumps. Where a condition is not known and the program is only checked, every branch is gone through, and
 * what it assigns is not known afterwards.
 */
final class ControlFlow {
    private static final String UNKNOWN_ELEMENT = "the elements of the loop are not known";

    private final Session session;
    private final Executor executor;
    private int loops;

    ControlFlow(Session session, Executor executor) {
        this.session = session;
        this.executor = executor;
    }

    Flow execute(Statement.If branches, Scope scope) {
        boolean sure = true;
        for (Statement.Branch branch : branches.branches()) {
            Optional<Boolean> holds = session.evaluator().condition(branch.condition(), scope);
            if (holds.isEmpty()) {
                sure = false;
                session.doubt().during(() -> block(branch.body(), scope));
            } else if (holds.get()) {
                return branch(branch.body(), sure, scope);
            }
        }
        return branches.otherwise().isPresent() ? branch(branches.otherwise().get(), sure, scope) : Flow.NEXT;
    }

    Flow execute(Statement.Switch branches, Scope scope) {
        Value subject = session.evaluator().evaluateOrUnknown(branches.subject(), scope);
        boolean sure = true;
        for (Statement.Case branch : branches.cases()) {
            Optional<Boolean> holds = matches(subject, branch, scope);
            if (holds.isEmpty()) {
                sure = false;
                session.doubt().during(() -> block(branch.body(), scope));
            } else if (holds.get()) {
                return branch(branch.body(), sure, scope);
            }
        }
        return branches.otherwise().isPresent() ? branch(branches.otherwise().get(), sure, scope) : Flow.NEXT;
    }

    Flow execute(Statement.While loop, Scope scope) {
        boolean outer = enterLoop();
        try {
            while (true) {
                session.budget().step(loop.place());
                Optional<Boolean> holds = session.evaluator().condition(loop.condition(), scope);
                if (holds.isEmpty()) {
                    session.doubt().during(() -> block(loop.body(), scope));
                    return Flow.NEXT;
                }
                if (!holds.get()) {
                    return Flow.NEXT;
                }
                Flow flow = block(loop.body(), scope);
                if (flow == Flow.RETURN) {
                    return flow;
                }
                if (flow == Flow.BREAK || session.doubt().mayHaveLeft()) {
                    return Flow.NEXT;
                }
            }
        } finally {
            leaveLoop(outer);
        }
    }

    Flow execute(Statement.For loop, Scope scope) {
        Optional<Type> type = loop.type().map(name -> session.types().resolve(name, scope));
        List<Value> elements;
        try {
            elements = elements(loop.set(), scope);
        } catch (NotKnownException e) {
            session.unknown(e);
            elements = List.of(new Value.Unknown(UNKNOWN_ELEMENT));
        }
        boolean outer = enterLoop();
        try {
            for (Value element : elements) {
                session.budget().step(loop.place());
                Flow flow = iteration(loop, type, element, scope);
                if (flow == Flow.RETURN) {
                    return flow;
                }
                if (flow == Flow.BREAK || session.doubt().mayHaveLeft()) {
                    break;
                }
            }
            return Flow.NEXT;
        } finally {
            leaveLoop(outer);
        }
    }

    Flow execute(Statement.Return jump, Scope scope) {
        if (!session.subroutines().active()) {
            throw new OpenQasmException(jump.place(), "return stands outside of a subroutine");
        }
        session.subroutines().returned(jump, scope);
        return session.doubt().filter(Flow.RETURN);
    }

    Flow jump(Flow jump, Place place) {
        if (loops == 0) {
            throw new OpenQasmException(
                    place, "%s stands outside of a loop".formatted(jump == Flow.BREAK ? "break" : "continue"));
        }
        return session.doubt().filter(jump);
    }

    Flow end() {
        if (session.doubt().any()) {
            session.doubt().forGood();
            return Flow.NEXT;
        }
        throw new EndException();
    }

    private Flow branch(Block body, boolean sure, Scope scope) {
        if (sure) {
            return block(body, scope);
        }
        session.doubt().during(() -> block(body, scope));
        return Flow.NEXT;
    }

    private Flow block(Block block, Scope scope) {
        return executor.execute(block, scope.inner());
    }

    private Flow iteration(Statement.For loop, Optional<Type> type, Value element, Scope scope) {
        Scope inner = scope.inner();
        if (element instanceof Value.Unknown) {
            Type known = type.orElse(Type.Whole.LITERAL);
            inner.declare(loop.place(), loop.name(), new Symbol.Stored(new Cell(element, known), false));
            session.doubt().during(() -> executor.execute(loop.body(), inner));
            return Flow.NEXT;
        }
        session.declarations()
                .variable(
                        loop.place(),
                        loop.name(),
                        type.orElse(Type.Whole.LITERAL),
                        Optional.of(element),
                        loop.place(),
                        inner);
        return executor.execute(loop.body(), inner);
    }

    private List<Value> elements(Statement.ForSet set, Scope scope) {
        return switch (set) {
            case Statement.ForSet.Indices indices ->
                switch (indices.index()) {
                    case Index.Range range -> session.indices().numbers(range, scope);
                    case Index.Set elements -> {
                        List<Value> values = new ArrayList<>();
                        for (Expr element : elements.positions()) {
                            values.add(session.evaluator().evaluate(element, scope));
                        }
                        yield values;
                    }
                    case Index.Single single -> throw new IllegalStateException("No loop goes through " + single);
                };
            case Statement.ForSet.Elements value -> elements(value.value(), scope);
        };
    }

    private List<Value> elements(Expr expression, Scope scope) {
        return switch (session.evaluator().evaluate(expression, scope)) {
            case Value.Bits bits ->
                IntStream.range(0, bits.size())
                        .mapToObj(bit -> (Value) Value.Bits.one(bits.bits().get(bit)))
                        .toList();
            case Value.Array array
            when array.view().dimensions().size() == 1 ->
                IntStream.range(0, array.view().size())
                        .mapToObj(index -> array.view().slot(index).get())
                        .toList();
            case Value other ->
                throw new OpenQasmException(
                        expression.place(),
                        "%s is given, expected a range, a set, a register of bits or an array of one dimension"
                                .formatted(other.kind()));
        };
    }

    private Optional<Boolean> matches(Value subject, Statement.Case branch, Scope scope) {
        boolean sure = true;
        for (Expr label : branch.labels()) {
            Value value = session.evaluator().evaluateOrUnknown(label, scope);
            if (value instanceof Value.Unknown || subject instanceof Value.Unknown) {
                sure = false;
            } else if (Comparisons.compare(Operator.EQUAL, subject, value, label.place())) {
                return Optional.of(true);
            }
        }
        return sure ? Optional.of(false) : Optional.empty();
    }

    private boolean enterLoop() {
        loops++;
        return session.doubt().enterLoop();
    }

    private void leaveLoop(boolean outer) {
        loops--;
        session.doubt().leaveLoop(outer);
    }
}
