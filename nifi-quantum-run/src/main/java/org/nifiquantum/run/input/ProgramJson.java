// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.input;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nifiquantum.optimization.problem.PairTerm;
import org.nifiquantum.optimization.problem.Sense;
import org.nifiquantum.optimization.problem.model.LinearConstraint;
import org.nifiquantum.optimization.problem.model.Relation;
import org.nifiquantum.optimization.problem.program.IntegerProgram;
import org.nifiquantum.optimization.problem.program.IntegerVariable;
import org.nifiquantum.run.document.Json;
import org.nifiquantum.run.document.RunException;

/**
 * {@code {"type": "integer-program", "sense": "maximize", "variables": [{"name": "x"}, {"name": "y", "lower": 0, "upper": 4}],
 * "linear": {"x": 3, "y": 1}, "quadratic": [], "constraints": [{"name": "c", "linear": {"x": 2, "y": 1}, "relation": "<=",
 * "bound": 4}]}}. A variable without bounds is 0 or 1; {@code linear}, {@code quadratic}, {@code offset} and {@code constraints}
 * may be missing.
 */
final class ProgramJson {

    private ProgramJson() {}

    static IntegerProgram read(Members problem) {
        Sense sense = QuboJson.sense(problem.get("sense"), problem.place("sense"));
        NameIndex unlisted = NameIndex.ofUnlisted(problem, "variables");
        List<IntegerVariable> variables = new ArrayList<>();
        problem.elements(
                "variables",
                "{name, lower, upper}",
                (variable, place) -> variables.add(new IntegerVariable(
                        unlisted.fresh(variable.path("name"), place + "/name"),
                        bound(variable, "lower", 0, place),
                        bound(variable, "upper", 1, place))));
        NameIndex index = unlisted.closed();
        Map<Integer, Double> linear = problem.has("linear") ? Coefficients.byName(problem, "linear", index) : Map.of();
        List<PairTerm> quadratic =
                problem.has("quadratic") ? Coefficients.pairs(problem, "quadratic", index) : List.of();
        List<LinearConstraint> constraints = new ArrayList<>();
        if (problem.has("constraints")) {
            problem.elements(
                    "constraints",
                    "{name, linear, relation, bound}",
                    (constraint, place) -> constraints.add(constraint(constraint, place, constraints.size(), index)));
        }
        return new IntegerProgram(
                sense,
                variables,
                Coefficients.filled(linear, variables.size()),
                quadratic,
                Coefficients.numberOrZero(problem, "offset"),
                constraints,
                problem.penalty());
    }

    private static long bound(JsonNode variable, String member, long absent, String place) {
        JsonNode bound = variable.path(member);
        if (bound.isMissingNode()) {
            return absent;
        }
        if (!bound.isIntegralNumber() || !bound.canConvertToLong()) {
            throw new RunException(place + "/" + member, "must be a whole number, not [%s]".formatted(bound.asText()));
        }
        return bound.longValue();
    }

    private static LinearConstraint constraint(JsonNode constraint, String place, int count, NameIndex index) {
        String name = constraint.has("name")
                ? NameIndex.text(constraint.get("name"), place + "/name")
                : "constraint " + (count + 1);
        if (!constraint.path("linear").isObject()) {
            throw new RunException(place + "/linear", "must be an object of a number for each name");
        }
        Map<Integer, Double> weights = new HashMap<>();
        constraint.get("linear").properties().forEach(term -> {
            String pointer = place + "/linear/" + Json.escape(term.getKey());
            weights.put(index.of(term.getKey(), pointer), Coefficients.number(term.getValue(), pointer));
        });
        String relation = constraint.path("relation").asText();
        return new LinearConstraint(
                name,
                weights,
                Arrays.stream(Relation.values())
                        .filter(known -> known.text().equals(relation))
                        .findFirst()
                        .orElseThrow(() -> new RunException(
                                place + "/relation", "must be <=, = or >=, not [%s]".formatted(relation))),
                Coefficients.number(constraint.path("bound"), place + "/bound"));
    }

    static void write(IntegerProgram problem, JsonGenerator out) throws IOException {
        List<String> names =
                problem.numbers().stream().map(IntegerVariable::name).toList();
        out.writeStringField("sense", problem.sense().text());
        out.writeArrayFieldStart("variables");
        for (IntegerVariable variable : problem.numbers()) {
            out.writeStartObject();
            out.writeStringField("name", variable.name());
            out.writeNumberField("lower", variable.lower());
            out.writeNumberField("upper", variable.upper());
            out.writeEndObject();
        }
        out.writeEndArray();
        Coefficients.writeByName(out, "linear", names, problem.linear());
        Coefficients.writePairs(out, "quadratic", names, problem.quadratic());
        out.writeNumberField("offset", problem.offset());
        out.writeArrayFieldStart("constraints");
        for (LinearConstraint constraint : problem.constraints()) {
            out.writeStartObject();
            out.writeStringField("name", constraint.name());
            out.writeObjectFieldStart("linear");
            for (Map.Entry<Integer, Double> weight : constraint.weights().entrySet()) {
                out.writeNumberField(names.get(weight.getKey()), weight.getValue());
            }
            out.writeEndObject();
            out.writeStringField("relation", constraint.relation().text());
            out.writeNumberField("bound", constraint.bound());
            out.writeEndObject();
        }
        out.writeEndArray();
        Members.writePenalty(out, problem.wishedPenalty());
    }
}
