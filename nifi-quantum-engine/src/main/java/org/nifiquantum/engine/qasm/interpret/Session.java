// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm.interpret;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.nifiquantum.engine.qasm.ast.Place;

/** One pass through a program: what all that interpret it share. */
final class Session {
    private final Dialect dialect;
    private final Inputs inputs;
    private final Budget budget = new Budget();
    private final Globals globals;
    private final Doubt doubt = new Doubt();
    private final Set<String> notes = new LinkedHashSet<>();
    private final Evaluator evaluator;
    private final Types types;
    private final Indices indices;
    private final References references;
    private final Measurements measurements;
    private final Subroutines subroutines;
    private final Assignments assignments;
    private final Declarations declarations;
    private final GateCalls gateCalls;
    private final Executor executor;
    private final boolean checking;
    private QuantumTarget target;

    /**
     * A pass.
     *
     * @param checking whether the pass only looks for errors, on all branches, and need not know every value
     */
    Session(Dialect dialect, Inputs inputs, List<Integer> physicalQubits, QuantumTarget target, boolean checking) {
        this.dialect = dialect;
        this.inputs = inputs;
        this.target = target;
        this.checking = checking;
        this.globals = new Globals(physicalQubits);
        this.evaluator = new Evaluator(this);
        this.types = new Types(this);
        this.indices = new Indices(evaluator, budget, dialect.negativeIndices());
        this.references = new References(this);
        this.measurements = new Measurements(this);
        this.subroutines = new Subroutines(this);
        this.assignments = new Assignments(this);
        this.declarations = new Declarations(this);
        this.gateCalls = new GateCalls(this);
        this.executor = new Executor(this);
    }

    Dialect dialect() {
        return dialect;
    }

    Inputs inputs() {
        return inputs;
    }

    Budget budget() {
        return budget;
    }

    Globals globals() {
        return globals;
    }

    Doubt doubt() {
        return doubt;
    }

    QuantumTarget target() {
        return target;
    }

    Evaluator evaluator() {
        return evaluator;
    }

    Types types() {
        return types;
    }

    Indices indices() {
        return indices;
    }

    References references() {
        return references;
    }

    Measurements measurements() {
        return measurements;
    }

    Subroutines subroutines() {
        return subroutines;
    }

    Assignments assignments() {
        return assignments;
    }

    Declarations declarations() {
        return declarations;
    }

    GateCalls gateCalls() {
        return gateCalls;
    }

    Executor executor() {
        return executor;
    }

    boolean checking() {
        return checking;
    }

    /** Does something with another target in place of this one's. */
    <R> R with(QuantumTarget other, Supplier<R> work) {
        QuantumTarget previous = target;
        target = other;
        try {
            return work.get();
        } finally {
            target = previous;
        }
    }

    /** Goes on without a value where the program is only checked, else gives up. */
    Value unknown(NotKnownException missing) {
        if (!checking) {
            throw missing;
        }
        return new Value.Unknown(missing.getMessage());
    }

    void note(Place place, String text) {
        notes.add("line %s: %s".formatted(place, text));
    }

    List<String> notes() {
        return List.copyOf(notes);
    }
}
