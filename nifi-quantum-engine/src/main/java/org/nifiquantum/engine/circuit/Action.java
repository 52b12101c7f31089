// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.circuit;

import java.util.List;
import java.util.function.Function;

/** What a standard gate does to its targets where all its controls are 1. */
public sealed interface Action {

    /** How many target qubits it acts on. */
    int targets();

    /** Multiplies by {@code exp(i angle)} on no target: a global phase, unless controlled. */
    record Phase(Function<List<Expression>, Expression> angle) implements Action {
        @Override
        public int targets() {
            return 0;
        }
    }

    /** Multiplies the amplitude of 0 by {@code exp(i zero)} and that of 1 by {@code exp(i one)}. */
    record Diagonal(Function<List<Expression>, Expression> zero, Function<List<Expression>, Expression> one)
            implements Action {
        @Override
        public int targets() {
            return 1;
        }
    }

    /** Exchanges 0 and 1. */
    record Flip() implements Action {
        @Override
        public int targets() {
            return 1;
        }
    }

    /** Exchanges two qubits. */
    record Exchange() implements Action {
        @Override
        public int targets() {
            return 2;
        }
    }

    /** Any matrix on one qubit. */
    record Dense(OneQubitMatrix matrix) implements Action {
        @Override
        public int targets() {
            return 1;
        }
    }

    /** Writes a unitary of 2 rows and 2 columns, given the values of the gate's parameters. */
    @FunctionalInterface
    interface OneQubitMatrix {
        /**
         * Writes the matrix.
         *
         * @param matrix row by row, real before imaginary part: 8 numbers
         */
        void write(double[] parameters, double[] matrix);
    }
}
