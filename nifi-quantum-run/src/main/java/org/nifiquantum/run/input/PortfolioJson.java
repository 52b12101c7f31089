// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.input;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.OptionalInt;
import org.nifiquantum.optimization.problem.finance.Portfolio;

/**
 * {@code {"type": "portfolio", "assets": ["a", "b"], "returns": [0.01, 0.02], "covariance": [[0.1, 0], [0, 0.2]],
 * "riskAversion": 1, "choose": 1}}. {@code riskAversion} is 1 where it is missing; without {@code choose} any number may be
 * chosen.
 */
final class PortfolioJson {

    private static final String CHOOSE = "choose";

    private PortfolioJson() {}

    static Portfolio read(Members problem) {
        return new Portfolio(
                NameIndex.listed(problem, "assets").names(),
                problem.numbers("returns"),
                problem.matrix("covariance"),
                problem.optionalNumber("riskAversion").orElse(1),
                problem.has(CHOOSE) ? OptionalInt.of(problem.count(CHOOSE)) : OptionalInt.empty(),
                problem.penalty());
    }

    static void write(Portfolio problem, JsonGenerator out) throws IOException {
        Coefficients.writeNames(out, "assets", problem.assets());
        out.writeArrayFieldStart("returns");
        for (double value : problem.returns()) {
            out.writeNumber(value);
        }
        out.writeEndArray();
        Members.writeMatrix(out, "covariance", problem.covariance());
        out.writeNumberField("riskAversion", problem.riskAversion());
        if (problem.choose().isPresent()) {
            out.writeNumberField(CHOOSE, problem.choose().getAsInt());
        }
        Members.writePenalty(out, problem.wishedPenalty());
    }
}
