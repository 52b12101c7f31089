// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.step;

import org.nifiquantum.run.document.Run;

/** Where a run goes after a step of its optimiser. */
public sealed interface OptimizeOutcome {

    Run run();

    Progress progress();

    /** Round again: the next points are in {@code request}. */
    record Evaluate(Run run, Progress progress) implements OptimizeOutcome {}

    /** Over; {@code optimization.stopReason} says why too. */
    record Stopped(Run run, Progress progress, String reason) implements OptimizeOutcome {}

    /**
     * How far the optimiser has come, in the problem's own measure and sense.
     *
     * @param objective of the best measured sample, or the best expectation where none was measured
     * @param expectation the best of all evaluations
     */
    record Progress(double objective, double expectation) {}
}
