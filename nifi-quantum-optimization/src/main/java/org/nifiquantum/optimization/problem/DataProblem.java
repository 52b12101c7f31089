// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.operator.PauliSum;

/**
 * A table of numbers that one circuit turns into another table, which a classical model takes next. Nothing is searched for:
 * all evaluations are known beforehand and are one submission. The circuit is part of what is asked, so it stands here.
 */
public non-sealed interface DataProblem extends Problem {

    /**
     * What one evaluation of the circuit gave.
     *
     * @param expectation of the observable; empty where there is none
     * @param shares how often each outcome {@code c[n-1]...c[0]} was seen, as a share of 1; empty where there is an observable
     */
    record Seen(OptionalDouble expectation, Map<String, Double> shares) {
        public Seen {
            Objects.requireNonNull(expectation, "expectation");
            shares = Collections.unmodifiableMap(new LinkedHashMap<>(shares));
        }
    }

    /** The names of the columns; column i is qubit i. */
    List<String> features();

    /** The name of the circuit in documents, such as {@code zz-kernel}. */
    String method();

    /** How often the circuit writes the numbers into the state. */
    int repetitions();

    /** One circuit for the whole table. */
    Circuit circuit();

    /** What the circuit is evaluated at: values in the order of its parameters, a row or a pair of rows each. */
    List<List<Double>> bindings();

    /** Whose expectation each evaluation is asked for; empty where its outcomes are. */
    Optional<PauliSum> observable();

    /** Why this table is not for the quantum road; empty where it is. */
    Optional<String> unsuitable(boolean exact);

    /**
     * The new table, beside how well a classical model does with it.
     *
     * @param seen one for each binding, in their order
     * @throws IllegalArgumentException if there are not as many, or not what was asked for
     */
    Answer decode(List<Seen> seen);

    /**
     * Of each row that is judged, whether a classical model that takes this table gives it the right label; empty where nothing
     * is known to judge by.
     *
     * @param table of {@link #decode}, or of a classical answer
     */
    List<Boolean> rightLabels(Matrix table);

    /** A table is as good as the share of labels that a classical model gets right with it. */
    @Override
    default Sense sense() {
        return Sense.MAXIMIZE;
    }

    @Override
    default int qubits() {
        return features().size();
    }
}
