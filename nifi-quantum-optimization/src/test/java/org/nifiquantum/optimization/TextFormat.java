// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization;

import org.nifiquantum.optimization.problem.BinaryProblem;
import org.nifiquantum.optimization.problem.QedcGraphReader;
import org.nifiquantum.optimization.problem.QuboReader;
import org.nifiquantum.optimization.problem.RudyReader;
import org.nifiquantum.optimization.problem.SparseQuboReader;

/** The text formats, by short names for tables of tests. */
public enum TextFormat {
    RUDY,
    QEDC,
    SPARSE,
    QUBO;

    public BinaryProblem read(String text) {
        return switch (this) {
            case RUDY -> RudyReader.read(text);
            case QEDC -> QedcGraphReader.read(text);
            case SPARSE -> SparseQuboReader.read(text);
            case QUBO -> QuboReader.read(text);
        };
    }
}
