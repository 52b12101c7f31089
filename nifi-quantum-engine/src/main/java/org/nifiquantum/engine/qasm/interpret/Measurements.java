// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm.interpret;

import java.util.List;
import org.nifiquantum.engine.circuit.BitString;
import org.nifiquantum.engine.qasm.OpenQasmException;
import org.nifiquantum.engine.qasm.ast.Expr;
import org.nifiquantum.engine.qasm.ast.Place;
import org.nifiquantum.engine.qasm.ast.Statement;
import org.nifiquantum.engine.qasm.interpret.QuantumTarget.Outcome;

/** Measures qubits, into bits whose outcome need not be known or into whatever can take a known one. */
final class Measurements {
    private static final String NEEDED = "the outcome of a measurement is needed";

    private final Session session;

    Measurements(Session session) {
        this.session = session;
    }

    void execute(Statement.Measurement measurement, Scope scope) {
        Symbol.Qubits source = session.references().qubits(measurement.qubits(), scope);
        if (measurement.target().isEmpty()) {
            source.indices().forEach(qubit -> measure(measurement.place(), qubit, BitMemory.NOT_IN_CIRCUIT));
            return;
        }
        Expr target = measurement.target().get();
        into(session.references().resolve(target, scope), target, source, measurement.place());
    }

    /** Measures into what a name stands for. */
    void into(Symbol.Reference target, Expr name, Symbol.Qubits source, Place place) {
        if (target instanceof Symbol.Bits bits) {
            requireSize(source, bits.view().size(), place);
            session.assignments().requireVariable(target, name);
            for (int index = 0; index < source.indices().size(); index++) {
                into(bits.view().bits().get(index), source.indices().get(index), place);
            }
            return;
        }
        Slot slot = switch (target) {
            case Symbol.NumberBits bits -> {
                requireSize(source, bits.positions().size(), place);
                yield bits.slot();
            }
            case Symbol.Stored stored -> stored.slot();
            default -> throw References.wrongKind(name, target, "bits");
        };
        session.globals().measuredInto(slot);
        session.assignments().assign(target, name, outcomes(source, place), place);
    }

    /** The outcomes as a value. */
    Value value(Expr.Measure measure, Scope scope) {
        return outcomes(session.references().qubits(measure.qubits(), scope), measure.place());
    }

    private Value outcomes(Symbol.Qubits source, Place place) {
        boolean[] outcomes = new boolean[source.indices().size()];
        boolean known = true;
        for (int index = 0; index < outcomes.length; index++) {
            Outcome outcome = measure(place, source.indices().get(index), BitMemory.NOT_IN_CIRCUIT);
            outcomes[index] = outcome == Outcome.ONE;
            known &= outcome != Outcome.NOT_YET_KNOWN;
        }
        if (!known) {
            return session.unknown(new NotKnownException(place, NEEDED));
        }
        return new Value.Bits(BitString.of(outcomes), source.scalar());
    }

    private void into(BitView.Bit bit, int qubit, Place place) {
        switch (measure(place, qubit, bit.memory().circuitBit(bit.position()))) {
            case ZERO -> bit.memory().set(bit.position(), false);
            case ONE -> bit.memory().set(bit.position(), true);
            case NOT_YET_KNOWN -> bit.memory().setUnknown(bit.position());
        }
    }

    private Outcome measure(Place place, int qubit, int bit) {
        session.budget().operation(place, 1);
        return session.target().measure(place, qubit, bit);
    }

    private static void requireSize(Symbol.Qubits source, int bits, Place place) {
        List<Integer> qubits = source.indices();
        if (qubits.size() != bits) {
            throw new OpenQasmException(place, "%d qubits are measured into %d bits".formatted(qubits.size(), bits));
        }
    }
}
