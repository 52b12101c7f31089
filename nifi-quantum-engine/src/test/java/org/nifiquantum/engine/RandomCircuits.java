// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.circuit.CircuitBuilder;
import org.nifiquantum.engine.circuit.DefinedGate;
import org.nifiquantum.engine.circuit.Expression;
import org.nifiquantum.engine.circuit.Gate;
import org.nifiquantum.engine.circuit.GateOperation;
import org.nifiquantum.engine.circuit.MathFunction;
import org.nifiquantum.engine.circuit.Operation;
import org.nifiquantum.engine.circuit.StandardGate;

/** Circuits of all standard gates, with constants, affine and other expressions of two parameters as angles. */
public final class RandomCircuits {
    public static final List<String> PARAMETERS = List.of("alpha", "beta");

    private final Random random;

    public RandomCircuits(long seed) {
        this.random = new Random(seed);
    }

    public Circuit circuit(int qubits, int gates) {
        CircuitBuilder builder = Circuit.builder(qubits).bits(qubits);
        PARAMETERS.forEach(builder::parameter);
        for (int index = 0; index < gates; index++) {
            if (random.nextInt(20) == 0) {
                builder.barrier();
            }
            builder.add(operation(random.nextInt(8) == 0 ? defined() : standard(), qubits));
        }
        return builder.build();
    }

    /** CX, phases on parities and one-qubit gates: what phase layers are made of. */
    public Circuit phaseCircuit(int qubits, int gates) {
        List<StandardGate> kinds = List.of(
                StandardGate.CX,
                StandardGate.CX,
                StandardGate.RZ,
                StandardGate.SWAP,
                StandardGate.CZ,
                StandardGate.CP,
                StandardGate.T,
                StandardGate.RX,
                StandardGate.H);
        CircuitBuilder builder = Circuit.builder(qubits).bits(qubits);
        PARAMETERS.forEach(builder::parameter);
        for (int index = 0; index < gates; index++) {
            builder.add(operation(kinds.get(random.nextInt(kinds.size())), qubits));
        }
        return builder.build();
    }

    /** The same circuit with values in place of its parameters; {@code open} declares one that nothing depends on. */
    public static Circuit bound(Circuit circuit, Map<String, Double> bindings, boolean open) {
        Map<String, Expression> values = new HashMap<>();
        bindings.forEach((name, value) -> values.put(name, Expression.constant(value)));
        CircuitBuilder builder = Circuit.builder(circuit.qubits()).bits(circuit.bits());
        if (open) {
            builder.parameter("nothing");
        }
        for (Operation operation : circuit.operations()) {
            builder.add(
                    operation instanceof GateOperation(Gate gate, List<Expression> parameters, List<Integer> qubits)
                            ? new GateOperation(
                                    gate,
                                    parameters.stream()
                                            .map(parameter -> parameter.substitute(values))
                                            .toList(),
                                    qubits)
                            : operation);
        }
        return builder.build();
    }

    private GateOperation operation(Gate gate, int qubits) {
        if (gate.qubits() > qubits) {
            return operation(StandardGate.H, qubits);
        }
        List<Integer> shuffled =
                new ArrayList<>(IntStream.range(0, qubits).boxed().toList());
        Collections.shuffle(shuffled, random);
        List<Expression> parameters = IntStream.range(0, gate.parameterCount())
                .mapToObj(index -> expression(PARAMETERS))
                .toList();
        return new GateOperation(gate, parameters, shuffled.subList(0, gate.qubits()));
    }

    private StandardGate standard() {
        List<StandardGate> gates = List.of(StandardGate.values());
        return gates.get(random.nextInt(gates.size()));
    }

    private DefinedGate defined() {
        List<String> names = List.of("t");
        List<GateOperation> body = List.of(
                new GateOperation(StandardGate.CRY, List.of(expression(names)), List.of(1, 0)),
                new GateOperation(
                        StandardGate.U3, List.of(expression(names), expression(names), expression(names)), List.of(1)),
                new GateOperation(StandardGate.CX, List.of(), List.of(0, 1)));
        return new DefinedGate("mine", names, 2, body);
    }

    private Expression expression(List<String> names) {
        Expression constant = Expression.constant(random.nextDouble(-7, 7));
        Expression parameter = Expression.parameter(names.get(random.nextInt(names.size())));
        return switch (random.nextInt(5)) {
            case 0 -> constant;
            case 1 -> parameter;
            case 2 -> parameter.times(constant).plus(Expression.constant(0.5));
            case 3 -> constant.minus(parameter.dividedBy(Expression.constant(3)).negate());
            default ->
                Expression.function(MathFunction.SIN, parameter.times(parameter).minus(constant));
        };
    }
}
