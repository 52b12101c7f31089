// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.input;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
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

    static Qubo read(Members problem) {
        Sense sense = sense(problem.get("sense"), problem.place("sense"));
        NameIndex index = new NameIndex(problem, "variables");
        Map<Integer, Double> linear = Coefficients.byName(problem, "linear", index);
        List<PairTerm> quadratic = Coefficients.pairs(problem, "quadratic", index);
        double offset = Coefficients.numberOrZero(problem, "offset");
        List<String> variables = index.names();
        return new Qubo(sense, variables, Coefficients.filled(linear, variables.size()), quadratic, offset);
    }

    static Sense sense(JsonNode sense, String pointer) {
        return Arrays.stream(Sense.values())
                .filter(known -> sense.isTextual() && known.text().equals(sense.textValue()))
                .findFirst()
                .orElseThrow(() -> new RunException(pointer, "must be minimize or maximize"));
    }

    static void write(Qubo problem, JsonGenerator out) throws IOException {
        out.writeStringField("sense", problem.sense().text());
        Coefficients.writeNames(out, "variables", problem.variables());
        Coefficients.writeByName(out, "linear", problem.variables(), problem.linear());
        Coefficients.writePairs(out, "quadratic", problem.variables(), problem.quadratic());
        out.writeNumberField("offset", problem.offset());
    }
}
