// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.step;

import java.util.List;
import java.util.Optional;
import org.nifiquantum.optimization.encoding.InitialAngles;
import org.nifiquantum.run.document.EncodingFacts;
import org.nifiquantum.run.document.Optimization;
import org.nifiquantum.run.document.Run;
import org.nifiquantum.run.document.Section;

/**
 * The best angles of an optimisation that a run has behind it.
 *
 * @param method the ansatz they belong to
 */
record EarlierAngles(String method, List<Double> best) {

    /** Those of the run, where the settings ask for them and the run has been optimised. */
    static Optional<EarlierAngles> of(Run run, AnsatzSettings settings) {
        if (settings.angles() != InitialAngles.INTERPOLATED) {
            return Optional.empty();
        }
        Optional<String> method = run.find(Section.ENCODING).map(EncodingFacts::method);
        Optional<Optimization.Best> best = run.find(Section.OPTIMIZATION).flatMap(Optimization::best);
        return method.flatMap(of -> best.map(found -> new EarlierAngles(of, found.parameters())));
    }
}
