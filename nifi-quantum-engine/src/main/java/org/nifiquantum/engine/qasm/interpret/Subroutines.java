// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm.interpret;

import java.util.List;
import java.util.Optional;
import org.nifiquantum.engine.qasm.OpenQasmException;
import org.nifiquantum.engine.qasm.ast.Expr;
import org.nifiquantum.engine.qasm.ast.Parameter;
import org.nifiquantum.engine.qasm.ast.Place;
import org.nifiquantum.engine.qasm.ast.Statement;
import org.nifiquantum.engine.qasm.ast.TypeName;

/** Calls subroutines: values are copied, qubits and arrays are shared with the caller. */
final class Subroutines {
    private final Session session;
    private Optional<Value> result = Optional.empty();
    private int depth;

    Subroutines(Session session) {
        this.session = session;
    }

    /** The value that a call returns, if any. */
    Optional<Value> call(Symbol.Subroutine subroutine, List<Expr> arguments, Scope caller, Place place) {
        Statement.SubroutineDefinition definition = subroutine.definition();
        if (arguments.size() != definition.parameters().size()) {
            throw new OpenQasmException(
                    place,
                    "subroutine '%s' takes %d arguments, not %d"
                            .formatted(
                                    definition.name(), definition.parameters().size(), arguments.size()));
        }
        if (session.checking() && session.doubt().any() && depth >= Limits.DOUBTFUL_CALLS) {
            throw new NotKnownException(place, "it is not known how often the subroutine calls itself");
        }
        Scope scope = subroutine.scope().innerOfSubroutine();
        for (int index = 0; index < arguments.size(); index++) {
            bind(definition.parameters().get(index), arguments.get(index), scope, caller);
        }
        session.budget().enter(place, Limits.CALL_WEIGHT);
        depth++;
        boolean outer = session.doubt().enterSubroutine();
        Flow flow = session.executor().execute(definition.body(), scope);
        boolean inDoubt = session.doubt().leaveSubroutine(outer);
        depth--;
        session.budget().leave(Limits.CALL_WEIGHT);
        return result(definition, flow, inDoubt, place);
    }

    /** Whether a subroutine is under way. */
    boolean active() {
        return depth > 0;
    }

    /** Takes the value of a return statement. */
    void returned(Statement.Return statement, Scope scope) {
        result = statement.value().map(value -> session.evaluator().evaluateOrUnknown(value, scope));
    }

    private Optional<Value> result(Statement.SubroutineDefinition definition, Flow flow, boolean inDoubt, Place place) {
        if (definition.result().isEmpty()) {
            return Optional.empty();
        }
        if (inDoubt) {
            throw new NotKnownException(place, "the outcome of a measurement is needed");
        }
        Value value = result.filter(ignored -> flow == Flow.RETURN).orElseThrow(() -> nothing(definition, place));
        if (value instanceof Value.Unknown unknown) {
            throw new NotKnownException(place, unknown.reason());
        }
        return Optional.of(Conversions.assign(
                value,
                session.types()
                        .resolve(definition.result().get(), session.executor().global()),
                place));
    }

    private static OpenQasmException nothing(Statement.SubroutineDefinition definition, Place place) {
        return new OpenQasmException(place, "subroutine '%s' ended without a return".formatted(definition.name()));
    }

    private void bind(Parameter parameter, Expr argument, Scope scope, Scope caller) {
        switch (parameter) {
            case Parameter.Classical classical -> {
                Type type = session.types().resolve(classical.type(), scope);
                Value value = session.evaluator().evaluateOrUnknown(argument, caller);
                session.declarations()
                        .variable(
                                classical.place(), classical.name(), type, Optional.of(value), argument.place(), scope);
            }
            case Parameter.SharedArray array -> share(array, argument, scope, caller);
            case Parameter.Qubits qubits -> {
                Symbol.Qubits given = session.references().qubits(argument, caller);
                int size = qubits.size().isPresent()
                        ? session.types().size(qubits.size().get(), "The size of a register", scope)
                        : 1;
                if (given.indices().size() != size) {
                    throw new OpenQasmException(
                            argument.place(),
                            "%s is %s, expected %d qubits"
                                    .formatted(References.describe(argument), given.kind(), size));
                }
                scope.declare(
                        qubits.place(),
                        qubits.name(),
                        new Symbol.Qubits(given.indices(), qubits.size().isEmpty()));
            }
        }
    }

    private void share(Parameter.SharedArray parameter, Expr argument, Scope scope, Scope caller) {
        Symbol.Reference reference = session.references().resolve(argument, caller);
        if (!(reference instanceof Symbol.Stored stored) || !(stored.slot().get() instanceof Value.Array array)) {
            throw References.wrongKind(argument, reference, "an array");
        }
        if (parameter.mutable() && stored.constant()) {
            throw new OpenQasmException(
                    argument.place(), "%s cannot be changed here".formatted(References.describe(argument)));
        }
        Type.Array type = array.view().type();
        if (parameter.type() instanceof TypeName.Array wanted) {
            Type element = session.types().resolve(wanted.element(), scope);
            int dimensions = parameter.dimensions().isPresent()
                    ? session.types().size(parameter.dimensions().get(), "The number of dimensions", scope)
                    : wanted.dimensions().size();
            boolean sizesFit = wanted.dimensions().isEmpty()
                    || session.types().resolve(wanted, scope).equals(type);
            if (!element.equals(type.element())
                    || dimensions != type.dimensions().size()
                    || !sizesFit) {
                throw new OpenQasmException(
                        argument.place(),
                        "%s is %s, which does not fit parameter '%s'"
                                .formatted(References.describe(argument), type.text(), parameter.name()));
            }
        }
        scope.declare(parameter.place(), parameter.name(), new Symbol.Stored(stored.slot(), !parameter.mutable()));
    }
}
