// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.input;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.nifiquantum.engine.operator.PauliString;
import org.nifiquantum.engine.operator.PauliSum;
import org.nifiquantum.engine.operator.PauliSumBuilder;
import org.nifiquantum.engine.qasm.OpenQasmException;
import org.nifiquantum.optimization.sweep.Range;
import org.nifiquantum.optimization.sweep.Sweeps;
import org.nifiquantum.run.document.Program;
import org.nifiquantum.run.document.RunException;

/**
 * A circuit with an observable and a sweep of its parameters: {@code {"type": "circuit", "source": "OPENQASM 3.0; ...",
 * "observable": {"terms": [{"pauli": "ZZ", "qubits": [0, 1], "coefficient": 0.5}], "constant": 0}, "sweep": {"method": "grid",
 * "parameters": {"theta": {"from": 0, "to": 3.14, "points": 5}}}}}. Other methods: {@code "list"} with {@code "points":
 * [{"theta": 0.1}]}, and {@code "latin-hypercube"} with {@code "points": 20, "seed": 1}.
 */
final class CircuitJson {

    static final String TYPE = "circuit";

    private CircuitJson() {}

    static Input.OfProgram read(Members json) {
        JsonNode source = json.get("source");
        if (!source.isTextual()) {
            throw new RunException(json.place("source"), "must be an OpenQASM program as a string");
        }
        Program program = program(source.textValue(), json.place("source"));
        Optional<PauliSum> observable = json.has("observable")
                ? Optional.of(observable(json.get("observable"), json.place("observable"), program.qubits()))
                : Optional.empty();
        List<List<Double>> bindings =
                json.has("sweep") ? bindings(json.get("sweep"), json.place("sweep"), program.parameters()) : List.of();
        return new Input.OfProgram(program, observable, bindings);
    }

    private static Program program(String source, String place) {
        try {
            return ProgramReader.read(source);
        } catch (OpenQasmException e) {
            throw new RunException(place, e.getMessage(), e);
        }
    }

    private static PauliSum observable(JsonNode observable, String place, int qubits) {
        PauliSumBuilder sum = PauliSum.builder();
        if (!observable.path("terms").isArray()) {
            throw new RunException(place + "/terms", "must be an array of {pauli, qubits, coefficient}");
        }
        int index = 0;
        for (JsonNode term : observable.get("terms")) {
            String at = place + "/terms/" + index++;
            List<Integer> on = new ArrayList<>();
            for (JsonNode qubit : term.path("qubits")) {
                if (!qubit.isIntegralNumber()
                        || !qubit.canConvertToInt()
                        || qubit.intValue() < 0
                        || qubit.intValue() >= qubits) {
                    throw new RunException(at + "/qubits", "must be qubits from 0 to %d".formatted(qubits - 1));
                }
                on.add(qubit.intValue());
            }
            double coefficient = Coefficients.number(term.path("coefficient"), at + "/coefficient");
            try {
                int[] array = on.stream().mapToInt(Integer::intValue).toArray();
                sum.add(coefficient, PauliString.of(term.path("pauli").asText(), array));
            } catch (IllegalArgumentException e) {
                throw new RunException(at, e.getMessage(), e);
            }
        }
        if (observable.has("constant")) {
            sum.constant(Coefficients.number(observable.get("constant"), place + "/constant"));
        }
        return sum.build();
    }

    private static List<List<Double>> bindings(JsonNode sweep, String place, List<String> parameters) {
        String method = sweep.path("method").asText();
        try {
            return switch (method) {
                case "grid" -> Sweeps.grid(ranges(sweep, place, parameters, true));
                case "latin-hypercube" ->
                    Sweeps.latinHypercube(
                            ranges(sweep, place, parameters, false),
                            whole(sweep.path("points"), place + "/points"),
                            sweep.path("seed").asLong(1));
                case "list" -> listed(sweep.path("points"), place + "/points", parameters);
                default ->
                    throw new RunException(
                            place + "/method",
                            "[%s] is not known; use grid, list or latin-hypercube".formatted(method));
            };
        } catch (IllegalArgumentException e) {
            throw new RunException(place, e.getMessage(), e);
        }
    }

    private static List<Range> ranges(JsonNode sweep, String place, List<String> parameters, boolean grid) {
        JsonNode given = sweep.path("parameters");
        requireAll(given, place + "/parameters", parameters);
        List<Range> ranges = new ArrayList<>();
        for (String parameter : parameters) {
            String at = place + "/parameters/" + parameter;
            JsonNode range = given.get(parameter);
            ranges.add(new Range(
                    Coefficients.number(range.path("from"), at + "/from"),
                    Coefficients.number(range.path("to"), at + "/to"),
                    grid ? whole(range.path("points"), at + "/points") : 1));
        }
        return ranges;
    }

    private static List<List<Double>> listed(JsonNode points, String place, List<String> parameters) {
        if (!points.isArray() || points.isEmpty() || points.size() > Sweeps.MOST_POINTS) {
            throw new RunException(
                    place,
                    "must be an array of 1 to %d points, each a value for every parameter"
                            .formatted(Sweeps.MOST_POINTS));
        }
        List<List<Double>> bindings = new ArrayList<>();
        for (JsonNode point : points) {
            String at = place + "/" + bindings.size();
            requireAll(point, at, parameters);
            bindings.add(parameters.stream()
                    .map(parameter -> Coefficients.number(point.get(parameter), at + "/" + parameter))
                    .toList());
        }
        return bindings;
    }

    /** A value for each of the circuit's parameters, and none for any other. */
    private static void requireAll(JsonNode values, String place, List<String> parameters) {
        Set<String> given = new TreeSet<>();
        values.fieldNames().forEachRemaining(given::add);
        if (!given.equals(new TreeSet<>(parameters))) {
            throw new RunException(
                    place, "names %s, but the circuit has the parameters %s".formatted(given, parameters));
        }
    }

    private static int whole(JsonNode node, String place) {
        if (!node.isIntegralNumber() || !node.canConvertToInt()) {
            throw new RunException(place, "must be a whole number");
        }
        return node.intValue();
    }
}
