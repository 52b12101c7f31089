// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.input;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.nifiquantum.optimization.problem.Ising;
import org.nifiquantum.optimization.problem.PairTerm;

/**
 * {@code {"type": "ising", "spins": ["a", "b"], "fields": {"a": 0.5}, "couplings": [{"first": "a", "second": "b", "value":
 * -1}], "offset": 0}}: the energy offset + sum h s + sum J s s is to be minimised, and a spin of -1 is a bit 1.
 *
 * <p>Without {@code spins} the coefficients name them, in the order they first appear; with {@code spins} any other name is
 * an error. {@code offset} is 0 where it is missing.
 */
final class IsingJson {

    private IsingJson() {}

    static Ising read(JsonNode node, String pointer) {
        NameIndex index = new NameIndex(node, "spins", pointer);
        Map<Integer, Double> fields = Coefficients.byName(node, "fields", pointer, index);
        List<PairTerm> couplings = Coefficients.pairs(node, "couplings", pointer, index);
        double offset = Coefficients.numberOrZero(node, "offset", pointer);
        List<String> spins = index.names();
        return new Ising(spins, Coefficients.filled(fields, spins.size()), couplings, offset);
    }

    static JsonNode write(Ising problem) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("type", Ising.TYPE);
        problem.spins().forEach(node.putArray("spins")::add);
        Coefficients.writeByName(node, "fields", problem.spins(), problem.fields());
        Coefficients.writePairs(node, "couplings", problem.spins(), problem.couplings());
        return node.put("offset", problem.offset());
    }
}
