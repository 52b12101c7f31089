// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.input;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.nifiquantum.optimization.problem.PairTerm;
import org.nifiquantum.optimization.problem.Qubo;
import org.nifiquantum.optimization.problem.Sense;
import org.nifiquantum.run.document.RunException;

/**
 * {@code {"type": "qubo", "sense": "minimize", "variables": ["a", "b"], "linear": {"a": -1.5}, "quadratic": [{"first":
 * "a", "second": "b", "value": 2}], "offset": 0}}; linear, quadratic and offset as in D-Wave's binary quadratic models.
 *
 * <p>Without {@code variables} the coefficients name them, in the order they first appear; with {@code variables} any
 * other name is an error. {@code sense} must be there, since both are in use; {@code offset} is 0 where it is missing.
 */
final class QuboJson {

    private QuboJson() {}

    static Qubo read(JsonNode node, String pointer) {
        Sense sense = sense(node.path("sense"), pointer + "/sense");
        NameIndex index = new NameIndex(node, "variables", pointer);
        Map<Integer, Double> linear = Coefficients.byName(node, "linear", pointer, index);
        List<PairTerm> quadratic = Coefficients.pairs(node, "quadratic", pointer, index);
        double offset = Coefficients.numberOrZero(node, "offset", pointer);
        List<String> variables = index.names();
        return new Qubo(sense, variables, Coefficients.filled(linear, variables.size()), quadratic, offset);
    }

    private static Sense sense(JsonNode sense, String pointer) {
        return Arrays.stream(Sense.values())
                .filter(known -> sense.isTextual() && known.text().equals(sense.textValue()))
                .findFirst()
                .orElseThrow(() -> new RunException(pointer, "must be minimize or maximize"));
    }

    static JsonNode write(Qubo problem) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("type", Qubo.TYPE).put("sense", problem.sense().text());
        problem.variables().forEach(node.putArray("variables")::add);
        Coefficients.writeByName(node, "linear", problem.variables(), problem.linear());
        Coefficients.writePairs(node, "quadratic", problem.variables(), problem.quadratic());
        return node.put("offset", problem.offset());
    }
}
