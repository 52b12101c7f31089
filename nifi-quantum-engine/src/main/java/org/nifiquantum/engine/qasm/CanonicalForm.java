// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nifiquantum.engine.circuit.Barrier;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.circuit.CircuitBuilder;
import org.nifiquantum.engine.circuit.DefinedGate;
import org.nifiquantum.engine.circuit.Expression;
import org.nifiquantum.engine.circuit.Gate;
import org.nifiquantum.engine.circuit.GateOperation;
import org.nifiquantum.engine.circuit.Measurement;
import org.nifiquantum.engine.circuit.Operation;
import org.nifiquantum.engine.circuit.StandardGate;

/**
 * What is left of a circuit when all names that its author chose are replaced by numbered ones: two sources have the same
 * canonical form if they differ only in white space, comments, names, versions of the language or ways of writing the same
 * operations.
 */
public final class CanonicalForm {
    private final Map<String, String> inputs = new HashMap<>();
    private final Map<DefinedGate, DefinedGate> gates = new HashMap<>();

    private CanonicalForm() {}

    /** The canonical form as OpenQASM 3. */
    public static String of(Circuit circuit) {
        return OpenQasmWriter.write(new CanonicalForm().renamed(circuit));
    }

    /** The SHA-256 of the canonical form in UTF-8, as 64 hexadecimal digits. */
    public static String sha256(Circuit circuit) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(of(circuit).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private Circuit renamed(Circuit circuit) {
        CircuitBuilder builder = Circuit.builder(circuit.qubits());
        if (circuit.bits() > 0) {
            builder.bits(circuit.bits());
        }
        for (String parameter : circuit.parameters()) {
            inputs.put(parameter, "input" + inputs.size());
            builder.parameter(inputs.get(parameter));
        }
        for (Operation operation : circuit.operations()) {
            builder.add(
                    switch (operation) {
                        case GateOperation gate -> renamed(gate, inputs);
                        case Measurement measurement -> measurement;
                        case Barrier barrier -> barrier;
                    });
        }
        return builder.build();
    }

    private GateOperation renamed(GateOperation operation, Map<String, String> names) {
        List<Expression> parameters = operation.parameters().stream()
                .map(parameter -> renamed(parameter, names))
                .toList();
        Gate gate = switch (operation.gate()) {
            case StandardGate standard -> standard;
            case DefinedGate defined -> renamed(defined);
        };
        return new GateOperation(gate, parameters, operation.qubits());
    }

    private static Expression renamed(Expression expression, Map<String, String> names) {
        Set<String> used = expression.parameters();
        if (used.isEmpty()) {
            return expression;
        }
        Map<String, Expression> replacements = new HashMap<>();
        used.forEach(name -> replacements.put(name, Expression.parameter(names.get(name))));
        return expression.substitute(replacements);
    }

    /** Gates are numbered as they are first needed, those inside before those outside. */
    private DefinedGate renamed(DefinedGate gate) {
        DefinedGate known = gates.get(gate);
        if (known != null) {
            return known;
        }
        Map<String, String> names = new HashMap<>();
        List<String> parameters = new ArrayList<>();
        for (String parameter : gate.parameters()) {
            parameters.add("parameter" + parameters.size());
            names.put(parameter, parameters.getLast());
        }
        List<GateOperation> body =
                gate.body().stream().map(operation -> renamed(operation, names)).toList();
        DefinedGate renamed = new DefinedGate("gate" + gates.size(), parameters, gate.qubits(), body);
        gates.put(gate, renamed);
        return renamed;
    }
}
