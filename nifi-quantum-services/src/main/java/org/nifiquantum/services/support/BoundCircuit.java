// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.support;

import java.util.Arrays;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.circuit.Expression;

/** A circuit whose parameters have values. Every qubit of it is to be measured. */
public final class BoundCircuit {

    private final Circuit circuit;
    private final double[] values;

    /**
     * @param values in the order in which the circuit declares its parameters
     */
    public BoundCircuit(Circuit circuit, double... values) {
        this.circuit = circuit;
        this.values = Arrays.copyOf(values, values.length);
        if (values.length != circuit.parameters().size()) {
            throw new IllegalArgumentException("The circuit has the parameters %s, but %d values are given"
                    .formatted(circuit.parameters(), values.length));
        }
    }

    public Circuit circuit() {
        return circuit;
    }

    /** The parameters' values, in the order in which the circuit declares them. */
    public double[] values() {
        return values.clone();
    }

    /** The value of an angle of the circuit, in radians. */
    public double value(Expression angle) {
        return angle.evaluate(name -> values[circuit.parameters().indexOf(name)]);
    }
}
