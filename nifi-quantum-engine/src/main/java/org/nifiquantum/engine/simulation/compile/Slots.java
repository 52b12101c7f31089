// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nifiquantum.engine.circuit.AffineForm;
import org.nifiquantum.engine.circuit.Expression;

/**
 * The numbers on which the angles of a circuit depend: its parameters, then each expression that is not affine in them. So
 * every angle is affine in the slots.
 */
final class Slots {
    private final List<String> parameters;
    private final Map<String, Integer> slotOfParameter = new HashMap<>();
    private final Map<Expression, Integer> slotOfExpression = new HashMap<>();
    private final List<Expression> expressions = new ArrayList<>();

    Slots(List<String> parameters) {
        this.parameters = List.copyOf(parameters);
        for (String parameter : parameters) {
            slotOfParameter.put(parameter, slotOfParameter.size());
        }
    }

    Angle angle(Expression expression) {
        Optional<AffineForm> affine = expression.affine();
        if (affine.isEmpty()) {
            return new Angle(0, Map.of(slotOf(expression), 1.0));
        }
        Map<Integer, Double> coefficients = new HashMap<>();
        affine.get()
                .coefficients()
                .forEach((name, coefficient) -> coefficients.put(slotOfParameter.get(name), coefficient));
        return new Angle(affine.get().constant(), coefficients);
    }

    /** The values of all slots, given those of the parameters. */
    SlotValues freeze() {
        return new SlotValues(parameters, slotOfParameter, expressions);
    }

    private int slotOf(Expression expression) {
        return slotOfExpression.computeIfAbsent(expression, added -> {
            expressions.add(added);
            return parameters.size() + expressions.size() - 1;
        });
    }
}
