// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.compile;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.nifiquantum.engine.circuit.Expression;

/** Computes the slots of a circuit from the values of its parameters. */
record SlotValues(List<String> parameters, Map<String, Integer> slotOfParameter, List<Expression> expressions) {

    SlotValues {
        parameters = List.copyOf(parameters);
        slotOfParameter = Map.copyOf(slotOfParameter);
        expressions = List.copyOf(expressions);
    }

    double[] evaluate(double[] bindings) {
        double[] values = Arrays.copyOf(bindings, bindings.length + expressions.size());
        for (int index = 0; index < expressions.size(); index++) {
            Expression expression = expressions.get(index);
            double value = expression.evaluate(name -> bindings[slotOfParameter.get(name)]);
            if (!Double.isFinite(value)) {
                throw new ArithmeticException(
                        "The expression %s is %s for these values of the parameters".formatted(expression, value));
            }
            values[bindings.length + index] = value;
        }
        return values;
    }

    /** The derivatives by the parameters that follow from those by the slots. */
    double[] chain(double[] bindings, double[] bySlot) {
        double[] byParameter = Arrays.copyOf(bySlot, bindings.length);
        for (int index = 0; index < expressions.size(); index++) {
            Expression expression = expressions.get(index);
            for (String parameter : expression.parameters()) {
                byParameter[slotOfParameter.get(parameter)] += bySlot[bindings.length + index]
                        * expression.derivative(parameter, name -> bindings[slotOfParameter.get(name)]);
            }
        }
        return byParameter;
    }
}
