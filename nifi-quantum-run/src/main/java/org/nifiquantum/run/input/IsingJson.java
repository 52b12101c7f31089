// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.input;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
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

    static Ising read(Members problem) {
        NameIndex index = new NameIndex(problem, "spins");
        Map<Integer, Double> fields = Coefficients.byName(problem, "fields", index);
        List<PairTerm> couplings = Coefficients.pairs(problem, "couplings", index);
        double offset = Coefficients.numberOrZero(problem, "offset");
        List<String> spins = index.names();
        return new Ising(spins, Coefficients.filled(fields, spins.size()), couplings, offset);
    }

    static void write(Ising problem, JsonGenerator out) throws IOException {
        Coefficients.writeNames(out, "spins", problem.spins());
        Coefficients.writeByName(out, "fields", problem.spins(), problem.fields());
        Coefficients.writePairs(out, "couplings", problem.spins(), problem.couplings());
        out.writeNumberField("offset", problem.offset());
    }
}
