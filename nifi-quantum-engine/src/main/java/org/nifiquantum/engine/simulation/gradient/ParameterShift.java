// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.gradient;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.nifiquantum.engine.circuit.Barrier;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.circuit.CircuitBuilder;
import org.nifiquantum.engine.circuit.DefinedGate;
import org.nifiquantum.engine.circuit.Expression;
import org.nifiquantum.engine.circuit.GateOperation;
import org.nifiquantum.engine.circuit.Measurement;
import org.nifiquantum.engine.circuit.Operation;
import org.nifiquantum.engine.circuit.StandardGate;
import org.nifiquantum.engine.simulation.Estimate;
import org.nifiquantum.engine.simulation.gradient.ShiftRule.Shift;

/**
 * Gradients of an expectation by evaluating it at shifted angles, for any backend that binds parameters. Every angle that depends
 * on a parameter gets a shift of its own, open like a parameter; so one circuit serves all evaluations, as a batch of bindings.
 * The derivatives by the angles become those by the parameters by the chain rule. Immutable.
 */
public final class ParameterShift {
    private final Circuit circuit;
    private final List<String> parameters;
    private final List<ShiftedAngle> angles;

    private ParameterShift(Circuit circuit, List<String> parameters, List<ShiftedAngle> angles) {
        this.circuit = circuit;
        this.parameters = List.copyOf(parameters);
        this.angles = List.copyOf(angles);
    }

    /** An angle as the circuit had it, and the rule for it. */
    private record ShiftedAngle(Expression angle, ShiftRule rule) {}

    public static ParameterShift of(Circuit circuit) {
        return new Shifting(circuit).shift();
    }

    /**
     * The circuit to evaluate: defined gates expanded, and after the parameters of the given circuit one more for each shifted
     * angle, at which 0 is the given circuit.
     */
    public Circuit circuit() {
        return circuit;
    }

    /** How many evaluations a gradient takes, that of the value itself included. */
    public int evaluations() {
        return 1
                + angles.stream()
                        .mapToInt(angle -> 2 * angle.rule().shifts().size())
                        .sum();
    }

    /**
     * Where to evaluate {@link #circuit}: first at the given point, then at the shifted ones.
     *
     * @param bindings of the original parameters
     */
    public List<double[]> points(double... bindings) {
        requireSize(bindings);
        double[] origin = Arrays.copyOf(bindings, bindings.length + angles.size());
        List<double[]> points = new ArrayList<>();
        points.add(origin);
        for (int index = 0; index < angles.size(); index++) {
            for (Shift shift : angles.get(index).rule().shifts()) {
                for (double sign : new double[] {1, -1}) {
                    double[] shifted = origin.clone();
                    shifted[bindings.length + index] = sign * shift.angle();
                    points.add(shifted);
                }
            }
        }
        return points;
    }

    /**
     * The derivative by each original parameter, with its standard error if the values have one.
     *
     * @param bindings as for {@link #points}
     * @param values the expectations at these points, in their order, from independent shots
     */
    public List<Estimate> derivatives(double[] bindings, List<Estimate> values) {
        requireSize(bindings);
        if (values.size() != evaluations()) {
            throw new IllegalArgumentException(
                    "The gradient takes %d values, not %d".formatted(evaluations(), values.size()));
        }
        double[] derivatives = new double[parameters.size()];
        double[] variances = new double[parameters.size()];
        int next = 1;
        for (ShiftedAngle angle : angles) {
            double derivative = 0;
            double variance = 0;
            for (Shift shift : angle.rule().shifts()) {
                Estimate plus = values.get(next++);
                Estimate minus = values.get(next++);
                derivative += shift.coefficient() * (plus.value() - minus.value());
                variance += Math.pow(shift.coefficient() * plus.standardError(), 2)
                        + Math.pow(shift.coefficient() * minus.standardError(), 2);
            }
            for (String parameter : angle.angle().parameters()) {
                int index = parameters.indexOf(parameter);
                double slope = angle.angle().derivative(parameter, name -> bindings[parameters.indexOf(name)]);
                derivatives[index] += slope * derivative;
                variances[index] += slope * slope * variance;
            }
        }
        List<Estimate> estimates = new ArrayList<>();
        for (int index = 0; index < derivatives.length; index++) {
            estimates.add(new Estimate(derivatives[index], Math.sqrt(variances[index])));
        }
        return estimates;
    }

    private void requireSize(double[] bindings) {
        if (bindings.length != parameters.size()) {
            throw new IllegalArgumentException("The circuit has the parameters %s, but %d values are given"
                    .formatted(parameters, bindings.length));
        }
    }

    /** The rule for a parameter of a gate; none if no expectation depends on it. */
    private static Optional<ShiftRule> rule(StandardGate gate, int parameter) {
        return switch (gate) {
            case GPHASE -> Optional.empty();
            case CRX, CRY, CRZ -> Optional.of(ShiftRule.FOUR_TERMS);
            // The other three angles of cu are phases of one basis state each.
            case CU -> Optional.of(parameter == 0 ? ShiftRule.FOUR_TERMS : ShiftRule.TWO_TERMS);
            default -> Optional.of(ShiftRule.TWO_TERMS);
        };
    }

    /** Builds the circuit with shifts. */
    private static final class Shifting {
        private final Circuit original;
        private final String prefix;
        private final List<ShiftedAngle> angles = new ArrayList<>();

        Shifting(Circuit original) {
            this.original = original;
            String free = "shift_";
            while (startsAny(original.parameters(), free)) {
                free = "_" + free;
            }
            this.prefix = free;
        }

        private static boolean startsAny(List<String> names, String prefix) {
            return names.stream().anyMatch(name -> name.startsWith(prefix));
        }

        ParameterShift shift() {
            List<Operation> operations = new ArrayList<>();
            for (Operation operation : original.operations()) {
                switch (operation) {
                    case GateOperation gate -> expand(gate, operations);
                    case Measurement measurement -> operations.add(measurement);
                    case Barrier barrier -> operations.add(barrier);
                }
            }
            CircuitBuilder builder = Circuit.builder(original.qubits());
            original.registers().forEach(register -> builder.register(register.name(), register.size()));
            original.parameters().forEach(builder::parameter);
            for (int index = 0; index < angles.size(); index++) {
                builder.parameter(prefix + index);
            }
            operations.forEach(builder::add);
            return new ParameterShift(builder.build(), original.parameters(), angles);
        }

        private void expand(GateOperation operation, List<Operation> operations) {
            switch (operation.gate()) {
                case DefinedGate defined -> operation.expand().forEach(inner -> expand(inner, operations));
                case StandardGate standard -> {
                    List<Expression> shifted = new ArrayList<>();
                    for (int index = 0; index < operation.parameters().size(); index++) {
                        shifted.add(shifted(operation.parameters().get(index), rule(standard, index)));
                    }
                    operations.add(new GateOperation(standard, shifted, operation.qubits()));
                }
            }
        }

        private Expression shifted(Expression angle, Optional<ShiftRule> rule) {
            if (rule.isEmpty() || angle.parameters().isEmpty()) {
                return angle;
            }
            angles.add(new ShiftedAngle(angle, rule.get()));
            return angle.plus(Expression.parameter(prefix + (angles.size() - 1)));
        }
    }
}
