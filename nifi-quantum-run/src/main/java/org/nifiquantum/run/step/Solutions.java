// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.step;

import java.util.LinkedHashMap;
import java.util.Map;
import org.nifiquantum.engine.circuit.BitString;
import org.nifiquantum.optimization.problem.Problem;
import org.nifiquantum.run.document.Solution;

/** Bits as an answer in the problem's own words, whichever road they came by. */
final class Solutions {

    private Solutions() {}

    static Solution of(Problem problem, BitString bits, String source, String reason, boolean provenOptimal) {
        Map<String, Integer> assignment = new LinkedHashMap<>();
        for (int i = 0; i < problem.variables().size(); i++) {
            assignment.put(problem.variables().get(i), bits.get(i) ? 1 : 0);
        }
        return new Solution(assignment, problem.objective(bits), problem.feasible(bits), source, reason, provenOptimal);
    }
}
