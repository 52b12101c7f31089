// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.input;

import static java.util.Objects.requireNonNull;

import org.nifiquantum.optimization.problem.Problem;
import org.nifiquantum.run.document.Program;
import org.nifiquantum.run.document.RawJson;
import org.nifiquantum.run.document.Run;

/** Something a user brings to be run. */
public sealed interface Input {

    /**
     * A problem.
     *
     * @param source as JSON, as the user gave it where that was JSON
     */
    record OfProblem(Problem problem, RawJson source) implements Input {

        public OfProblem {
            requireNonNull(problem, "problem");
            requireNonNull(source, "source");
        }
    }

    /** A circuit, or a program that goes on after a measurement, with no problem behind it. */
    record OfProgram(Program program) implements Input {

        public OfProgram {
            requireNonNull(program, "program");
        }
    }

    /** A run that somebody else began; it is encoded anew if it holds a problem. */
    record OfRun(Run run) implements Input {

        public OfRun {
            requireNonNull(run, "run");
        }
    }
}
