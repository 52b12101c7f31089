// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.circuit;

import java.util.Arrays;
import java.util.List;

/** The ways in which a standard gate is undone, for the table in {@link StandardGate}. */
final class Inverses {
    private Inverses() {}

    /** Gives the call that undoes a call. */
    @FunctionalInterface
    interface Rule {
        GateCall apply(Gate gate, List<Expression> parameters);
    }

    static Rule self() {
        return GateCall::new;
    }

    static Rule negated() {
        return (gate, parameters) ->
                new GateCall(gate, parameters.stream().map(Expression::negate).toList());
    }

    /** {@code U(t, p, l)} is undone by {@code U(-t, -l, -p)}. */
    static Rule negatedWithLastTwoSwapped() {
        return (gate, parameters) -> new GateCall(gate, negate(parameters, 0, 2, 1));
    }

    static Rule negatedWithMiddleTwoSwapped() {
        return (gate, parameters) -> new GateCall(gate, negate(parameters, 0, 2, 1, 3));
    }

    /** {@code u2(p, l) = u3(pi/2, p, l)}. */
    static Rule u2Inverse() {
        return (gate, parameters) -> new GateCall(
                StandardGate.U3,
                List.of(
                        Expression.constant(-Math.PI / 2),
                        parameters.get(1).negate(),
                        parameters.get(0).negate()));
    }

    /** A call of another gate, by name since the table may list it later. */
    static Rule call(String identifier, double... parameters) {
        List<Expression> constants =
                Arrays.stream(parameters).mapToObj(Expression::constant).toList();
        return (gate, ignored) -> new GateCall(StandardGate.named(identifier).orElseThrow(), constants);
    }

    private static List<Expression> negate(List<Expression> parameters, int... order) {
        return Arrays.stream(order)
                .mapToObj(index -> parameters.get(index).negate())
                .toList();
    }
}
