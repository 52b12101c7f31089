// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.circuit;

import static org.nifiquantum.engine.circuit.Actions.*;
import static org.nifiquantum.engine.circuit.Inverses.*;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The built-in gates of OpenQASM 3 and those of its standard library {@code stdgates.inc}: the one table of their facts.
 *
 * <p>Phases follow OpenQASM 3, where {@code U(t, p, l)} carries a factor {@code exp(i t/2)}; this matters where a gate is
 * controlled. {@code CX} is the plain controlled NOT that its comment in the library names, as every tool has it.
 */
// The functions in the table have no state.
@SuppressWarnings("ImmutableEnumChecker")
public enum StandardGate implements Gate {
    // identifier, controls, parameters, action on the targets, inverse
    GPHASE("gphase", 0, 1, GLOBAL_PHASE, negated()),
    BUILTIN_U("U", 0, 3, dense(Actions::builtinU), negatedWithLastTwoSwapped()),

    P("p", 0, 1, PHASE, negated()),
    X("x", 0, 0, FLIP, self()),
    Y("y", 0, 0, dense(Actions::y), self()),
    Z("z", 0, 0, phase(Math.PI), self()),
    H("h", 0, 0, dense(Actions::h), self()),
    S("s", 0, 0, phase(Math.PI / 2), call("sdg")),
    SDG("sdg", 0, 0, phase(-Math.PI / 2), call("s")),
    T("t", 0, 0, phase(Math.PI / 4), call("tdg")),
    TDG("tdg", 0, 0, phase(-Math.PI / 4), call("t")),
    // sx = U(pi/2, -pi/2, pi/2), phase included.
    SX("sx", 0, 0, dense(Actions::sx), call("U", -Math.PI / 2, -Math.PI / 2, Math.PI / 2)),
    RX("rx", 0, 1, dense(Actions::rx), negated()),
    RY("ry", 0, 1, dense(Actions::ry), negated()),
    RZ("rz", 0, 1, ROTATION, negated()),

    CX("cx", 1, 0, FLIP, self()),
    CY("cy", 1, 0, dense(Actions::y), self()),
    CZ("cz", 1, 0, phase(Math.PI), self()),
    CP("cp", 1, 1, PHASE, negated()),
    CRX("crx", 1, 1, dense(Actions::rx), negated()),
    CRY("cry", 1, 1, dense(Actions::ry), negated()),
    CRZ("crz", 1, 1, ROTATION, negated()),
    CH("ch", 1, 0, dense(Actions::h), self()),
    SWAP("swap", 0, 0, EXCHANGE, self()),
    CCX("ccx", 2, 0, FLIP, self()),
    CSWAP("cswap", 1, 0, EXCHANGE, self()),
    CU("cu", 1, 4, dense(Actions::cu), negatedWithMiddleTwoSwapped()),

    LEGACY_CX("CX", 1, 0, FLIP, self()),
    PHASE_GATE("phase", 0, 1, PHASE, negated()),
    CPHASE("cphase", 1, 1, PHASE, negated()),
    ID("id", 0, 0, phase(0), self()),
    U1("u1", 0, 1, PHASE, negated()),
    U2("u2", 0, 2, dense(Actions::u2), u2Inverse()),
    U3("u3", 0, 3, dense(Actions::u3), negatedWithLastTwoSwapped());

    private static final Map<String, StandardGate> BY_IDENTIFIER = Arrays.stream(values())
            .collect(Collectors.toUnmodifiableMap(StandardGate::identifier, Function.identity()));

    private final String identifier;
    private final int controls;
    private final int qubits;
    private final int parameterCount;
    private final Action action;
    private final Inverses.Rule inverse;

    StandardGate(String identifier, int controls, int parameterCount, Action action, Inverses.Rule inverse) {
        this.identifier = identifier;
        this.controls = controls;
        this.qubits = controls + action.targets();
        this.parameterCount = parameterCount;
        this.action = action;
        this.inverse = inverse;
    }

    public static Optional<StandardGate> named(String identifier) {
        return Optional.ofNullable(BY_IDENTIFIER.get(identifier));
    }

    /** Whether the gate is part of the language and needs no include: {@code U} and {@code gphase}. */
    public boolean isBuiltIn() {
        return this == GPHASE || this == BUILTIN_U;
    }

    @Override
    public String identifier() {
        return identifier;
    }

    @Override
    public int qubits() {
        return qubits;
    }

    @Override
    public int parameterCount() {
        return parameterCount;
    }

    /** How many of the first qubits are controls. */
    public int controls() {
        return controls;
    }

    public Action action() {
        return action;
    }

    /**
     * The unitary for the given parameters. Bit {@code k} of a row or column index is the gate's operand {@code k}: for
     * {@code cx control, target} index 1 has the control set.
     */
    public UnitaryMatrix matrix(double... parameters) {
        if (parameters.length != parameterCount) {
            throw new IllegalArgumentException(
                    "Gate %s takes %d parameters, not %d".formatted(identifier, parameterCount, parameters.length));
        }
        return UnitaryMatrix.of(action, parameters).controlled(controls);
    }

    GateCall inverse(List<Expression> parameters) {
        return inverse.apply(this, parameters);
    }
}
