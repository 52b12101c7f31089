// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.viewer.drawing;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nifiquantum.engine.circuit.Barrier;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.circuit.DefinedGate;
import org.nifiquantum.engine.circuit.Expression;
import org.nifiquantum.engine.circuit.Gate;
import org.nifiquantum.engine.circuit.GateOperation;
import org.nifiquantum.engine.circuit.Measurement;
import org.nifiquantum.engine.circuit.Operation;
import org.nifiquantum.engine.circuit.StandardGate;
import org.nifiquantum.engine.program.Program;
import org.nifiquantum.engine.qasm.OpenQasmException;
import org.nifiquantum.engine.qasm.OpenQasmReader;

/**
 * A circuit as the page draws it.
 *
 * <pre>{@code
 * { "source": ..., "qubits": 2, "bits": [{"name": "c", "size": 2}], "depth": 3, "twoQubitGates": 1, "gates": {"h": 1},
 *   "parameters": ["a"], "values": {"origin": ..., "of": {"a": 0.1}},
 *   "definitions": {"name": {"parameters": [], "body": ["cx 0 1"], "total": 1}},
 *   "total": 3, "operations": [
 *     {"g": "crz", "q": [0, 1], "c": 1, "p": ["2 * a"], "v": [0.2]}, {"g": "barrier", "q": [0, 1]},
 *     {"g": "measure", "q": [0], "b": 0}] }
 * }</pre>
 *
 * <p>{@code c} is how many of the first qubits are controls. A source that cannot be drawn gives {@code source} and
 * {@code error}.
 */
final class CircuitPicture {

    /** More would neither be looked at nor fit a browser's memory with ease; the page says how many are left out. */
    private static final int MOST_OPERATIONS = 20_000;

    /** The engine reads more, but takes its time. */
    private static final int LONGEST_SOURCE = 4 << 20;

    private static final int MOST_BODY_LINES = 24;

    private final Circuit circuit;
    private final Map<String, Double> values = new HashMap<>();
    private final ObjectNode picture;
    private final ObjectNode definitions = JsonNodeFactory.instance.objectNode();

    private CircuitPicture(Circuit circuit, Bindings bindings, ObjectNode picture) {
        this.circuit = circuit;
        this.picture = picture;
        if (bindings.values().size() == circuit.parameters().size()) {
            for (int index = 0; index < circuit.parameters().size(); index++) {
                values.put(circuit.parameters().get(index), bindings.values().get(index));
            }
        }
    }

    static ObjectNode of(String source, Bindings bindings) {
        ObjectNode picture = JsonNodeFactory.instance.objectNode();
        picture.put("source", source);
        if (source.length() > LONGEST_SOURCE) {
            return picture.put(
                    "error",
                    "The source has %,d characters; only sources of up to %,d are drawn"
                            .formatted(source.length(), LONGEST_SOURCE));
        }
        try {
            switch (OpenQasmReader.readProgram(source)) {
                case Program.Static program -> new CircuitPicture(program.circuit(), bindings, picture).draw(bindings);
                case Program.Dynamic program ->
                    picture.put(
                            "error",
                            "It is no fixed circuit but a program that runs shot by shot: line %d:%d: %s"
                                    .formatted(program.line(), program.column(), program.reason()));
            }
        } catch (OpenQasmException e) {
            picture.put("error", "It is not OpenQASM that can be read: " + e.getMessage());
        }
        return picture;
    }

    private void draw(Bindings bindings) {
        picture.put("qubits", circuit.qubits());
        ArrayNode registers = picture.putArray("bits");
        circuit.registers()
                .forEach(register ->
                        registers.addObject().put("name", register.name()).put("size", register.size()));
        ArrayNode parameters = picture.putArray("parameters");
        circuit.parameters().forEach(parameters::add);
        if (!values.isEmpty()) {
            ObjectNode known =
                    picture.putObject("values").put("origin", bindings.origin()).putObject("of");
            circuit.parameters().forEach(name -> known.put(name, values.get(name)));
        }
        picture.put("depth", circuit.depth()).put("twoQubitGates", circuit.twoQubitGates());
        ObjectNode gates = picture.putObject("gates");
        circuit.gateCounts().forEach(gates::put);
        picture.put("total", circuit.operations().size());
        ArrayNode operations = picture.putArray("operations");
        circuit.operations().stream()
                .limit(MOST_OPERATIONS)
                .forEach(operation -> draw(operation, operations.addObject()));
        picture.set("definitions", definitions);
    }

    private void draw(Operation operation, ObjectNode drawn) {
        switch (operation) {
            case GateOperation gate -> draw(gate, drawn);
            case Barrier barrier -> qubits(drawn.put("g", "barrier"), barrier.qubits());
            case Measurement measurement ->
                qubits(drawn.put("g", "measure"), List.of(measurement.qubit())).put("b", measurement.bit());
        }
    }

    private void draw(GateOperation operation, ObjectNode drawn) {
        Gate gate = operation.gate();
        qubits(drawn.put("g", gate.identifier()), operation.qubits());
        switch (gate) {
            case StandardGate standard -> {
                if (standard.controls() > 0) {
                    drawn.put("c", standard.controls());
                }
            }
            case DefinedGate defined -> define(defined);
        }
        if (operation.parameters().isEmpty()) {
            return;
        }
        ArrayNode texts = drawn.putArray("p");
        operation.parameters().forEach(parameter -> texts.add(parameter.toString()));
        if (operation.parameters().stream()
                .allMatch(parameter -> values.keySet().containsAll(parameter.parameters()))) {
            ArrayNode numbers = drawn.putArray("v");
            operation.parameters().forEach(parameter -> numbers.add(value(parameter)));
        }
    }

    /** Not a number where the values lead out of a function's domain; the page shows the symbols then. */
    private double value(Expression parameter) {
        return parameter.evaluate(values::get);
    }

    private void define(DefinedGate gate) {
        if (definitions.has(gate.identifier())) {
            return;
        }
        ObjectNode definition = definitions.putObject(gate.identifier());
        ArrayNode parameters = definition.putArray("parameters");
        gate.parameters().forEach(parameters::add);
        ArrayNode body = definition.putArray("body");
        gate.body().stream().limit(MOST_BODY_LINES).forEach(call -> body.add(line(call)));
        definition.put("total", gate.body().size());
    }

    private static String line(GateOperation call) {
        String parameters = call.parameters().isEmpty()
                ? ""
                : call.parameters().toString().replace('[', '(').replace(']', ')');
        StringBuilder line = new StringBuilder(call.gate().identifier()).append(parameters);
        call.qubits().forEach(qubit -> line.append(' ').append(qubit));
        return line.toString();
    }

    private static ObjectNode qubits(ObjectNode drawn, List<Integer> qubits) {
        ArrayNode array = drawn.putArray("q");
        qubits.forEach(array::add);
        return drawn;
    }
}
