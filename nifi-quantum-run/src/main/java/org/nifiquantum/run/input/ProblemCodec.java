// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.input;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.nifiquantum.optimization.problem.Problem;

/**
 * The JSON form of one kind of problem: the members beside {@code type}.
 *
 * @param type the value of {@code type}
 * @param kind what it is read as
 */
record ProblemCodec<P extends Problem>(String type, Class<P> kind, Reader<P> reader, Writer<P> writer) {

    /** Reads the members of a problem. */
    @FunctionalInterface
    interface Reader<P> {
        P read(Members problem);
    }

    /** Writes the members of a problem. */
    @FunctionalInterface
    interface Writer<P> {
        void write(P problem, JsonGenerator out) throws IOException;
    }

    void write(Problem problem, JsonGenerator out) throws IOException {
        writer.write(kind.cast(problem), out);
    }
}
