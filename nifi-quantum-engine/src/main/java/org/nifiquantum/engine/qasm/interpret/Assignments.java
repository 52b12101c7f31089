// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm.interpret;

import org.nifiquantum.engine.qasm.OpenQasmException;
import org.nifiquantum.engine.qasm.ast.Expr;
import org.nifiquantum.engine.qasm.ast.Place;
import org.nifiquantum.engine.qasm.ast.Statement;

/** Changes variables. */
final class Assignments {
    private static final String MAYBE_ASSIGNED = "it may have been assigned";

    private final Session session;

    Assignments(Session session) {
        this.session = session;
    }

    void execute(Statement.Assignment assignment, Scope scope) {
        Symbol.Reference target = session.references().resolve(assignment.target(), scope);
        Place place = assignment.place();
        Value value = session.evaluator().evaluateOrUnknown(assignment.value(), scope);
        if (assignment.operator().isPresent() && !(value instanceof Value.Unknown)) {
            try {
                Value old = session.references().read(target, assignment.target());
                value = session.evaluator().combine(assignment.operator().get(), old, value, place);
            } catch (NotKnownException e) {
                value = session.unknown(e);
            }
        }
        assign(target, assignment.target(), value, place);
    }

    /** Gives a variable, or a part of one, a value of whatever type can become its own. */
    void assign(Symbol.Reference target, Expr name, Value value, Place place) {
        requireVariable(target, name);
        Value taken = session.doubt().any() ? new Value.Unknown(MAYBE_ASSIGNED) : value;
        if (value instanceof Value.Array array) {
            session.budget().steps(place, array.view().size());
        }
        switch (target) {
            case Symbol.Qubits qubits -> throw References.wrongKind(name, qubits, "a variable");
            case Symbol.Bits bits -> assign(bits, taken, place);
            case Symbol.Stored stored -> assign(stored.slot(), taken, place);
            case Symbol.NumberBits bits -> assign(bits, taken, place);
        }
    }

    private void assign(Symbol.Bits target, Value value, Place place) {
        if (value instanceof Value.Unknown) {
            target.view().forget();
            return;
        }
        if (!session.checking() && target.view().hasUnknown()) {
            throw new NotKnownException(place, "a bit is assigned that holds the outcome of a measurement");
        }
        Type type = new Type.Bits(target.view().size(), target.scalar());
        if (Conversions.assign(value, type, place) instanceof Value.Bits bits) {
            target.view().write(bits.bits());
        }
    }

    private static void assign(Slot slot, Value value, Place place) {
        if (slot.get() instanceof Value.Array target) {
            if (value instanceof Value.Unknown) {
                forget(target.view());
                return;
            }
            if (!(value instanceof Value.Array source)) {
                throw new OpenQasmException(
                        place,
                        "%s cannot become %s"
                                .formatted(value.kind(), slot.type().text()));
            }
            target.view().assign(source.view(), place);
        } else {
            slot.set(Conversions.assign(value, slot.type(), place));
        }
    }

    private static void assign(Symbol.NumberBits target, Value value, Place place) {
        Value old = target.slot().get();
        if (value instanceof Value.Unknown || old instanceof Value.Unknown) {
            target.slot().set(value instanceof Value.Unknown ? value : old);
            return;
        }
        Type type = new Type.Bits(target.positions().size(), target.scalar());
        if (Conversions.assign(value, type, place) instanceof Value.Bits bits) {
            target.slot().set(Bits.replace(old, target.positions(), bits.bits(), place));
        }
    }

    void requireVariable(Symbol.Reference target, Expr name) {
        if (target instanceof Symbol.Stored stored && stored.constant()) {
            throw new OpenQasmException(
                    name.place(), "%s is a constant and cannot be assigned".formatted(References.describe(name)));
        }
    }

    /** Marks what a statement would have assigned as not known. */
    void forget(Expr target, Scope scope) {
        switch (target) {
            case Expr.Indexed indexed -> forget(indexed.base(), scope);
            case Expr.Name name -> {
                switch (scope.find(name.name()).orElse(new Symbol.OpaqueGate())) {
                    case Symbol.Bits bits -> bits.view().forget();
                    case Symbol.Stored stored
                    when !(stored.slot().get() instanceof Value.Array) ->
                        stored.slot().set(new Value.Unknown(MAYBE_ASSIGNED));
                    case Symbol.Stored stored ->
                        forget(((Value.Array) stored.slot().get()).view());
                    default -> {
                        // Nothing that holds a value.
                    }
                }
            }
            default -> {
                // Nothing that has a name.
            }
        }
    }

    private static void forget(ArrayView array) {
        for (int index = 0; index < array.size(); index++) {
            array.slot(index).set(new Value.Unknown(MAYBE_ASSIGNED));
        }
    }
}
