// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.input;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.nifiquantum.engine.operator.PauliSum;
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

    /**
     * A circuit, or a program that goes on after a measurement, with no problem behind it.
     *
     * @param observable whose expectation is wanted, if any
     * @param bindings the points of a sweep, values in the order of the program's parameters; empty for one point that the
     *     settings give
     */
    record OfProgram(Program program, Optional<PauliSum> observable, List<List<Double>> bindings) implements Input {

        public OfProgram {
            requireNonNull(program, "program");
            requireNonNull(observable, "observable");
            bindings = bindings.stream().map(List::copyOf).toList();
        }

        /** To be run as it stands. */
        public OfProgram(Program program) {
            this(program, Optional.empty(), List.of());
        }
    }

    /** A run that somebody else began; it is encoded anew if it holds a problem. */
    record OfRun(Run run) implements Input {

        public OfRun {
            requireNonNull(run, "run");
        }
    }
}
