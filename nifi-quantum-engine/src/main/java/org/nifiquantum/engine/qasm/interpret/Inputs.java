// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm.interpret;

import java.util.Map;
import java.util.Optional;
import org.nifiquantum.engine.circuit.Expression;
import org.nifiquantum.engine.qasm.OpenQasmException;
import org.nifiquantum.engine.qasm.ast.Place;

/**
 * What the inputs of a program are: values, or still open.
 *
 * @param values by name; empty while they are open
 */
record Inputs(Optional<Map<String, Double>> values) {
    static final Inputs OPEN = new Inputs(Optional.empty());

    static Inputs of(Map<String, Double> values) {
        return new Inputs(Optional.of(Map.copyOf(values)));
    }

    boolean open() {
        return values.isEmpty();
    }

    /** The value of an input; one of a real number may stay open, since gates can wait for it. */
    Value value(String name, Type type, Place place) {
        boolean real = type instanceof Type.Real || type instanceof Type.Angle;
        if (values.isEmpty()) {
            return real
                    ? new Value.Real(Expression.parameter(name))
                    : new Value.Unknown("the value of input '%s' is needed".formatted(name));
        }
        double value = values.get().get(name);
        if (real) {
            return Value.Real.of(value);
        }
        if (value != Math.rint(value) || Math.abs(value) > 0x1p53) {
            throw new OpenQasmException(
                    place, "input '%s' of type %s cannot be %s".formatted(name, type.text(), value));
        }
        return Conversions.cast(Value.Whole.literal((long) value), type, place);
    }
}
