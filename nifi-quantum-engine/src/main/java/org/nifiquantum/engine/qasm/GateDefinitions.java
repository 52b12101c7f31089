// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.nifiquantum.engine.circuit.DefinedGate;
import org.nifiquantum.engine.circuit.Expression;
import org.nifiquantum.engine.circuit.Gate;
import org.nifiquantum.engine.circuit.GateOperation;
import org.nifiquantum.engine.circuit.StandardGate;

/** Writes definitions of gates, each once and after those it uses, and calls under the names they got. */
final class GateDefinitions {
    private final Set<String> taken;
    private final Map<DefinedGate, String> names = new LinkedHashMap<>();

    GateDefinitions(Set<String> taken) {
        this.taken = new HashSet<>(taken);
        for (StandardGate gate : StandardGate.values()) {
            this.taken.add(gate.identifier());
        }
    }

    void define(Gate gate, StringBuilder text) {
        if (!(gate instanceof DefinedGate defined) || names.containsKey(defined)) {
            return;
        }
        for (GateOperation operation : defined.body()) {
            define(operation.gate(), text);
        }
        String name = Names.free(defined.identifier(), taken);
        taken.add(name);
        names.put(defined, name);

        write(name, withFreeParameters(defined), text);
    }

    private void write(String name, DefinedGate defined, StringBuilder text) {
        String qubitPrefix = qubitPrefix(defined);
        text.append("gate ").append(name);
        if (!defined.parameters().isEmpty()) {
            text.append("(").append(String.join(", ", defined.parameters())).append(")");
        }
        text.append(" ")
                .append(IntStream.range(0, defined.qubits())
                        .mapToObj(qubit -> qubitPrefix + qubit)
                        .collect(Collectors.joining(", ")))
                .append(" {\n");
        for (GateOperation operation : defined.body()) {
            text.append("  ")
                    .append(call(operation, qubit -> qubitPrefix + qubit))
                    .append(";\n");
        }
        text.append("}\n");
    }

    String call(GateOperation operation, IntFunction<String> qubitName) {
        String name = operation.gate() instanceof DefinedGate defined
                ? names.get(defined)
                : operation.gate().identifier();
        String parameters = operation.parameters().isEmpty()
                ? ""
                : operation.parameters().stream().map(Object::toString).collect(Collectors.joining(", ", "(", ")"));
        List<Integer> qubits = operation.qubits();
        return name
                + parameters
                + qubits.stream()
                        .map(qubitName::apply)
                        .collect(Collectors.joining(", ", qubits.isEmpty() ? "" : " ", ""));
    }

    /** The same gate without parameters that bear a word of OpenQASM 3, as they may in version 2. */
    private static DefinedGate withFreeParameters(DefinedGate gate) {
        if (gate.parameters().stream().noneMatch(Names::isReserved)) {
            return gate;
        }
        Set<String> taken = new HashSet<>(gate.parameters());
        Map<String, Expression> arguments = new LinkedHashMap<>();
        List<String> parameters = new ArrayList<>();
        for (String parameter : gate.parameters()) {
            String name = Names.isReserved(parameter) ? Names.free(parameter, taken) : parameter;
            taken.add(name);
            parameters.add(name);
            arguments.put(parameter, Expression.parameter(name));
        }
        List<GateOperation> body = gate.body().stream()
                .map(operation -> new GateOperation(
                        operation.gate(),
                        operation.parameters().stream()
                                .map(parameter -> parameter.substitute(arguments))
                                .toList(),
                        operation.qubits()))
                .toList();
        return new DefinedGate(gate.identifier(), parameters, gate.qubits(), body);
    }

    private static String qubitPrefix(DefinedGate gate) {
        String prefix = "q";
        while (hasNameLike(gate, prefix)) {
            prefix += "_";
        }
        return prefix;
    }

    private static boolean hasNameLike(DefinedGate gate, String prefix) {
        return gate.parameters().stream().anyMatch(parameter -> parameter.startsWith(prefix));
    }
}
